"""Which of the sixteen types an event has (READING, "Types")."""
