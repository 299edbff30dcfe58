"""What came in and what goes out."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    "inbox",
    "method_pauses",
    "slack_standings",
    "token_buckets",
    "obligations",
    "outbox",
    "posted_cards",
    "redraws",
)
INDEXES = (
    ("ix_inbox_done_at", "inbox", ["done_at"]),
    ("ix_inbox_lease_until", "inbox", ["lease_until"]),
    ("ix_obligations_closed_at", "obligations", ["closed_at"]),
    ("ix_obligations_due_at", "obligations", ["due_at"]),
    ("ix_obligations_person_id", "obligations", ["person_id"]),
    ("ix_obligations_planned_until", "obligations", ["planned_until"]),
    ("ix_obligations_subject_id", "obligations", ["subject_id"]),
    ("ix_outbox_recipient_id", "outbox", ["recipient_id"]),
    ("ix_outbox_state_lane_next_at", "outbox", ["state", "lane", "next_at"]),
    ("ix_outbox_subject_id", "outbox", ["subject_id"]),
    ("ix_posted_cards_clear_at", "posted_cards", ["clear_at"]),
    ("ix_posted_cards_subject_id", "posted_cards", ["subject_id"]),
    ("ix_redraws_next_at", "redraws", ["next_at"]),
)


def upgrade() -> None:
    _inbox()
    _method_pauses()
    _slack_standings()
    _token_buckets()
    _obligations()
    _outbox()
    _posted_cards()
    _redraws()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_inbox_dedupe_key")),
    )


def _method_pauses() -> None:
    op.create_table(
        "method_pauses",
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("method", name=op.f("pk_method_pauses")),
    )


def _slack_standings() -> None:
    op.create_table(
        "slack_standings",
        sa.Column("slack_user_id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column("member", sa.Boolean(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dm_channel", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("slack_user_id", name=op.f("pk_slack_standings")),
    )


def _token_buckets() -> None:
    op.create_table(
        "token_buckets",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tokens", sa.Double(), nullable=False),
        sa.Column("filled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_token_buckets")),
    )


def _obligations() -> None:
    op.create_table(
        "obligations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_obligations_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligations")),
        sa.UniqueConstraint(
            "kind",
            "subject_id",
            "person_id",
            "due_at",
            name=op.f("uq_obligations_kind_subject_id_person_id_due_at"),
        ),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dedupe_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lane", sa.String(40), nullable=False),
        sa.Column("recipient_id", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("subject_id", sa.String(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("posted_ts", sa.String(), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["recipient_id"], ["staff.id"], name=op.f("fk_outbox_recipient_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
    )


def _posted_cards() -> None:
    op.create_table(
        "posted_cards",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clear_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_posted_cards_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posted_cards")),
        sa.UniqueConstraint("channel", "ts", name=op.f("uq_posted_cards_channel_ts")),
    )


def _redraws() -> None:
    op.create_table(
        "redraws",
        sa.Column("card_id", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_id"], ["posted_cards.id"], name=op.f("fk_redraws_card_id_posted_cards")
        ),
        sa.PrimaryKeyConstraint("card_id", name=op.f("pk_redraws")),
    )
