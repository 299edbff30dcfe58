"""Who is on call, shifts that change hands, the night handed over, visits with a time to be back by."""
