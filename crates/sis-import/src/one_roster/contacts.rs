//! `student_contacts.csv`: what OneRoster has no field for about a student and a guardian.

use std::fmt;
use std::io::Read;

use super::ROWS_MAX;
use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A guardian of a student, named as Ed-Fi's `StudentContactAssociation` does. `None`: the export does not say.
#[derive(Clone, PartialEq, Eq)]
pub struct StudentContact {
    /// The line that the row starts on.
    pub line: u64,
    /// The student's key in the export.
    pub student_id: String,
    /// The guardian's key in the export.
    pub contact_id: String,
    /// Mother, father, and so on, in the school's words.
    pub relation: Option<String>,
    /// Whether to call this one first.
    pub primary: Option<bool>,
    /// Whether the student lives with them.
    pub lives_with: Option<bool>,
    /// Whether to call them in an emergency.
    pub emergency: Option<bool>,
    /// The order of calling, from 1.
    pub priority: Option<u32>,
    /// What forbids or limits a call; shown before any button that calls.
    pub restrictions: Option<String>,
    /// Number to call, unchecked; for a school whose `users.csv` has none.
    pub phone: Option<String>,
    /// The language that they are best spoken to in.
    pub language: Option<String>,
    /// When they are best called, in the school's words.
    pub best_hours: Option<String>,
    /// Whether they speak with the school through an interpreter.
    pub interpreter: Option<bool>,
    /// Whether they agreed to texts.
    pub may_text: Option<bool>,
}

impl fmt::Debug for StudentContact {
    /// Without relation and restrictions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StudentContact({} of {})", self.contact_id, self.student_id)
    }
}

pub(super) const TABLE: Table<StudentContact> = Table {
    file: "student_contacts.csv",
    columns: &[
        Column::required("student_id"),
        Column::required("contact_id"),
        Column::optional("relation").personal(),
        Column::optional("primary"),
        Column::optional("lives_with"),
        Column::optional("emergency"),
        Column::optional("priority"),
        Column::optional("restrictions").personal(),
        Column::optional("phone").personal(),
        Column::optional("language").personal(),
        Column::optional("best_hours").personal(),
        Column::optional("interpreter"),
        Column::optional("may_text"),
    ],
    unused: &[],
    unique: &["student_id", "contact_id"],
    rows_max: ROWS_MAX,
    parse,
};

/// Reads students' contacts by themselves, row by row. A pair that stands twice is a problem of its second row.
pub fn read_student_contacts(
    mut source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<StudentContact, Problem>),
) -> Result<FileReport, Refused> {
    TABLE.read(&mut source, file, sink)
}

fn parse(row: &mut Row<'_>) -> Result<StudentContact, Bad> {
    let student_id = row.id("student_id");
    let contact_id = row.id("contact_id");
    let primary = row.flag("primary");
    let lives_with = row.flag("lives_with");
    let emergency = row.flag("emergency");
    let interpreter = row.flag("interpreter");
    let may_text = row.flag("may_text");
    let priority = row.value("priority", "a whole number or nothing", |text| {
        if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
    });
    Ok(StudentContact {
        line: row.line(),
        student_id: student_id?,
        contact_id: contact_id?,
        relation: row.optional_text("relation"),
        primary: primary?,
        lives_with: lives_with?,
        emergency: emergency?,
        priority: priority?,
        restrictions: row.optional_text("restrictions"),
        phone: row.optional_text("phone"),
        language: row.optional_text("language"),
        best_hours: row.optional_text("best_hours"),
        interpreter: interpreter?,
        may_text: may_text?,
    })
}
