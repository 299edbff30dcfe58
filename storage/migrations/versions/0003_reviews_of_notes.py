"""Reviews of notes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "addenda",
    "note_openings",
    "review_decisions",
    "state_entries",
    "return_meetings",
)
INDEXES = (
    ("ix_addenda_note_id", "addenda", ["note_id"]),
    ("ix_review_decisions_note_id", "review_decisions", ["note_id"]),
    ("ix_return_meetings_note_id", "return_meetings", ["note_id"]),
    ("ix_return_meetings_supervisor_id", "return_meetings", ["supervisor_id"]),
)


def upgrade() -> None:
    _addenda()
    _note_openings()
    _review_decisions()
    _state_entries()
    _return_meetings()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _addenda() -> None:
    op.create_table(
        "addenda",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("author_id", sa.String(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_addenda_author_id_staff")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_addenda_note_id_notes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addenda")),
    )


def _note_openings() -> None:
    op.create_table(
        "note_openings",
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_openings_note_id_notes")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_note_openings_staff_id_staff")),
        sa.PrimaryKeyConstraint("note_id", "version", "staff_id", name=op.f("pk_note_openings")),
    )


def _review_decisions() -> None:
    op.create_table(
        "review_decisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(40), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("decided_by_id", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["staff.id"], name=op.f("fk_review_decisions_decided_by_id_staff")
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_review_decisions_note_id_notes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_decisions")),
        sa.UniqueConstraint("note_id", "version", name=op.f("uq_review_decisions_note_id_version")),
    )


def _state_entries() -> None:
    op.create_table(
        "state_entries",
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("entered_by_id", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["staff.id"], name=op.f("fk_state_entries_entered_by_id_staff")
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_state_entries_note_id_notes")),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_state_entries")),
    )


def _return_meetings() -> None:
    op.create_table(
        "return_meetings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("supervisor_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("how", sa.String(), nullable=True),
        sa.Column("outcome_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["review_decisions.id"],
            name=op.f("fk_return_meetings_decision_id_review_decisions"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_return_meetings_note_id_notes")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["staff.id"], name=op.f("fk_return_meetings_recorded_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["staff.id"], name=op.f("fk_return_meetings_supervisor_id_staff")
        ),
        sa.ForeignKeyConstraint(["worker_id"], ["staff.id"], name=op.f("fk_return_meetings_worker_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_meetings")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_return_meetings_decision_id")),
    )
