//! What OneRoster has no field for about a student, and a report by groups needs:
//! `student_id,english_learner,special_education,section_504,lunch,homeless,foster,zip,home_language`.

use std::fmt;
use std::io::Read;

use crate::problem::{FileReport, Problem};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A student's groups. `None`: the file does not say, which is something else than no.
#[derive(Clone, PartialEq, Eq)]
pub struct StudentAttributes {
    /// The line that the row starts on.
    pub line: u64,
    /// The student's key in the export.
    pub student_id: String,
    /// Learns English as a further language.
    pub english_learner: Option<bool>,
    /// Has an individual education programme.
    pub special_education: Option<bool>,
    /// Has a plan under section 504.
    pub section_504: Option<bool>,
    /// What the student pays for lunch.
    pub lunch: Option<Lunch>,
    /// Has no home of their own.
    pub homeless: Option<bool>,
    /// Is in foster care.
    pub foster: Option<bool>,
    /// Postal code of the home: five digits, or nine with a hyphen.
    pub zip: Option<String>,
    /// The language spoken at home, in the school's words.
    pub home_language: Option<String>,
}

impl fmt::Debug for StudentAttributes {
    /// The key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StudentAttributes(line {}, {})", self.line, self.student_id)
    }
}

/// What a student pays for lunch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lunch {
    /// Nothing.
    Free,
    /// A reduced price.
    Reduced,
    /// The full price.
    Paid,
}

impl Lunch {
    /// The word as stored and as a file has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Reduced => "reduced",
            Self::Paid => "paid",
        }
    }
    /// Whether it makes the student economically disadvantaged in the tables of chronic absence.
    pub fn is_eligible(self) -> bool {
        self != Self::Paid
    }
}

const TABLE: Table<StudentAttributes> = Table {
    file: "students.csv",
    columns: &[
        Column::required("student_id"),
        Column::optional("english_learner").personal().misspelt(&["el", "ell", "english_language_learner"]),
        Column::optional("special_education").personal().misspelt(&["sped", "iep"]),
        Column::optional("section_504").personal().misspelt(&["504"]),
        Column::optional("lunch").personal().misspelt(&["lunch_status"]),
        Column::optional("homeless").personal(),
        Column::optional("foster").personal().misspelt(&["foster_care"]),
        Column::optional("zip").personal().misspelt(&["zip_code", "postal_code"]),
        Column::optional("home_language").personal(),
    ],
    unused: &[],
    unique: &["student_id"],
    rows_max: crate::one_roster::ROWS_MAX,
    parse,
};

/// Reads students' groups row by row. A student who stands twice is a problem of the second row.
pub fn read_student_attributes(
    mut source: impl Read,
    file: &str,
    sink: &mut dyn FnMut(Result<StudentAttributes, Problem>),
) -> Result<FileReport, Refused> {
    TABLE.read(&mut source, file, sink)
}

fn parse(row: &mut Row<'_>) -> Result<StudentAttributes, Bad> {
    let student_id = row.id("student_id");
    let english_learner = row.flag("english_learner");
    let special_education = row.flag("special_education");
    let section_504 = row.flag("section_504");
    let lunch = row.value("lunch", "free, reduced, paid or nothing", lunch);
    let homeless = row.flag("homeless");
    let foster = row.flag("foster");
    let zip = zip(row);
    Ok(StudentAttributes {
        line: row.line(),
        student_id: student_id?,
        english_learner: english_learner?,
        special_education: special_education?,
        section_504: section_504?,
        lunch: lunch?,
        homeless: homeless?,
        foster: foster?,
        zip: zip?,
        home_language: row.optional_text("home_language"),
    })
}

fn lunch(text: &str) -> Option<Option<Lunch>> {
    match text.to_ascii_lowercase().as_str() {
        "" => Some(None),
        "free" | "f" => Some(Some(Lunch::Free)),
        "reduced" | "r" => Some(Some(Lunch::Reduced)),
        "paid" | "full" | "p" => Some(Some(Lunch::Paid)),
        _ => None,
    }
}

fn zip(row: &mut Row<'_>) -> Result<Option<String>, Bad> {
    let text = row.text("zip");
    let is_all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let expected = if is_all_digits && text.len() < 5 {
        "a postal code of five digits (a spreadsheet takes its leading zeros away; set the column's format to text)"
    } else {
        "a postal code such as 02138 or 02138-1234, or nothing"
    };
    row.value("zip", expected, |text| {
        is_zip(text).then(|| Some(text.to_owned()).filter(|zip| !zip.is_empty()))
    })
}

fn is_zip(text: &str) -> bool {
    let is_digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('-') {
        Some((zip, plus)) => is_digits(zip, 5) && is_digits(plus, 4),
        None => text.is_empty() || is_digits(text, 5),
    }
}
