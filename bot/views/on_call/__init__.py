"""The rota on a phone: who is on call, changes of shifts, the night handed over."""
