"""How words are looked for: lists kept as data, patterns that look only where they may stand."""
