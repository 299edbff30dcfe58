"""How many contacts an obligation asks for, whether it was taken back; how often a plan was moved."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "obligations", sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("obligations", sa.Column("required", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("planned_visits", sa.Column("moves", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("planned_visits", "moves")
    op.drop_column("obligations", "required")
    op.drop_column("obligations", "withdrawn")
