"""One routes file a page."""
