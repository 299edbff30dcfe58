"""Leave: planned, changed, handed over, and who stands in for whom."""
