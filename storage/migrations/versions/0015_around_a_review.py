"""Questions on a note, meetings that are planned, later dates, delegates named in Slack, Homes seen."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note_questions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        _to("note_questions", "note_id", "notes"),
        _to("note_questions", "said_by_id", "staff"),
        _to("note_questions", "to_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_questions")),
    )
    op.create_index(op.f("ix_note_questions_note_id"), "note_questions", ["note_id"])
    _later_dates()
    _homes_seen()
    with op.batch_alter_table("return_meetings") as meetings:
        meetings.add_column(sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True))
    _delegates()


def _later_dates() -> None:
    op.create_table(
        "later_dates",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_by_id", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _to("later_dates", "note_id", "notes"),
        _to("later_dates", "made_by_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_later_dates")),
    )
    for column in ("note_id", "made_at"):
        op.create_index(op.f(f"ix_later_dates_{column}"), "later_dates", [column])


def _homes_seen() -> None:
    op.create_table(
        "homes_seen",
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("slack_user_id", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        _to("homes_seen", "staff_id", "staff"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_homes_seen")),
    )
    op.create_index(op.f("ix_homes_seen_opened_at"), "homes_seen", ["opened_at"])


def _delegates() -> None:
    with op.batch_alter_table("delegates") as delegates:
        delegates.add_column(
            sa.Column("status", sa.String(length=40), nullable=False, server_default="confirmed")
        )
        delegates.add_column(sa.Column("source_key", sa.String(), nullable=True))
        delegates.create_unique_constraint(op.f("uq_delegates_source_key"), ["source_key"])


def downgrade() -> None:
    with op.batch_alter_table("delegates") as delegates:
        delegates.drop_constraint(op.f("uq_delegates_source_key"), type_="unique")
        delegates.drop_column("source_key")
        delegates.drop_column("status")
    with op.batch_alter_table("return_meetings") as meetings:
        meetings.drop_column("planned_at")
    for table in ("homes_seen", "later_dates", "note_questions"):
        op.drop_table(table)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
