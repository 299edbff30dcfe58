"""The weekly conference, and families on paper."""
