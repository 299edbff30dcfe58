"""Where an event took place (READING, "Place and method")."""
