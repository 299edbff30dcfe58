"""Writes down what is due, then sends what is due. Can be killed at any moment and started twice.

`plan` turns obligations into outbox rows, `deliver` posts them exactly once, `redraw` keeps posted cards
true to the record, `auditor` looks for what was missed, `scheduler` beats. See docs/reliability.md.
"""
