//! The matches of the team's week page, with the names that only the team sees. The figures come from the facts that
//! reports are made of ([`super::reports`]).

use async_trait::async_trait;
use daymark_domain::{MatchId, MentorId, SchoolDay, SchoolId, StudentId};

use super::StoreError;

/// Which school and days.
#[derive(Clone, Copy, Debug)]
pub struct WeekQuestion {
    /// The school.
    pub school_id: SchoolId,
    /// First day.
    pub first: SchoolDay,
    /// Last day.
    pub last: SchoolDay,
}

/// A match that was active on a day of the question.
#[derive(Clone, PartialEq, Eq)]
pub struct WeekMatch {
    /// The match.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// First day.
    pub start_day: SchoolDay,
    /// First day without access.
    pub end_day: Option<SchoolDay>,
    /// The mentor's phones that may sync.
    pub phones: u32,
    /// When one of them last synced.
    pub last_sync_at: Option<i64>,
}

/// The week.
#[async_trait]
pub trait WeekStore {
    /// Matches that were active on one of the days, by the student's name.
    async fn week_matches(&self, question: WeekQuestion) -> Result<Vec<WeekMatch>, StoreError>;
}
