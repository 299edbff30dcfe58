"""Which words tell of one event, and which of another: cues, clauses, segments (READING, "Events")."""
