"""What is due, line by line, and the reminders of it."""
