"""The commands: each module has one, called `command`. The modules are the list."""
