//! Families' numbers: which do not work, what became of each. A number is never overwritten without a row that keeps it,
//! and what staff set is left alone by imports ([`super::imports`]).

use async_trait::async_trait;
use daymark_domain::{
    GuardianId, NoteText, NumberEvent, NumberReport, NumberSource, SchoolDay, SchoolId, StudentId, UserId,
};

use serde::Serialize;

use super::StoreError;

/// A mentor met a wrong or dead number. No `Debug`: it tells of a family.
#[derive(Clone, PartialEq, Eq)]
pub struct WrongNumber {
    /// Whose family.
    pub student_id: StudentId,
    /// Who called.
    pub mentor: String,
    /// On which day.
    pub day: SchoolDay,
    /// Which number, and when.
    pub report: NumberReport,
}

/// A guardian of a student, with the number in force.
#[derive(Clone, PartialEq, Eq)]
pub struct NumberOf {
    /// The student.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The guardian.
    pub guardian_id: GuardianId,
    /// Their name.
    pub name: String,
    /// Who they are to the student.
    pub relation: Option<String>,
    /// What is spoken.
    pub language: Option<String>,
    /// The number; none: there is none that can be called.
    pub phone: Option<String>,
    /// What must be known before calling.
    pub restrictions: Option<String>,
    /// Up to when, by phones' clocks, staff have dealt with what was reported.
    pub settled: Option<i64>,
    /// Imports leave the number alone.
    pub hand_set: bool,
    /// When somebody last said that it works.
    pub verified: Option<SchoolDay>,
}

/// One row of a number's history.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct NumberPast {
    /// Its number; the newest is the highest.
    pub id: i64,
    /// What happened.
    pub what: NumberEvent,
    /// The number from then on.
    pub phone: Option<String>,
    /// Where it was found.
    pub source: Option<NumberSource>,
    /// When the source said so.
    pub day: Option<SchoolDay>,
    /// Which member of staff; none: an import, or the command line.
    pub by: Option<String>,
    /// When it was written.
    pub at: i64,
}

/// What staff say of a number.
#[derive(Clone)]
pub struct NewNumberEvent {
    /// Whose school.
    pub school_id: SchoolId,
    /// Whose number.
    pub guardian_id: GuardianId,
    /// The newest row of the history that was on the page; 0: there was none.
    pub seen: i64,
    /// What happened.
    pub what: NumberEvent,
    /// The new number, when there is one.
    pub phone: Option<String>,
    /// Where it was found.
    pub source: NumberSource,
    /// When.
    pub day: SchoolDay,
    /// What mentors read who asked for a number that works.
    pub answer: Option<NoteText>,
    /// Who says so.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKept {
    /// It is kept.
    Yes,
    /// No student of the school has such a guardian.
    NotOfThisSchool,
    /// Somebody wrote another row in between.
    Moved,
}

/// Families' numbers.
#[async_trait]
pub trait NumberStore {
    /// What mentors reported and did not take back, the latest first.
    async fn wrong_numbers(&self, school: SchoolId) -> Result<Vec<WrongNumber>, StoreError>;
    /// The guardians of all students of the school of whom a wrong number was reported or another one asked for.
    async fn numbers_asked_about(&self, school: SchoolId) -> Result<Vec<NumberOf>, StoreError>;
    /// A guardian beside each of their students at the school, now or before; empty when there is none.
    async fn number_of(&self, school: SchoolId, guardian: GuardianId) -> Result<Vec<NumberOf>, StoreError>;
    /// What became of their numbers, the latest first; empty when no student of the school has such a guardian.
    async fn number_past(
        &self,
        school: SchoolId,
        guardian: GuardianId,
    ) -> Result<Vec<NumberPast>, StoreError>;
    /// Adds a row, sets the number that mentors call, tells their phones and answers those who asked for it.
    async fn keep_number_event(&self, new: NewNumberEvent) -> Result<NumberKept, StoreError>;
}
