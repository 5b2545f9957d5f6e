"""The parts of a SARIF log: rules and results as dictionaries."""
