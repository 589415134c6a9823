//! From one school year to the next: a record is of one match and one year, so whoever goes on together does so in a
//! new match.

use async_trait::async_trait;
use daymark_domain::{ClearanceGap, ClosureReason, MatchId, MentorId, SchoolDay, SchoolId};

use super::StoreError;
use super::closing::Author;

/// What shall become of matches of the year that is over.
#[derive(Clone)]
pub struct YearTurn {
    /// The first date of the new school year: what began before is of the old one.
    pub first_day: SchoolDay,
    /// The date at the school: the old matches' first day without access, the new ones' first day.
    pub today: SchoolDay,
    /// Until when the new ones are meant to last.
    pub expected_end: SchoolDay,
    /// Those that go on.
    pub go_on: Vec<MatchId>,
    /// Those that end, and why.
    pub end: Vec<(MatchId, ClosureReason)>,
}

/// What was done; what was not there to do is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearTurned {
    /// Matches that go on as new ones.
    pub went_on: u32,
    /// Matches that ended.
    pub ended: u32,
}

/// The turn of the year.
#[async_trait]
pub trait RolloverStore {
    /// Does it in one transaction. Matches of another school, substitutes, ended ones and those of the new year are
    /// passed over, so that the same again does nothing.
    async fn turn_the_year(&self, turn: YearTurn, author: Author) -> Result<YearTurned, StoreError>;
    /// What each mentor of the school lacks on that day; whoever lacks nothing is missing.
    async fn papers_lacking(
        &self,
        school: SchoolId,
        on: SchoolDay,
    ) -> Result<Vec<(MentorId, Vec<ClearanceGap>)>, StoreError>;
}
