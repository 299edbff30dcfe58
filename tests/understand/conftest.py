"""No property of the reading may depend on how fast the machine is that it is tried on."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
