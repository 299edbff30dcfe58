"""What reviewers hear and tap: the queue, reading, approving, returning, asking, handing over."""
