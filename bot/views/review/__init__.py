"""A note as its reviewer sees it, and the queue of them."""
