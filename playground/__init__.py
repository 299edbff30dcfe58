"""The local workspace: a stand-in for Slack with a web page; the demo, and the tests' Slack."""
