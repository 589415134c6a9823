//! What an import reads and writes. An import has many rows and one transaction, so this trait is blocking: the command
//! line calls it as it is, a handler from a blocking thread.

use std::collections::{BTreeMap, HashSet};

use daymark_domain::{
    AttendanceStatus, DayPart, DayType, GuardianId, IndicatorKind, IndicatorValue, MatchId, SchoolDay,
    SchoolId, StudentId, UserId,
};
use serde::{Deserialize, Serialize};

use super::StoreError;

/// A school, as far as imports know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolRow {
    /// Our id.
    pub id: SchoolId,
    /// The export's own key.
    pub sis_id: String,
    /// Its name.
    pub name: String,
    /// IANA name of its zone. Written when the school is new and by staff afterwards, never by a later import.
    pub time_zone: String,
    /// Present on a school day unless the record says otherwise.
    pub negative_reporting: bool,
    /// The last day that the imported attendance covers.
    pub recorded_through: Option<SchoolDay>,
}

/// A student. No `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct StudentRow {
    /// Our id.
    pub id: StudentId,
    /// The export's own key.
    pub sis_id: String,
    /// Given name.
    pub given_name: String,
    /// Middle name.
    pub middle_name: Option<String>,
    /// Family name.
    pub family_name: String,
    /// The given name that they go by.
    pub preferred_name: Option<String>,
    /// Birth date.
    pub birth_day: Option<SchoolDay>,
    /// Grade as the export writes it.
    pub grade: Option<String>,
    /// Not withdrawn.
    pub active: bool,
}

/// What reports group a student by; `None`: no file has said. No `Debug`: it tells of health and of money.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StudentAttributes {
    /// `male`, `female`, `other`, `unspecified`.
    pub sex: Option<String>,
    /// One of the seven federal words.
    pub race_ethnicity: Option<String>,
    /// Learns English.
    pub english_learner: Option<bool>,
    /// Has an individual education plan.
    pub special_education: Option<bool>,
    /// Has a plan under section 504.
    pub section_504: Option<bool>,
    /// `free`, `reduced`, `paid`.
    pub lunch: Option<String>,
    /// Without a home of their own.
    pub homeless: Option<bool>,
    /// In foster care.
    pub foster: Option<bool>,
    /// As it came, leading zero and all.
    pub zip: Option<String>,
    /// In the school's words.
    pub home_language: Option<String>,
}

/// A student in a school from the entry day to the day before the exit day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnrollmentRow {
    /// Who.
    pub student_id: StudentId,
    /// Where.
    pub school_id: SchoolId,
    /// First day.
    pub entry_day: SchoolDay,
    /// First day no longer enrolled; none: still enrolled.
    pub exit_day: Option<SchoolDay>,
}

/// A row of `enrollments.csv` that is in force: a student in one class of a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrollmentSource {
    /// Its key in the export.
    pub sourced_id: String,
    /// The school's key in the export.
    pub school: String,
    /// First day.
    pub entry: SchoolDay,
    /// The day after the last; none: nobody knows.
    pub exit: Option<SchoolDay>,
}

/// Someone whom the school may call. No `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct GuardianRow {
    /// Our id.
    pub id: GuardianId,
    /// The export's own key.
    pub sis_id: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// A number that can be called, as the school writes it.
    pub phone: Option<String>,
    /// The language to speak.
    pub language: Option<String>,
    /// Still someone's guardian.
    pub active: bool,
}

/// What staff may set of a guardian, better than the export does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GuardianField {
    /// The number to call.
    Phone,
    /// The language to speak.
    Language,
}

impl GuardianField {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Language => "language",
        }
    }
}

/// What becomes of a guardian's field. No `Debug`: it holds a number to call.
#[derive(Clone, PartialEq, Eq)]
pub enum ByHand {
    /// This stands, whatever an import says; `None`: there is none that can be used.
    Set(Option<String>),
    /// The next import may say again.
    Release,
}

