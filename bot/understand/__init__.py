"""A worker's words in, a reading out (READING.md): pure, no database, no Slack, no clock."""
