"""Many clients at once, on any executor."""
