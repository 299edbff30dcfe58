"""A crisis: told, alarmed, gone on with, reported, closed."""
