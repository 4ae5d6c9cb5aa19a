"""Scripts that build what ships: the bundle and the demo data."""
