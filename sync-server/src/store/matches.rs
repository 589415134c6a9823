//! Matches: one student with one mentor. Granting and ending take the next number of the school's log in the same
//! transaction, so that the phone learns of both by its cursor.

use async_trait::async_trait;
use daymark_domain::{MatchId, MatchStatus, MentorId, SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;
use super::proposals::CaseChange;

/// A student as found by the coordinator.
#[derive(Clone, PartialEq, Eq)]
pub struct StudentFound {
    /// Their id.
    pub id: StudentId,
    /// The name that the team uses.
    pub name: String,
    /// Their grade.
    pub grade: Option<String>,
    /// Mentors now.
    pub active_matches: u32,
}

/// What the coordinator looks for among the students enrolled on a day.
#[derive(Clone, Debug)]
pub struct StudentSearch {
    /// The school.
    pub school_id: SchoolId,
    /// The day on which they must be enrolled.
    pub day: SchoolDay,
    /// Part of a given, preferred or family name; empty finds all.
    pub name: String,
    /// The grade, exactly.
    pub grade: Option<String>,
    /// The most rows.
    pub limit: usize,
}

/// A match that is about to begin.
#[derive(Clone)]
pub struct NewMatch {
    /// Its id, also its record's.
    pub id: MatchId,
    /// The school.
    pub school_id: SchoolId,
    /// The student.
    pub student_id: StudentId,
    /// The mentor.
    pub mentor_id: MentorId,
    /// Its first day.
    pub start_day: SchoolDay,
    /// Whether the mentor calls before the bell.
    pub wake_up_calls: bool,
    /// Why these two.
    pub rationale: Option<String>,
    /// Who matched them.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// How adding a match ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchAdded {
    /// It was added under this number of the log.
    Yes(i64),
    /// The student or the mentor is not of this school.
    NotOfThisSchool,
    /// These two have an active match.
    Already,
}

/// The end of a match.
#[derive(Clone)]
pub struct MatchEnd {
    /// Which.
    pub id: MatchId,
    /// The school of the person who ends it.
    pub school_id: SchoolId,
    /// First day without access.
    pub end_day: SchoolDay,
    /// Why, as the coordinator chose it.
    pub reason: String,
    /// Who ended it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A match as the mentor's page shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchSummary {
    /// Its id.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The student's name.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// How far it has come.
    pub status: MatchStatus,
    /// First day.
    pub start_day: SchoolDay,
    /// First day without access; none while active.
    pub end_day: Option<SchoolDay>,
    /// Why it ended.
    pub end_reason: Option<String>,
    /// Whether the mentor calls before the bell.
    pub wake_up_calls: bool,
    /// Why these two.
    pub rationale: Option<String>,
}

/// The matches.
#[async_trait]
pub trait MatchStore {
    /// Students of the school by name.
    async fn find_students(&self, search: StudentSearch) -> Result<Vec<StudentFound>, StoreError>;
    /// The grades of students enrolled on that day, in the export's order of words.
    async fn grades(&self, school: SchoolId, day: SchoolDay) -> Result<Vec<String>, StoreError>;
    /// A mentor's matches, active ones first.
    async fn matches_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<MatchSummary>, StoreError>;
    /// Grants a student to a mentor; both must be the school's.
    async fn add_match(&self, new: NewMatch) -> Result<MatchAdded, StoreError>;
    /// Sets whether the mentor calls before the bell, as a step of the match's history; whether there was such an active
    /// match.
    async fn set_wake_up_calls(&self, of: CaseChange, wake_up_calls: bool) -> Result<bool, StoreError>;
    /// Ends an active match; whether there was one.
    async fn end_match(&self, end: MatchEnd) -> Result<bool, StoreError>;
}
