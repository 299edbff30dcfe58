"""What follows from the roster: who owes which contacts, conferences, reports, shifts, and by when."""
