"""What one reader must not see, and in which forms it may be written."""
