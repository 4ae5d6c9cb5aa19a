"""Pure rules of what a row is after changes; no clock, no store, no network."""
