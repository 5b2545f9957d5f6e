"""The readiness report: one module a format."""
