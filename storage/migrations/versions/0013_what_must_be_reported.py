"""What must be reported of a crisis, and who ticked it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "crisis_reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("crisis_id", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at_once", sa.Boolean(), nullable=False),
        sa.Column("made_by_id", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("called_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["crisis_id"], ["crisis_calls.id"], name=op.f("fk_crisis_reports_crisis_id_crisis_calls")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["staff.id"], name=op.f("fk_crisis_reports_made_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_reports")),
        sa.UniqueConstraint(
            "crisis_id", "incident", "step", name=op.f("uq_crisis_reports_crisis_id_incident_step")
        ),
    )


def downgrade() -> None:
    op.drop_table("crisis_reports")
