//! What reports are made of, read once from one state of the store: facts, no figure yet.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId, StudentId};
use daymark_reports::{MatchFacts, SchoolFacts, StudentFacts, TeamFacts};

use super::StoreError;

/// Of whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whom {
    /// Everybody in scope.
    #[default]
    Everybody,
    /// Students who have or had a match at the school.
    Mentored,
    /// This student alone.
    One(StudentId),
}

/// Which facts.
#[derive(Clone, Copy, Debug)]
pub struct FactsQuestion {
    /// The school whose students are wanted, with their days at any school; none: the whole district.
    pub school_id: Option<SchoolId>,
    /// Of whom, with their matches.
    pub whom: Whom,
    /// First day of calendars and marks.
    pub first: SchoolDay,
    /// Matches that were over by this day are left out.
    pub matches_first: SchoolDay,
    /// First day of what mentors and the team did; none: nothing of it is read.
    pub contacts_first: Option<SchoolDay>,
    /// Last day of marks and contacts.
    pub last: SchoolDay,
    /// Last day of calendars: the end of the school year, since projections look ahead.
    pub calendar_last: SchoolDay,
}

/// The facts, without the rules.
#[derive(Default)]
pub struct RecordedFacts {
    /// All schools, by the export's key.
    pub schools: Vec<SchoolFacts>,
    /// Students enrolled between the days, by the export's key.
    pub students: Vec<StudentFacts>,
    /// Their matches, by student, start and mentor.
    pub matches: Vec<MatchFacts>,
    /// What the team does, as it stood on the last day.
    pub team: TeamFacts,
}

/// The facts of reports.
#[async_trait]
pub trait ReportStore {
    /// Everything about those days.
    async fn recorded_facts(&self, question: FactsQuestion) -> Result<RecordedFacts, StoreError>;
}
