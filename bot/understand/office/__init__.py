"""The office's own talk, which no note holds: leave, shifts, reviews, figures, notes that came back."""
