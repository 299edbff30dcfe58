"""The people of these tests: Dana (caseworker), Sam (her supervisor), Riley (another unit's supervisor)."""

from storage.types import Role, StaffMember

DANA = StaffMember("dana", "Dana Whitlow", Role.CASEWORKER, supervisor_id="sam")
LEE = StaffMember("lee", "Lee Okafor", Role.CASEWORKER, supervisor_id="sam")
SAM = StaffMember("sam", "Sam Ortega", Role.SUPERVISOR, supervisor_id="pat")
RILEY = StaffMember("riley", "Riley Novak", Role.SUPERVISOR, supervisor_id="pat")
MAX = StaffMember("max", "Max Abara", Role.CASEWORKER, supervisor_id="riley")
PAT = StaffMember("pat", "Pat Delgado", Role.DIRECTOR)
NOOR = StaffMember("noor", "Noor Haddad", Role.ONCALL, supervisor_id="pat")
SKY = StaffMember("sky", "Sky Brandt", Role.SECRETARY, supervisor_id="pat")
ADA = StaffMember("ada", "Ada Quist", Role.ADMIN, supervisor_id="pat")

EVERYBODY = (DANA, LEE, SAM, RILEY, MAX, PAT, NOOR, SKY, ADA)
STAFF = {each.id: each for each in EVERYBODY}
