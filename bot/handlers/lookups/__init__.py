"""Numbers and addresses, families out of reach, and who looked."""
