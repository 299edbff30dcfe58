"""The record of events."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notes",
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
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_notes_author_id_staff")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notes_case_id_cases")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["staff.id"], name=op.f("fk_notes_decided_by_id_staff")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["staff.id"], name=op.f("fk_notes_entered_by_id_staff")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["staff.id"], name=op.f("fk_notes_reviewer_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.UniqueConstraint(
            "source_channel", "source_ts", "item", name=op.f("uq_notes_source_channel_source_ts_item")
        ),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notes_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notes_due_at"), ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_notes_reviewer_id"), ["reviewer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notes_status"), ["status"], unique=False)

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
    with op.batch_alter_table("addenda", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_addenda_note_id"), ["note_id"], unique=False)

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
    op.create_table(
        "note_versions",
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
        sa.ForeignKeyConstraint(["made_by_id"], ["staff.id"], name=op.f("fk_note_versions_made_by_id_staff")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_versions_note_id_notes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_versions")),
        sa.UniqueConstraint("note_id", "number", name=op.f("uq_note_versions_note_id_number")),
    )
    with op.batch_alter_table("note_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_versions_event_on"), ["event_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_versions_note_id"), ["note_id"], unique=False)

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
    with op.batch_alter_table("planned_visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_planned_visits_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_planned_visits_staff_id"), ["staff_id"], unique=False)

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
    with op.batch_alter_table("review_decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_decisions_note_id"), ["note_id"], unique=False)

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
    with op.batch_alter_table("note_children", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_children_child_id"), ["child_id"], unique=False)

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
    with op.batch_alter_table("note_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_people_contact_id"), ["contact_id"], unique=False)

    op.create_table(
        "note_types",
        sa.Column("version_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["note_versions.id"], name=op.f("fk_note_types_version_id_note_versions")
        ),
        sa.PrimaryKeyConstraint("version_id", "type", name=op.f("pk_note_types")),
    )
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
    with op.batch_alter_table("return_meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_return_meetings_note_id"), ["note_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_return_meetings_supervisor_id"), ["supervisor_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("return_meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_return_meetings_supervisor_id"))
        batch_op.drop_index(batch_op.f("ix_return_meetings_note_id"))

    op.drop_table("return_meetings")
    op.drop_table("note_types")
    with op.batch_alter_table("note_people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_people_contact_id"))

    op.drop_table("note_people")
    with op.batch_alter_table("note_children", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_children_child_id"))

    op.drop_table("note_children")
    op.drop_table("state_entries")
    with op.batch_alter_table("review_decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_decisions_note_id"))

    op.drop_table("review_decisions")
    with op.batch_alter_table("planned_visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planned_visits_staff_id"))
        batch_op.drop_index(batch_op.f("ix_planned_visits_case_id"))

    op.drop_table("planned_visits")
    with op.batch_alter_table("note_versions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_versions_note_id"))
        batch_op.drop_index(batch_op.f("ix_note_versions_event_on"))

    op.drop_table("note_versions")
    op.drop_table("note_openings")
    with op.batch_alter_table("addenda", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_addenda_note_id"))

    op.drop_table("addenda")
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notes_status"))
        batch_op.drop_index(batch_op.f("ix_notes_reviewer_id"))
        batch_op.drop_index(batch_op.f("ix_notes_due_at"))
        batch_op.drop_index(batch_op.f("ix_notes_case_id"))
        batch_op.drop_index(batch_op.f("ix_notes_author_id"))

    op.drop_table("notes")
