"""A client with every field filled, each text with a marker word that says whether it may be printed."""
