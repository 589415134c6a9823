//! What the school holds about one student, as the team and the family may read it.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{
    AttendanceStatus, CalendarMark, GuardianId, IndicatorKind, IndicatorValue, MatchId, MatchStatus,
    RecordPurpose, SchoolDay, SchoolId, StudentId, UserId,
};
use serde::Serialize;

use super::StoreError;
use super::fields::Readable;
use super::numbers::NumberPast;

/// An adult whom the school may call.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ContactPoint {
    /// Who it is, for the page of their number.
    pub guardian_id: GuardianId,
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
    /// What became of the number, the latest first.
    pub past: Vec<NumberPast>,
}

/// A match, now or before.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct MatchPeriod {
    /// The match.
    pub id: MatchId,
    /// How far it has come.
    pub status: MatchStatus,
    /// Somebody who stands in for another mentor.
    pub stands_in: bool,
    /// Until when it is meant to last.
    pub expected_end: Option<SchoolDay>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, PartialEq, Eq, Serialize)]
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
    /// Of a contact: who began it, when it was not the mentor.
    pub direction: Option<String>,
    /// Of a contact: with whom, when it is not who this kind usually is with.
    pub party: Option<String>,
    /// Of a contact: where.
    pub place: Option<String>,
    /// A day to come back to it.
    pub follow_up: Option<SchoolDay>,
    /// It was done with several students at once; nobody else is named here.
    pub in_group: bool,
    /// It arrived after the match had ended.
    pub late: bool,
    /// The phone's clock was off by more than a day: the day is what the mentor saw, its moment is not certain.
    pub uncertain: bool,
    /// It came, or was taken back, after the mentor had left and nobody could ask any more.
    pub handed_in: bool,
    /// The mentor took it back.
    pub voided: bool,
}

/// Something in the way.
#[derive(Clone, PartialEq, Eq, Serialize)]
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
#[derive(Clone, PartialEq, Eq, Serialize)]
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
    /// How many there were, when somebody last looked.
    pub counted: Option<u32>,
    /// When that was.
    pub checked: Option<SchoolDay>,
    /// The mentor took it back.
    pub voided: bool,
}

/// What the school's record says of a day.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct OfficialDay {
    /// The day.
    pub day: SchoolDay,
    /// The mark.
    pub status: AttendanceStatus,
    /// The school's reason.
    pub reason: Option<String>,
}

/// A mark that the school took back or corrected.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ReplacedDay {
    /// The day.
    pub day: SchoolDay,
    /// The mark as it was.
    pub status: AttendanceStatus,
    /// The school's reason as it was.
    pub reason: Option<String>,
    /// When it was imported.
    pub recorded_at: i64,
    /// What took its place; none: nothing did.
    pub followed_by: Option<AttendanceStatus>,
    /// When.
    pub replaced_at: i64,
}

/// An indicator of behaviour or courses.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FileIndicator {
    /// What.
    pub kind: IndicatorKind,
    /// The period's first day.
    pub first: SchoolDay,
    /// The period's last day.
    pub last: SchoolDay,
    /// How many, or how much.
    pub value: IndicatorValue,
    /// A later file says otherwise.
    pub replaced: bool,
}

/// Something that staff wrote or decided about the student.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct StaffWord {
    /// On which occasion: `candidate`, `profile`, `notice`, `review`, `closing`, `hand_over`, `decision`, `action`,
    /// `celebration`.
    pub what: String,
    /// When, at the school.
    pub day: SchoolDay,
    /// What was decided or done, in the record's words.
    pub words: Vec<String>,
    /// In the writer's words.
    pub text: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
}

/// What a family added to the record.
#[derive(Clone, PartialEq, Eq, Serialize)]
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

/// A copy of the record that went to somebody who is neither the family nor a school official.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FileDisclosure {
    /// When.
    pub at: i64,
    /// Why.
    pub purpose: RecordPurpose,
    /// To whom.
    pub recipient: String,
    /// Who gave it.
    pub by: String,
}

/// A look at the record, or a change of it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct FileAccess {
    /// When.
    pub at: i64,
    /// What.
    pub what: String,
    /// By whom, when it was staff or a command.
    pub by: Option<String>,
    /// More of it: as which file and why a record was taken along.
    pub detail: Option<String>,
}

/// One student. No `Debug`: a child's record does not reach a log.
#[derive(Clone, PartialEq, Eq, Serialize)]
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
    /// Marks that it had before, by day.
    pub replaced: Vec<ReplacedDay>,
    /// Behaviour and courses, by kind and period.
    pub indicators: Vec<FileIndicator>,
    /// What staff wrote and decided, the latest first; empty for who does not read everything.
    pub written: Vec<StaffWord>,
    /// Marks made together.
    pub marks: BTreeSet<(SchoolDay, CalendarMark)>,
    /// What the family added, by day.
    pub amendments: Vec<Amendment>,
    /// To whom the record was given, the latest first.
    pub disclosures: Vec<FileDisclosure>,
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

/// A record that somebody takes along.
#[derive(Clone)]
pub struct RecordTaken {
    /// Whose record.
    pub student_id: StudentId,
    /// Of which school.
    pub school_id: SchoolId,
    /// As which kind of file.
    pub format: &'static str,
    /// Why.
    pub purpose: RecordPurpose,
    /// To whom it goes; of every [disclosure](RecordPurpose::is_disclosure).
    pub recipient: Option<String>,
    /// Who takes it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Students' files.
#[async_trait]
pub trait StudentFileStore {
    /// The file with these of its fields; none when the student was never enrolled at the school.
    async fn student_file(
        &self,
        school: SchoolId,
        student: StudentId,
        fields: Readable,
    ) -> Result<Option<StudentFile>, StoreError>;
    /// Who looked at the student's record or changed it, the latest first.
    async fn accesses_to(&self, school: SchoolId, student: StudentId) -> Result<Vec<FileAccess>, StoreError>;
    /// Keeps a note with the record. `false`: the school has no such student.
    async fn add_amendment(&self, new: NewAmendment) -> Result<bool, StoreError>;
    /// Notes that somebody takes the record along. `false`: the school has no such student.
    async fn note_export(&self, taken: RecordTaken) -> Result<bool, StoreError>;
}
