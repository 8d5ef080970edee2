"""One module per output format; the only code that knows docx or weasyprint."""
