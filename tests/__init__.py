"""Tests mirror the packages; `./dev test` runs them."""
