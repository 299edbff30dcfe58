"""What a weekly conference decided, family by family."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None
_TO = {"worker_id": "staff", "case_id": "cases", "recorded_by_id": "staff", "note_id": "notes"}


def upgrade() -> None:
    op.create_table(
        "conference_cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("conference", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("decided_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("recorded_by_id", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note_id", sa.String(), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_conference_cases_{column}_{to}"))
            for column, to in _TO.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conference_cases")),
        sa.UniqueConstraint(
            "worker_id",
            "case_id",
            "conference",
            name=op.f("uq_conference_cases_worker_id_case_id_conference"),
        ),
    )
    for column in ("worker_id", "case_id"):
        op.create_index(op.f(f"ix_conference_cases_{column}"), "conference_cases", [column])


def downgrade() -> None:
    op.drop_table("conference_cases")
