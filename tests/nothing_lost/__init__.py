"""Real processes, killed with SIGKILL: nothing is lost, nothing doubled."""
