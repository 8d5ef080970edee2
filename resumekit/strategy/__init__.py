"""Which facts lead, which shrink, and why."""
