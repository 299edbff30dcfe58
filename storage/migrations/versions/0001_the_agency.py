"""The agency."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "roster_stamp",
    "staff",
    "cases",
    "delegates",
    "leaves",
    "shifts",
    "children",
    "contacts",
    "hearings",
    "contact_children",
    "placements",
)
INDEXES = (
    ("ix_staff_supervisor_id", "staff", ["supervisor_id"]),
    ("ix_cases_primary_worker_id", "cases", ["primary_worker_id"]),
    ("ix_delegates_supervisor_id", "delegates", ["supervisor_id"]),
    ("ix_leaves_covering_staff_id", "leaves", ["covering_staff_id"]),
    ("ix_leaves_staff_id", "leaves", ["staff_id"]),
    ("ix_shifts_ends_at", "shifts", ["ends_at"]),
    ("ix_shifts_staff_id", "shifts", ["staff_id"]),
    ("ix_shifts_starts_at", "shifts", ["starts_at"]),
    ("ix_children_case_id", "children", ["case_id"]),
    ("ix_contacts_case_id", "contacts", ["case_id"]),
    ("ix_hearings_case_id", "hearings", ["case_id"]),
    ("ix_hearings_starts_at", "hearings", ["starts_at"]),
    ("ix_placements_child_id", "placements", ["child_id"]),
)


def upgrade() -> None:
    _roster_stamp()
    _staff()
    _cases()
    _delegates()
    _leaves()
    _shifts()
    _children()
    _contacts()
    _hearings()
    _contact_children()
    _placements()
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _roster_stamp() -> None:
    op.create_table(
        "roster_stamp",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_stamp")),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("slack_user_id", sa.String(), nullable=True),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("supervisor_id", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["supervisor_id"], ["staff.id"], name=op.f("fk_staff_supervisor_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("slack_user_id", name=op.f("uq_staff_slack_user_id")),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("family_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("county", sa.String(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("permanency_goal", sa.String(), nullable=False),
        sa.Column("primary_worker_id", sa.String(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("visits_per_month", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["primary_worker_id"], ["staff.id"], name=op.f("fk_cases_primary_worker_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )


def _delegates() -> None:
    op.create_table(
        "delegates",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("supervisor_id", sa.String(), nullable=False),
        sa.Column("delegate_id", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["delegate_id"], ["staff.id"], name=op.f("fk_delegates_delegate_id_staff")),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["staff.id"], name=op.f("fk_delegates_supervisor_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegates")),
    )


def _leaves() -> None:
    op.create_table(
        "leaves",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("covering_staff_id", sa.String(), nullable=True),
        sa.Column("from_slack", sa.Boolean(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["covering_staff_id"], ["staff.id"], name=op.f("fk_leaves_covering_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_leaves_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaves")),
        sa.UniqueConstraint("staff_id", "first_day", name=op.f("uq_leaves_staff_id_first_day")),
    )


def _shifts() -> None:
    op.create_table(
        "shifts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tier", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("rostered_id", sa.String(), nullable=False),
        sa.Column("from_slack", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["rostered_id"], ["staff.id"], name=op.f("fk_shifts_rostered_id_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_shifts_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
        sa.UniqueConstraint("starts_at", "tier", name=op.f("uq_shifts_starts_at_tier")),
    )


def _children() -> None:
    op.create_table(
        "children",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("first_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("last_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("nickname_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("date_of_birth_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("alerts_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("entered_care_on", sa.Date(), nullable=True),
        sa.Column("left_care_on", sa.Date(), nullable=True),
        sa.Column("placement_type", sa.String(40), nullable=True),
        sa.Column("placement_contact_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_children_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_children")),
    )


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("relationship", sa.String(40), nullable=False),
        sa.Column("organization_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("alt_phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("notes_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("on_call_visible", sa.Boolean(), nullable=False),
        sa.Column("part2", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contacts_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )


def _hearings() -> None:
    op.create_table(
        "hearings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("court", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_hearings_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearings")),
    )


def _contact_children() -> None:
    op.create_table(
        "contact_children",
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("child_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"], ["children.id"], name=op.f("fk_contact_children_child_id_children")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_children_contact_id_contacts")
        ),
        sa.PrimaryKeyConstraint("contact_id", "child_id", name=op.f("pk_contact_children")),
    )


def _placements() -> None:
    op.create_table(
        "placements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("child_id", sa.String(), nullable=False),
        sa.Column("placement_type", sa.String(40), nullable=False),
        sa.Column("placement_contact_id", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("implied", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_placements_child_id_children")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint("child_id", "starts_on", name=op.f("uq_placements_child_id_starts_on")),
    )
