//! Mentors who stand in for a while.

use async_trait::async_trait;
use daymark_domain::{AccessBasis, MatchId, MentorId, NoteText, SchoolDay, SchoolId, SubstituteReason};

use super::StoreError;
use super::closing::Author;

/// For how long, and why.
#[derive(Clone, PartialEq, Eq)]
pub struct Term {
    /// Of which substitute's match.
    pub match_id: MatchId,
    /// Why.
    pub reason: SubstituteReason,
    /// In words.
    pub note: Option<NoteText>,
    /// The last day.
    pub last_day: SchoolDay,
    /// The family knows who comes instead.
    pub family_told: bool,
    /// Who decided it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// Somebody who is about to stand in.
#[derive(Clone)]
pub struct NewSubstitute {
    /// The id of the substitute's match.
    pub id: MatchId,
    /// The match whose mentor cannot come.
    pub for_match: MatchId,
    /// Who stands in.
    pub mentor_id: MentorId,
    /// What allows them to know of the student.
    pub basis: AccessBasis,
    /// Why.
    pub reason: SubstituteReason,
    /// In words.
    pub note: Option<NoteText>,
    /// The first day, which is today.
    pub today: SchoolDay,
    /// The last day.
    pub last_day: SchoolDay,
    /// The family knows who comes instead.
    pub family_told: bool,
}

/// A renewal.
#[derive(Clone)]
pub struct Renewal {
    /// The substitute's match.
    pub id: MatchId,
    /// Why.
    pub reason: SubstituteReason,
    /// In words.
    pub note: Option<NoteText>,
    /// The date at the school.
    pub today: SchoolDay,
    /// The last day.
    pub last_day: SchoolDay,
    /// The family knows who comes instead.
    pub family_told: bool,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandsIn {
    /// They stand in; their phone gets the student as soon as their papers allow it.
    Yes,
    /// The school has no such running match or no such mentor.
    NotOfThisSchool,
    /// These two have an open match already.
    Already,
}

/// Substitutes.
#[async_trait]
pub trait SubstituteStore {
    /// All terms of the school's substitutes, the latest first.
    async fn substitute_terms(&self, school: SchoolId) -> Result<Vec<Term>, StoreError>;
    /// Makes a match with an end from its first day on.
    async fn add_substitute(&self, new: NewSubstitute, author: Author) -> Result<StandsIn, StoreError>;
    /// Lets it last longer; whether there is such a running substitute.
    async fn renew_substitute(&self, renewal: Renewal, author: Author) -> Result<bool, StoreError>;
}
