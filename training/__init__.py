"""`make train-reading`: how the heads of `bot/understand/opinion` are made, and how well they do."""
