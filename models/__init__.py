"""The desk's data and rules: tables, queries, commands and the pure functions they rest on.

Used by the desktop, the engine and the server alike; knows neither Qt nor HTTP.
"""
