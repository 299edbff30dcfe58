"""Who decides on a note, how, by when; what is asked about it meanwhile."""
