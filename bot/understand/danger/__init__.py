"""Whether a message tells of danger, asks about it, or goes on about an emergency in hand."""
