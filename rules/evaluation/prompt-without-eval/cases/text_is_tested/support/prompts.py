ROUTER = """Sort the message of a customer into one of three queues.
billing: invoices and refunds.
technical: errors and outages.
other: everything else."""
