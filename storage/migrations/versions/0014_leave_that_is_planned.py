"""Leave that is planned in Slack."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leave_plans",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column("entered_by_id", sa.String(), nullable=False),
        sa.Column("source_channel", sa.String(), nullable=False),
        sa.Column("source_ts", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("covering_staff_id", sa.String(), nullable=True),
        sa.Column("may_cover", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changes", sa.Integer(), nullable=False),
        *(_to_staff(column) for column in ("staff_id", "entered_by_id", "covering_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave_plans")),
        sa.UniqueConstraint(
            "source_channel", "source_ts", name=op.f("uq_leave_plans_source_channel_source_ts")
        ),
    )
    for column in ("staff_id", "entered_by_id"):
        op.create_index(op.f(f"ix_leave_plans_{column}"), "leave_plans", [column])


def downgrade() -> None:
    op.drop_table("leave_plans")


def _to_staff(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["staff.id"], name=op.f(f"fk_leave_plans_{column}_staff"))
