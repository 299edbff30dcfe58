"""A crisis's timeline by messages, who was told, how it ended."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("crisis_calls") as calls:
        calls.add_column(sa.Column("closed_by_id", sa.String(), nullable=True))
        calls.add_column(sa.Column("ended", sa.String(), nullable=True))
        name = op.f("fk_crisis_calls_closed_by_id_staff")
        calls.create_foreign_key(name, "staff", ["closed_by_id"], ["id"])
    with op.batch_alter_table("crisis_entries") as entries:
        entries.add_column(sa.Column("said_at", sa.DateTime(timezone=True), nullable=True))
        entries.add_column(sa.Column("about", sa.String(), nullable=True))
        entries.add_column(sa.Column("source_channel", sa.String(), nullable=True))
        entries.add_column(sa.Column("source_ts", sa.String(), nullable=True))
        entries.create_unique_constraint(
            op.f("uq_crisis_entries_source_channel_source_ts"), ["source_channel", "source_ts"]
        )


def downgrade() -> None:
    with op.batch_alter_table("crisis_entries") as entries:
        entries.drop_constraint(op.f("uq_crisis_entries_source_channel_source_ts"), type_="unique")
        for name in ("source_ts", "source_channel", "about", "said_at"):
            entries.drop_column(name)
    with op.batch_alter_table("crisis_calls") as calls:
        calls.drop_constraint(op.f("fk_crisis_calls_closed_by_id_staff"), type_="foreignkey")
        calls.drop_column("ended")
        calls.drop_column("closed_by_id")
