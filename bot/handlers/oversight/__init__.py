"""What those see who answer for others: figures, the weekly conference."""
