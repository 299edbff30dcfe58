"""Who took part beyond the names themselves: told of, at home there, heard, unseen (READING, "Who")."""
