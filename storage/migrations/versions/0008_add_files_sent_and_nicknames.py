"""Voice clips and files sent, and the nicknames that workers taught the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEXES = (
    ("ix_nicknames_staff_id", "nicknames", ["staff_id"]),
    ("ix_sent_files_note_id", "sent_files", ["note_id"]),
    ("ix_sent_files_staff_id", "sent_files", ["staff_id"]),
)


def upgrade() -> None:
    _nicknames()
    _sent_files()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)
    op.add_column("note_versions", sa.Column("files_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("note_versions", "files_sealed")
    op.drop_table("sent_files")
    op.drop_table("nicknames")


def _nicknames() -> None:
    op.create_table(
        "nicknames",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("alias_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("learned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note_id", sa.String(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_nicknames_note_id_notes")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_nicknames_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nicknames")),
    )


def _sent_files() -> None:
    op.create_table(
        "sent_files",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("files_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("transcript_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("note_id", sa.String(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_sent_files_note_id_notes")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sent_files_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_files")),
        sa.UniqueConstraint("channel", "ts", name=op.f("uq_sent_files_channel_ts")),
    )
