"""Crisis calls and safety concerns: the alarm, who takes it, how it goes on, what must be reported."""
