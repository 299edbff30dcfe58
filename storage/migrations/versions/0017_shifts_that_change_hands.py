"""Shifts that change hands in Slack."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None
_STAFF = ("gives_id", "takes_id", "asked_by_id", "decided_by_id")


def upgrade() -> None:
    op.create_table(
        "shift_changes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("shift_id", sa.String(), nullable=False),
        sa.Column("tier", sa.String(length=40), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gives_id", sa.String(), nullable=True),
        sa.Column("takes_id", sa.String(), nullable=True),
        sa.Column("back_shift_id", sa.String(), nullable=True),
        sa.Column("asked_by_id", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        *(_to_staff(column) for column in _STAFF),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_changes")),
    )
    for column in ("status", "shift_id", "starts_at"):
        op.create_index(op.f(f"ix_shift_changes_{column}"), "shift_changes", [column])


def downgrade() -> None:
    op.drop_table("shift_changes")


def _to_staff(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["staff.id"], name=op.f(f"fk_shift_changes_{column}_staff"))
