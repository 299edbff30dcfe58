"""Leave: the plan, its papers, who stands in for whom."""
