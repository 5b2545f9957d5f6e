"""The command line: click, and one module a command."""
