"""Law and policy: dates and roles in, answers out. No database, no Slack, no clock.

`policy` holds an agency's numbers (TOML profiles); `deadlines`, `incidents`, `visits`, `federal` the clocks;
`review`, `reviewer` and `permissions` who may do what; `on_call` and `escalation` the rota and the
alarm; `reminders` and `quiet` when to speak; `wording` the advice before a note is submitted.
Every datetime that comes out is aware and in UTC; days are the agency's, reminders the person's.
"""
