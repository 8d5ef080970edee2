"""The closed markup profile between a theme's template and the writers."""
