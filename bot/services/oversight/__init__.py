"""Questions of those who answer for others: figures of a team, the crises that there were (DOMAIN 9)."""
