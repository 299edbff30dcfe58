"""How a migration is drafted: types named as the databases know them, so that it outlives our classes."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import Enum

from storage.models.base import Instant


def none_where_nothing_differs(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Write no draft where models and migrations agree."""
    if directives and directives[0].upgrade_ops.is_empty():
        directives.clear()


def render_plainly(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """The source text of a column's type; False leaves it to Alembic."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String({item.length})"
    return False