/// What a guardian is to a student. No `Debug`: restrictions may tell of a court.
#[derive(Clone, PartialEq, Eq)]
pub struct GuardianLink {
    /// The student.
    pub student_id: StudentId,
    /// The guardian.
    pub guardian_id: GuardianId,
    /// Mother, father, in the school's words.
    pub relation: Option<String>,
    /// To be called first.
    pub is_primary: bool,
    /// The student lives with them.
    pub lives_with: bool,
    /// To be called in an emergency.
    pub is_emergency: bool,
    /// The order of calling, from 1.
    pub priority: Option<u32>,
    /// What forbids or limits a call.
    pub restrictions: Option<String>,
    /// When to call, in the school's words.
    pub best_hours: Option<String>,
    /// They speak with the school through an adult interpreter.
    pub interpreter: bool,
    /// Whether they agreed to texts; none: nobody has asked.
    pub may_text: Option<bool>,
    /// A file of contacts named the pair.
    pub by_contacts: bool,
    /// Not ended.
    pub active: bool,
}

/// What a date is for a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDayRow {
    /// The school.
    pub school_id: SchoolId,
    /// The date.
    pub day: SchoolDay,
    /// What it is.
    pub day_type: DayType,
    /// How much of a school day it is.
    pub value: DayPart,
}

/// What the school recorded of a student's day. No `Debug`: the reason may tell of an illness.
#[derive(Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The status.
    pub status: AttendanceStatus,
    /// How much of the day was missed.
    pub missed: DayPart,
    /// The school's word for why.
    pub reason: Option<String>,
}

/// Whose day in which school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudentDay {
    /// The student.
    pub student_id: StudentId,
    /// The school.
    pub school_id: SchoolId,
    /// The day.
    pub day: SchoolDay,
}

/// A record that is in force, and its number in the history.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordedNow {
    /// Its number.
    pub id: i64,
    /// What it says.
    pub recorded: Recorded,
}

/// Of what and when an indicator tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorKey {
    /// The student.
    pub student_id: StudentId,
    /// What is told of.
    pub kind: IndicatorKind,
    /// First day of the period.
    pub first: SchoolDay,
    /// Its last day.
    pub last: SchoolDay,
}

/// An indicator that is in force, and its number in the history.
#[derive(Clone, PartialEq, Eq)]
pub struct IndicatorNow {
    /// Its number.
    pub id: i64,
    /// What it says.
    pub value: IndicatorValue,
}

/// Everything that a roster import compares with.
#[derive(Clone, Default)]
pub struct StoredRoster {
    /// All schools.
    pub schools: Vec<SchoolRow>,
    /// All students, withdrawn ones too.
    pub students: Vec<StudentRow>,
    /// All enrollments, ended ones too.
    pub enrollments: Vec<EnrollmentRow>,
    /// All guardians, ended ones too.
    pub guardians: Vec<GuardianRow>,
    /// Who is whose guardian, ended ones too.
    pub links: Vec<GuardianLink>,
    /// What staff set of guardians.
    pub hand_set: HashSet<(GuardianId, GuardianField)>,
    /// What reports group by, of students of whom a file has said something.
    pub attributes: Vec<(StudentId, StudentAttributes)>,
    /// The rows that enrollments were made of.
    pub sources: Vec<(StudentId, Vec<EnrollmentSource>)>,
}

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchOutcome {
    /// It was stored, if there was something to store.
    Applied,
    /// A dry run.
    Tried,
    /// Nothing was stored.
    Refused,
}

impl BatchOutcome {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Tried => "tried",
            Self::Refused => "refused",
        }
    }
    /// From the stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Applied, Self::Tried, Self::Refused].into_iter().find(|outcome| outcome.word() == word)
    }
}

/// What is written down of an import.
#[derive(Clone, Debug)]
pub struct BatchFigures {
    /// Sha-256 of what was read; none: it was refused before that could be said.
    pub digest: Option<[u8; 32]>,
    /// Rows read.
    pub rows_read: u64,
    /// Rows added, corrected or withdrawn.
    pub changes: u64,
    /// Rows that were left out.
    pub problems: u64,
    /// Who imported; none: the command line.
    pub done_by: Option<UserId>,
    /// The report in JSON: counts, problems and notes by ids and words.
    pub report: String,
    /// What became of it.
    pub outcome: BatchOutcome,
    /// The one school whose rows it may hold; none: every school's.
    pub school: Option<SchoolId>,
    /// The import that it undoes.
    pub undoes: Option<i64>,
}

