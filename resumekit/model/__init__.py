"""What the client states; it computes nothing."""
