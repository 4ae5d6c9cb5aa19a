"""Questions that screens and commands ask a store, one module a use case.

Each gives back frozen rows of ``models.rows``; none loads anything later.
"""
