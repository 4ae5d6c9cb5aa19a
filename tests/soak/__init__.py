"""Several devices, one store, acts and faults in any order; then the invariants of sync."""
