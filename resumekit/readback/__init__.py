"""What a machine reads in a DOCX or PDF."""
