"""What a message wants: its intent, and whom and what a question is about (READING, intents)."""
