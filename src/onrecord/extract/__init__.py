"""From a parsed article to its record: one layer a module."""
