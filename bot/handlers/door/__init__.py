"""What every request and every answer passes: stored first, worked once, sent by the outbox."""
