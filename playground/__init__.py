"""The local workspace: a stand-in for Slack with a web page; the demo, and the tests' Slack.

    workspace = Workspace([Person("U0DANA", "Dana Ellis")], MovableClock(start))
    with PlaygroundServer(workspace) as server:     # server.api_url is the bot's SLACK_API_URL
        dana = Someone(workspace, "U0DANA")
        dana.says("saw Maya today 4pm")
        dana.clicks("Submit", on="Maya")
        dana.waits_for("Submitted")
        assert not workspace.refused                # no payload outside Slack's limits

`workspace` is the plain model, `server` its network side, `person` somebody with a phone, `faults` what can
go wrong, `limits` Slack's limits as a table. Nothing under bot/ or storage/ knows of it.
"""
