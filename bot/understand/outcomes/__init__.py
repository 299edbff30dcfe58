"""How an event was held, and what came of it (READING, "Place and method", "Events")."""
