//! `users.csv`: students, their guardians, and staff.

use std::fmt;

use super::ROWS_MAX;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A person as the export has them. Names and numbers are kept as they stand, but for the spaces around them.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The line that the row starts on.
    pub line: u64,
    /// Their key in the export.
    pub sourced_id: String,
    /// What they are: the column of 1.1, or the role of 1.2 that matters here (student, else family, else the chief one).
    pub role: Role,
    /// Given name; empty for one who has a family name only.
    pub given: String,
    /// Family name; empty for one who has a given name only.
    pub family: String,
    /// Middle name.
    pub middle: Option<String>,
    /// The given name that they go by.
    pub preferred: Option<String>,
    /// Keys of their schools (a guardian's may be the district).
    pub school_ids: Vec<String>,
    /// A student's grade as the export writes it, such as KG or 07.
    pub grade: Option<String>,
    /// Number to call, unchecked.
    pub phone: Option<String>,
    /// Number to text, unchecked.
    pub sms: Option<String>,
    /// Mail address, unchecked.
    pub email: Option<String>,
    /// The language that they are best spoken to in: `metadata.language`, which OneRoster leaves to the exporter.
    pub language: Option<String>,
    /// Keys of a student's guardians, or of a guardian's students.
    pub agent_ids: Vec<String>,
    /// Whether the record is in force.
    pub active: bool,
}

impl fmt::Debug for Person {
    /// Without name and numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Person({:?} {})", self.role, self.sourced_id)
    }
}

/// What a person is, or is enrolled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A student.
    Student,
    /// A guardian.
    Guardian,
    /// A parent.
    Parent,
    /// Another relative.
    Relative,
    /// A teacher.
    Teacher,
    /// A teacher's aide.
    Aide,
    /// An administrator.
    Administrator,
    /// Someone who watches over tests.
    Proctor,
    /// A counselor (1.2).
    Counselor,
    /// What the exporter has added of its own (1.2, `ext:`).
    Other,
    /// Not said: in a set of changes, what the person was before.
    Unstated,
}

impl Role {
    pub(super) const WORDS: &str = "one of student, guardian, parent, relative, teacher, aide, counselor, principal, administrator, \
         districtAdministrator, siteAdministrator, systemAdministrator, proctor";

    pub(super) fn of(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "student" => Some(Self::Student),
            "guardian" => Some(Self::Guardian),
            "parent" => Some(Self::Parent),
            "relative" => Some(Self::Relative),
            "teacher" => Some(Self::Teacher),
            "aide" => Some(Self::Aide),
            "administrator"
            | "principal"
            | "districtadministrator"
            | "siteadministrator"
            | "systemadministrator"
            | "sysadmin" => Some(Self::Administrator),
            "proctor" => Some(Self::Proctor),
            "counselor" => Some(Self::Counselor),
            text if text.starts_with("ext:") => Some(Self::Other),
            _ => None,
        }
    }

    /// Whether it is someone of the student's family, whom the school may call.
    pub fn is_family(self) -> bool {
        matches!(self, Self::Guardian | Self::Parent | Self::Relative)
    }
}

pub(super) const TABLE: Table<Person> = Table {
    file: "users.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId"]),
        Column::optional("status"),
        Column::optional("orgSourcedIds").misspelt(&["orgSourceIds", "orgSourcedId"]),
        Column::optional("role"),
        Column::required("givenName").personal(),
        Column::required("familyName").personal(),
        Column::optional("middleName").personal(),
        Column::optional("preferredGivenName")
            .personal()
            .misspelt(&["prefferedGivenName", "preferedGivenName"]),
        Column::optional("email").personal(),
        Column::optional("sms").personal(),
        Column::optional("phone").personal(),
        Column::optional("agentSourcedIds").misspelt(&["agentSourceIds", "agentSourcedId"]),
        Column::optional("grades").misspelt(&["grade"]),
        Column::optional("primaryOrgSourcedId"),
        Column::optional("metadata.language").personal(),
    ],
    unused: &[
        "dateLastModified",
        "enabledUser",
        "username",
        "userIds",
        "identifier",
        "password",
        "preferredMiddleName",
        "prefferedMiddleName",
        "preferredFamilyName",
        "prefferedFamilyName",
        "pronouns",
        "userMasterIdentifier",
    ],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<Person, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let active = active?;
    let role = role(row, active);
    let school_ids = school_ids(row);
    let agent_ids = row.ids("agentSourcedIds");
    let given = row.text("givenName").to_owned();
    let family = row.text("familyName");
    // A record that is to be deleted needs no name.
    let family = row.value("familyName", "a given or a family name", |_| {
        Some(family.to_owned()).filter(|family| !(active && family.is_empty() && given.is_empty()))
    });
    let role = role?;
    let grade = grade(row, role);
    Ok(Person {
        line: row.line(),
        sourced_id: sourced_id?,
        role,
        given,
        family: family?,
        middle: row.optional_text("middleName"),
        preferred: row.optional_text("preferredGivenName"),
        school_ids: school_ids?,
        grade: grade?,
        phone: row.optional_text("phone"),
        sms: row.optional_text("sms"),
        email: row.optional_text("email"),
        language: row.optional_text("metadata.language"),
        agent_ids: agent_ids?,
        active,
    })
}

/// The column of 1.1; 1.2 has none, and says it in `roles.csv`.
fn role(row: &mut Row<'_>, active: bool) -> Result<Role, Bad> {
    if !row.has("role") || (!active && row.text("role").is_empty()) {
        return Ok(Role::Unstated);
    }
    row.value("role", Role::WORDS, Role::of)
}

/// The schools of 1.1, or the chief one of 1.2, which `roles.csv` goes before.
fn school_ids(row: &mut Row<'_>) -> Result<Vec<String>, Bad> {
    if row.has("orgSourcedIds") {
        return row.ids("orgSourcedIds");
    }
    Ok(row.optional_id("primaryOrgSourcedId")?.into_iter().collect())
}

/// A student's grade; what is no student's is kept only until `roles.csv` has said whose it is.
fn grade(row: &mut Row<'_>, role: Role) -> Result<Option<String>, Bad> {
    match role {
        Role::Student => row.value("grades", ONE_GRADE, |text| match text {
            "" => Some(None),
            text => Some(Some(text.to_owned())).filter(|_| is_one_grade(text)),
        }),
        Role::Unstated => Ok(row.optional_text("grades")),
        _ => Ok(None),
    }
}

/// A student is in one grade; which of several is not for us to choose. Staff may teach many, and none is kept.
pub(super) const ONE_GRADE: &str = "one grade such as KG, 01 or 12, or nothing";

pub(super) fn is_one_grade(text: &str) -> bool {
    text.len() <= 16 && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == ' ')
}