/// One import in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRecord {
    /// Its number; attendance and indicators refer to it.
    pub id: i64,
    /// Which kind of file.
    pub kind: String,
    /// When, in seconds since 1970-01-01 UTC.
    pub at: i64,
    /// Who: the command line, or the id of a user; none: before this was written down.
    pub done_by: Option<String>,
    /// Sha-256 of what was read; empty: it was refused before that could be said.
    pub digest: Vec<u8>,
    /// Rows read.
    pub rows_read: u64,
    /// Rows added, corrected or withdrawn.
    pub changes: u64,
    /// Rows that were left out.
    pub problems: u64,
    /// The report in JSON; none: before this was written down.
    pub report: Option<String>,
    /// What became of it.
    pub outcome: BatchOutcome,
    /// The one school whose rows it may hold; none: every school's.
    pub school: Option<SchoolId>,
    /// The import that it undoes.
    pub undoes: Option<i64>,
    /// The entry that undoes it.
    pub undone_by: Option<i64>,
    /// The name of the member of staff who imported.
    pub by_name: Option<String>,
}

/// What decides whether an import can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchState {
    /// Which kind of file.
    pub kind: String,
    /// What became of it.
    pub outcome: BatchOutcome,
    /// The one school whose rows it may hold; none: every school's.
    pub school: Option<SchoolId>,
    /// It is the undoing of another.
    pub is_undoing: bool,
    /// What it found was written down.
    pub can_be_undone: bool,
    /// It was undone.
    pub is_undone: bool,
    /// Rows added, corrected or withdrawn.
    pub changes: u64,
}

/// What an undoing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Whose logs grew.
    pub schools: Vec<SchoolId>,
    /// What is as it was before the import, by noun.
    pub put_back: BTreeMap<String, u64>,
    /// What the import had added and is ended, by noun.
    pub ended: BTreeMap<String, u64>,
}

/// A match whose student has moved to another school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// The match.
    pub match_id: MatchId,
    /// Its school.
    pub school_id: SchoolId,
    /// The export's key of the student.
    pub student_sis_id: String,
    /// First day no longer enrolled there, and without access.
    pub exit_day: SchoolDay,
}

/// What becomes of the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it is stored.
    Keep,
    /// None of it is.
    Discard,
}

/// The work of one import.
pub type ImportWork<'a> = dyn FnMut(&mut dyn ImportTransaction) -> Result<Verdict, StoreError> + 'a;

/// Where imports go.
pub trait ImportStore: Send + Sync {
    /// Runs the work in one transaction: stored as a whole when it says so, else not at all.
    fn import(&self, work: &mut ImportWork<'_>) -> Result<(), StoreError>;
    /// The latest imports before that number, newest first.
    fn import_history(&self, limit: u32, before: Option<i64>) -> Result<Vec<ImportRecord>, StoreError>;
    /// Sets a guardian's field for the imports to come and tells the phones; whether the guardian is there.
    fn set_guardian_by_hand(
        &self,
        guardian: GuardianId,
        field: GuardianField,
        by_hand: &ByHand,
        at: i64,
    ) -> Result<bool, StoreError>;
}

/// One import under way. `seq` is always a number from [`next_seq`](Self::next_seq) in this transaction.
#[allow(missing_docs, reason = "each name says what it reads or writes")]
pub trait ImportTransaction {
    fn schools(&mut self) -> Result<Vec<SchoolRow>, StoreError>;
    fn students(&mut self) -> Result<Vec<StudentRow>, StoreError>;
    fn student_keys(&mut self) -> Result<Vec<(String, StudentId)>, StoreError>;
    fn student_attributes(&mut self) -> Result<Vec<(StudentId, StudentAttributes)>, StoreError>;
    fn enrollment_sources(&mut self) -> Result<Vec<(StudentId, Vec<EnrollmentSource>)>, StoreError>;
    fn guardians_hand_set(&mut self) -> Result<HashSet<(GuardianId, GuardianField)>, StoreError>;
    fn enrollments(&mut self) -> Result<Vec<EnrollmentRow>, StoreError>;
    fn guardians(&mut self) -> Result<Vec<GuardianRow>, StoreError>;
    fn guardian_links(&mut self) -> Result<Vec<GuardianLink>, StoreError>;
    fn calendar_days(&mut self) -> Result<Vec<CalendarDayRow>, StoreError>;
    /// What is in force; a superseded record is history.
    fn recorded_now(&mut self, of: StudentDay) -> Result<Option<RecordedNow>, StoreError>;
    /// What is in force; a superseded value is history.
    fn indicator_now(&mut self, of: &IndicatorKey) -> Result<Option<IndicatorNow>, StoreError>;
    /// The records in force of a school between two days.
    fn marks_between(
        &mut self,
        school_id: SchoolId,
        first: SchoolDay,
        last: SchoolDay,
    ) -> Result<Vec<(i64, StudentId, SchoolDay)>, StoreError>;
    /// Records in force on that day of that school.
    fn records_on(&mut self, school_id: SchoolId, day: SchoolDay) -> Result<u64, StoreError>;

