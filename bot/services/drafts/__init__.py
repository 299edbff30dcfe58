"""From a worker's words to a draft that can be submitted."""
