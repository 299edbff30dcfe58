"""The answers to look-ups, and what is asked before one."""
