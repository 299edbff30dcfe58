"""After hours."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "lookup_reasons",
    "crisis_calls",
    "crisis_entries",
)
INDEXES = (
    ("ix_lookup_reasons_staff_id", "lookup_reasons", ["staff_id"]),
    ("ix_crisis_calls_case_id", "crisis_calls", ["case_id"]),
    ("ix_crisis_calls_status", "crisis_calls", ["status"]),
    ("ix_crisis_entries_crisis_id", "crisis_entries", ["crisis_id"]),
)


def upgrade() -> None:
    _lookup_reasons()
    _crisis_calls()
    _crisis_entries()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _lookup_reasons() -> None:
    op.create_table(
        "lookup_reasons",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("shift_ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_lookup_reasons_case_id_cases")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_lookup_reasons_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_reasons")),
    )


def _crisis_calls() -> None:
    op.create_table(
        "crisis_calls",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("note_id", sa.String(), nullable=True),
        sa.Column("reported_by_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_ts", sa.String(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("alarm_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by_id", sa.String(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["acknowledged_by_id"], ["staff.id"], name=op.f("fk_crisis_calls_acknowledged_by_id_staff")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_crisis_calls_case_id_cases")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_crisis_calls_note_id_notes")),
        sa.ForeignKeyConstraint(
            ["reported_by_id"], ["staff.id"], name=op.f("fk_crisis_calls_reported_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_calls")),
        sa.UniqueConstraint(
            "source_channel", "source_ts", name=op.f("uq_crisis_calls_source_channel_source_ts")
        ),
    )


def _crisis_entries() -> None:
    op.create_table(
        "crisis_entries",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("crisis_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name=op.f("fk_crisis_entries_by_id_staff")),
        sa.ForeignKeyConstraint(
            ["crisis_id"], ["crisis_calls.id"], name=op.f("fk_crisis_entries_crisis_id_crisis_calls")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_entries")),
    )
