"""What somebody may look up, and who did."""
