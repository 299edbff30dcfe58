"""Leave: planned, covered, handed over and given back."""
