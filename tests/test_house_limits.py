"""The sizes that CONTRIBUTING promises: no file over 300 lines, no function over 40."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
OF_CODE = ("bot", "storage", "playground")
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def functions_of(source: str) -> Iterator[tuple[str, int]]:
    """Each function's name and lines, from `def` (its decorators stand before it) to its end."""
    for each in ast.walk(ast.parse(source)):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each.name, (each.end_lineno or each.lineno) - each.lineno + 1


def test_no_file_is_too_long():
    lengths = {
        path: path.read_text().count("\n") for path in sources(*OF_CODE, "tests", "benchmarks", "training")
    }
    long = {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > LONGEST_FILE}
    assert not long


def test_no_function_is_too_long():
    found = (
        (path, name, lines) for path in sources(*OF_CODE) for name, lines in functions_of(path.read_text())
    )
    long = [f"{path.relative_to(ROOT)}: {name}, {n} lines" for path, name, n in found if n > LONGEST_FUNCTION]
    assert not long
