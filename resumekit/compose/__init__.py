"""One module for each kind of document: facts and strategy → document."""
