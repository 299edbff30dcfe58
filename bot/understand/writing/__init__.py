"""What was typed, written out as the rules know it, with the way back to every letter."""