    /// Takes the school's next number; once a school and import.
    fn next_seq(&mut self, school_id: SchoolId, what: &str, at: i64) -> Result<i64, StoreError>;
    /// Adds the school, or changes its name and what its attendance covers.
    fn put_school(&mut self, row: &SchoolRow) -> Result<(), StoreError>;
    fn put_student(&mut self, row: &StudentRow, seq: i64) -> Result<(), StoreError>;
    /// Takes no number of the log: no phone shows them.
    fn put_student_attributes(&mut self, id: StudentId, row: &StudentAttributes) -> Result<(), StoreError>;
    fn put_enrollment_source(&mut self, id: StudentId, rows: &[EnrollmentSource]) -> Result<(), StoreError>;
    fn add_enrollment(&mut self, row: &EnrollmentRow, seq: i64) -> Result<(), StoreError>;
    /// Corrects the enrollment that is stored under that entry day.
    fn correct_enrollment(
        &mut self,
        stored_entry: SchoolDay,
        row: &EnrollmentRow,
        seq: i64,
    ) -> Result<(), StoreError>;
    fn put_guardian(&mut self, row: &GuardianRow) -> Result<(), StoreError>;
    fn put_guardian_link(&mut self, row: &GuardianLink, seq: i64) -> Result<(), StoreError>;
    fn put_calendar_day(&mut self, row: CalendarDayRow, seq: i64) -> Result<(), StoreError>;
    /// Records a student's day; the record that it supersedes stays as history and points to the new one.
    fn record(
        &mut self,
        of: StudentDay,
        recorded: &Recorded,
        supersedes: Option<i64>,
        batch: i64,
        seq: i64,
    ) -> Result<(), StoreError>;
    /// Takes a record back; it stays as history.
    fn withdraw_mark(&mut self, id: i64, batch: i64, seq: i64) -> Result<(), StoreError>;
    /// As [`record`](Self::record), of an indicator.
    fn put_indicator(
        &mut self,
        of: &IndicatorKey,
        value: IndicatorValue,
        supersedes: Option<i64>,
        batch: i64,
    ) -> Result<(), StoreError>;
    /// Matches whose student is on that day at another school and no longer at the match's own (`domain.md` T33).
    fn matches_left_behind(&mut self, on: SchoolDay) -> Result<Vec<LeftBehind>, StoreError>;
    /// Ends such a match: the student leaves the mentor's phones.
    fn end_match(&mut self, left: &LeftBehind, at: i64, seq: i64) -> Result<(), StoreError>;
    /// Begins the batch that records refer to.
    fn begin_batch(&mut self, kind: &str, at: i64) -> Result<i64, StoreError>;
    fn finish_batch(&mut self, batch: i64, figures: &BatchFigures) -> Result<(), StoreError>;
    /// How many rows this import changed that are not of that school.
    fn changes_elsewhere(&mut self, school: SchoolId) -> Result<u64, StoreError>;
    fn batch_state(&mut self, batch: i64) -> Result<Option<BatchState>, StoreError>;
    /// The first import behind it that changed something of its school.
    fn built_on(&mut self, batch: i64) -> Result<Option<i64>, StoreError>;
    /// Active matches whose student is in the school by this import alone.
    fn matched_since(&mut self, batch: i64) -> Result<u64, StoreError>;
    /// Puts back what the import changed and ends what it added. Nothing is decided here.
    fn undo(&mut self, of: i64, batch: i64, at: i64) -> Result<Undone, StoreError>;
}
