"""Benchmarks: how near the program comes to the limit of the machine it runs on."""
