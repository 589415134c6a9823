//! What the school holds about one student, as the team and the family may read it.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{AttendanceStatus, CalendarMark, SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;

/// How much of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// What the team may read: no note for the mentor and the coordinator alone, nothing that is kept as sensitive.
    Team,
    /// Everything.
    Everything,
}

/// An adult whom the school may call.
#[derive(Clone, PartialEq, Eq)]
pub struct ContactPoint {
    /// The name.
    pub name: String,
    /// Who it is.
    pub relation: Option<String>,
    /// What is spoken.
    pub language: Option<String>,
    /// The number.
    pub phone: Option<String>,
    /// What must be known before calling.
    pub restrictions: Option<String>,
    /// When to call.
    pub best_hours: Option<String>,
    /// An interpreter is needed.
    pub interpreter: bool,
    /// Whether texts are welcome; none: nobody has asked.
    pub may_text: Option<bool>,
    /// No longer named by the school.
    pub former: bool,
}

/// A match, now or before.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchPeriod {
    /// With whom.
    pub mentor: String,
    /// From when.
    pub start: SchoolDay,
    /// The first day without.
    pub end: Option<SchoolDay>,
    /// Why it ended.
    pub end_reason: Option<String>,
    /// Why these two.
    pub rationale: Option<String>,
}

/// What an entry of a match record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryIs {
    /// Any kind of contact.
    Contact,
    /// A look at the door.
    DoorCheck,
    /// A note.
    Note,
    /// Praise.
    Recognition,
    /// A request to the team.
    Ask,
    /// A safety concern was raised; what it was is not written.
    SafetyConcern,
}

/// One entry of the timeline.
#[derive(Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// What it is.
    pub is: EntryIs,
    /// Of which day.
    pub day: SchoolDay,
    /// By whom.
    pub mentor: String,
    /// Its kind, in the match record's word.
    pub word: String,
    /// How it ended, for whom it is, in which form.
    pub second: Option<String>,
    /// In the mentor's words; the reason of an absence as it was told.
    pub text: Option<String>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// The mentor took it back.
    pub voided: bool,
}

/// Something in the way.
#[derive(Clone, PartialEq, Eq)]
pub struct FileBarrier {
    /// Since when it is known.
    pub day: SchoolDay,
    /// What.
    pub factor: String,
    /// Who said so.
    pub source: String,
    /// Since when it is over.
    pub resolved: Option<SchoolDay>,
    /// The mentor took it back.
    pub voided: bool,
}

/// A goal.
#[derive(Clone, PartialEq, Eq)]
pub struct FileGoal {
    /// Agreed when.
    pub day: SchoolDay,
    /// What is counted.
    pub measure: String,
    /// How it was.
    pub was: Option<u32>,
    /// How it shall be.
    pub aim: u32,
    /// By when.
    pub due: SchoolDay,
    /// How it went.
    pub result: Option<String>,
    /// The mentor took it back.
    pub voided: bool,
}

/// What the school's record says of a day.
#[derive(Clone, PartialEq, Eq)]
pub struct OfficialDay {
    /// The day.
    pub day: SchoolDay,
    /// The mark.
    pub status: AttendanceStatus,
    /// The school's reason.
    pub reason: Option<String>,
}

/// What a family added to the record.
#[derive(Clone, PartialEq, Eq)]
pub struct Amendment {
    /// When it was handed in.
    pub day: SchoolDay,
    /// By whom.
    pub asked_by: String,
    /// In their words.
    pub text: String,
    /// Who wrote it down.
    pub by: String,
}

/// A look at the record, or a change of it.
#[derive(Clone, PartialEq, Eq)]
pub struct FileAccess {
    /// When.
    pub at: i64,
    /// What.
    pub what: String,
    /// By whom, when it was staff or a command.
    pub by: Option<String>,
}

/// One student. No `Debug`: a child's record does not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct StudentFile {
    /// The student.
    pub id: StudentId,
    /// The name that the team uses.
    pub name: String,
    /// The name in the school's register.
    pub full_name: String,
    /// The birthday.
    pub birth_day: Option<SchoolDay>,
    /// The grade.
    pub grade: Option<String>,
    /// What is spoken at home.
    pub home_language: Option<String>,
    /// Days of entry to this school and the first day after it.
    pub enrollments: Vec<(SchoolDay, Option<SchoolDay>)>,
    /// Whom to call, those with restrictions first.
    pub contact_points: Vec<ContactPoint>,
    /// Matches, the latest first.
    pub matches: Vec<MatchPeriod>,
    /// What mentors recorded, the latest first.
    pub entries: Vec<FileEntry>,
    /// What stands in the way, the latest first.
    pub barriers: Vec<FileBarrier>,
    /// Goals, the latest first.
    pub goals: Vec<FileGoal>,
    /// The school's record, by day.
    pub official: Vec<OfficialDay>,
    /// Marks made together.
    pub marks: BTreeSet<(SchoolDay, CalendarMark)>,
    /// What the family added, by day.
    pub amendments: Vec<Amendment>,
}

/// A note that is about to be kept with the record.
#[derive(Clone)]
pub struct NewAmendment {
    /// Whose record.
    pub student_id: StudentId,
    /// Of which school.
    pub school_id: SchoolId,
    /// When it was handed in.
    pub day: SchoolDay,
    /// By whom.
    pub asked_by: String,
    /// In their words.
    pub text: String,
    /// Who writes it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Students' files.
#[async_trait]
pub trait StudentFileStore {
    /// The file; none when the student was never enrolled at the school.
    async fn student_file(
        &self,
        school: SchoolId,
        student: StudentId,
        reads: Reads,
    ) -> Result<Option<StudentFile>, StoreError>;
    /// Who looked at the student's record or changed it, the latest first.
    async fn accesses_to(&self, school: SchoolId, student: StudentId) -> Result<Vec<FileAccess>, StoreError>;
    /// Keeps a note with the record. `false`: the school has no such student.
    async fn add_amendment(&self, new: NewAmendment) -> Result<bool, StoreError>;
}
