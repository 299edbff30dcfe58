"""What an import did, file by file, in words for the person who ran it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

_NAMED = 20


@dataclass
class FileReport:
    """One file's rows: how many were added, changed, unchanged, and the keys of those it no longer has."""

    file: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    """Of the unchanged: rows that Slack changed since, which win over the file."""
    absent: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """One line of figures, and one that names the absent rows where there are any."""
        yield (
            f"{self.file}: {self.added} added, {self.changed} changed, {self.unchanged} unchanged, "
            f"{len(self.absent)} absent"
        )
        if self.kept:
            yield f"  {self.kept} kept as changed in Slack"
        if self.absent:
            more = len(self.absent) - _NAMED
            named = ", ".join(self.absent[:_NAMED]) + (f" and {more} more" if more > 0 else "")
            yield f"  absent from the file, kept as they are: {named}"


@dataclass(frozen=True)
class ImportReport:
    """What an import did. `moved`: children whose new placement in children.csv began today."""

    files: tuple[FileReport, ...]
    moved: tuple[str, ...]
    stamp: int

    def lines(self) -> Iterator[str]:
        """The report as it is printed."""
        for report in self.files:
            yield from report.lines()
        if self.moved:
            yield f"placement changed from today on (children.csv): {', '.join(self.moved)}"
