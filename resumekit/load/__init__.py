"""Files become facts: one module for each source, and the way back."""
