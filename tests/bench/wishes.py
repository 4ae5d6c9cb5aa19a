"""Words between the benchmarks and the programs that they watch: a module that loads nothing."""

SIGN_IN = "DESKSIDE_BENCH_SIGN_IN"
"""Tells ``timed_window`` to sign in: "URL LOGIN PASSWORD"."""
