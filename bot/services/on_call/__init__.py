"""Who is on call, and shifts that change hands."""
