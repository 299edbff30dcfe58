"""Which rows of the roster changed with which number of its stamp."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster_changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", "table", "row_id", name=op.f("pk_roster_changes")),
    )


def downgrade() -> None:
    op.drop_table("roster_changes")
