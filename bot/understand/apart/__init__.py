"""The reading in a process of its own, so that it shares no interpreter with those who answer people.

The bot begins it (`python -m bot.understand.apart FD`) and it ends with the bot. It speaks over a socket that
it inherits: messages and rosters in, readings out, each under its job's number. It knows no database, no
Slack and no key, and nothing that it holds is needed after it: whatever is lost with it is read anew.
"""
