"""What Fieldnote remembers. Knows nothing of the bot and nothing of Slack."""
