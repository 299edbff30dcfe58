"""What is due: asked for, reminded of, done."""
