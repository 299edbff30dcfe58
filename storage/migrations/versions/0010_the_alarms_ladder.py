"""The alarm's ladder: who was called at which step, and what the pager is told."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("crisis_calls", sa.Column("next_step_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("crisis_calls", sa.Column("alarm_id", sa.String(), nullable=True))
    _steps()
    _pages()
    op.create_index(op.f("ix_crisis_steps_crisis_id"), "crisis_steps", ["crisis_id"])
    op.create_index(op.f("ix_pages_created_at"), "pages", ["created_at"])
    # Who was alerted by the one step that there was. Old alarms stay as they are: none rings anew by itself.
    op.execute(
        "INSERT INTO crisis_steps (id, crisis_id, number, round, rung, person_id, at)"
        " SELECT e.id, e.crisis_id, 1, 0, 'case_supervisor', e.by_id, e.at FROM crisis_entries e"
        " WHERE e.kind = 'alarm' AND NOT EXISTS (SELECT 1 FROM crisis_entries o WHERE o.kind = 'alarm'"
        " AND o.crisis_id = e.crisis_id AND (o.at < e.at OR (o.at = e.at AND o.id < e.id)))"
    )
    op.execute("DELETE FROM crisis_entries WHERE kind = 'alarm'")


def downgrade() -> None:
    op.drop_table("pages")
    op.drop_table("crisis_steps")
    op.drop_column("crisis_calls", "alarm_id")
    op.drop_column("crisis_calls", "next_step_at")


def _steps() -> None:
    op.create_table(
        "crisis_steps",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("crisis_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outbox_id", sa.String(), nullable=True),
        sa.Column("silent", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["crisis_id"], ["crisis_calls.id"], name=op.f("fk_crisis_steps_crisis_id_crisis_calls")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_crisis_steps_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_steps")),
        sa.UniqueConstraint("crisis_id", "number", name=op.f("uq_crisis_steps_crisis_id_number")),
    )


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("crisis_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["crisis_id"], ["crisis_calls.id"], name=op.f("fk_pages_crisis_id_crisis_calls")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_pages_dedupe_key")),
    )
