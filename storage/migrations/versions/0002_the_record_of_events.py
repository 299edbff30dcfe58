"""The record of events."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "notes",
    "note_versions",
    "planned_visits",
    "note_children",
    "note_people",
    "note_types",
)
INDEXES = (
    ("ix_notes_author_id", "notes", ["author_id"]),
    ("ix_notes_case_id", "notes", ["case_id"]),
    ("ix_notes_due_at", "notes", ["due_at"]),
    ("ix_notes_reviewer_id", "notes", ["reviewer_id"]),
    ("ix_notes_status", "notes", ["status"]),
    ("ix_note_versions_event_on", "note_versions", ["event_on"]),
    ("ix_note_versions_note_id", "note_versions", ["note_id"]),
    ("ix_planned_visits_case_id", "planned_visits", ["case_id"]),
    ("ix_planned_visits_staff_id", "planned_visits", ["staff_id"]),
    ("ix_note_children_child_id", "note_children", ["child_id"]),
    ("ix_note_people_contact_id", "note_people", ["contact_id"]),
)


def upgrade() -> None:
    _notes()
    _note_versions()
    _planned_visits()
    _note_children()
    _note_people()
    _note_types()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _notes() -> None:
    op.create_table("notes", *_notes_columns(), *_notes_keys())


def _notes_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("author_id", sa.String(), nullable=False),
        sa.Column("entered_by_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_ts", sa.String(), nullable=True),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("off_caseload", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewer_id", sa.String(), nullable=True),
        sa.Column("review_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("correction_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("loops", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.String(), nullable=True),
    ]


def _notes_keys() -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_notes_author_id_staff")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notes_case_id_cases")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["staff.id"], name=op.f("fk_notes_decided_by_id_staff")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["staff.id"], name=op.f("fk_notes_entered_by_id_staff")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["staff.id"], name=op.f("fk_notes_reviewer_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.UniqueConstraint(
            "source_channel", "source_ts", "item", name=op.f("uq_notes_source_channel_source_ts_item")
        ),
    ]


def _note_versions() -> None:
    op.create_table("note_versions", *_note_versions_columns(), *_note_versions_keys())


def _note_versions_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("note_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("submission", sa.Integer(), nullable=True),
        sa.Column("made_by_id", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_how", sa.String(), nullable=False),
        sa.Column("event_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("part_of_day", sa.String(), nullable=True),
        sa.Column("precision", sa.String(40), nullable=True),
        sa.Column("time_unknown", sa.Boolean(), nullable=False),
        sa.Column("method", sa.String(40), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("outcome_reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("place", sa.String(40), nullable=True),
        sa.Column("at_residence", sa.Boolean(), nullable=True),
        sa.Column("narrative_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("follow_ups_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
    ]


def _note_versions_keys() -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["made_by_id"], ["staff.id"], name=op.f("fk_note_versions_made_by_id_staff")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_versions_note_id_notes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_versions")),
        sa.UniqueConstraint("note_id", "number", name=op.f("uq_note_versions_note_id_number")),
    ]


def _planned_visits() -> None:
    op.create_table(
        "planned_visits",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_ts", sa.String(), nullable=True),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("types", sa.JSON(), nullable=False),
        sa.Column("children", sa.JSON(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(40), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_planned_visits_case_id_cases")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_planned_visits_note_id_notes")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_planned_visits_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_visits")),
        sa.UniqueConstraint(
            "source_channel",
            "source_ts",
            "item",
            name=op.f("uq_planned_visits_source_channel_source_ts_item"),
        ),
    )


def _note_children() -> None:
    op.create_table(
        "note_children",
        sa.Column("version_id", sa.String(), nullable=False),
        sa.Column("child_id", sa.String(), nullable=False),
        sa.Column("seen_alone", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"], ["children.id"], name=op.f("fk_note_children_child_id_children")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["note_versions.id"], name=op.f("fk_note_children_version_id_note_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "child_id", name=op.f("pk_note_children")),
    )


def _note_people() -> None:
    op.create_table(
        "note_people",
        sa.Column("version_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_note_people_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["note_versions.id"], name=op.f("fk_note_people_version_id_note_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "contact_id", name=op.f("pk_note_people")),
    )


def _note_types() -> None:
    op.create_table(
        "note_types",
        sa.Column("version_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["note_versions.id"], name=op.f("fk_note_types_version_id_note_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "type", name=op.f("pk_note_types")),
    )
