"""Reports: one module a format, each with a `render`. The modules are the list of formats."""
