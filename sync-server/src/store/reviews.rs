//! What was said of a match after its first two months.

use async_trait::async_trait;
use daymark_domain::{MatchId, NoteText, ReviewDecision, ReviewWish, SchoolDay, SchoolId};

use super::StoreError;
use super::closing::Author;

/// What was said and decided. No `Debug`: it is a child's word.
#[derive(Clone, PartialEq, Eq)]
pub struct ReviewFacts {
    /// When everybody was asked.
    pub day: SchoolDay,
    /// The student.
    pub student: ReviewWish,
    /// The family; none: not asked.
    pub family: Option<ReviewWish>,
    /// What goes well.
    pub works: Option<NoteText>,
    /// What changes, or why it goes on all the same.
    pub change: Option<NoteText>,
    /// What is decided.
    pub decision: ReviewDecision,
}

/// A review as it was written down.
#[derive(Clone, PartialEq, Eq)]
pub struct Review {
    /// Of which match.
    pub match_id: MatchId,
    /// What was said.
    pub facts: ReviewFacts,
    /// Who wrote it down.
    pub by: String,
}

/// Reviews.
#[async_trait]
pub trait ReviewStore {
    /// All of the school, the latest first.
    async fn reviews(&self, school: SchoolId) -> Result<Vec<Review>, StoreError>;
    /// Those of one match, the latest first.
    async fn reviews_of(&self, school: SchoolId, id: MatchId) -> Result<Vec<Review>, StoreError>;
    /// Keeps one; whether the match is the school's and has not ended.
    async fn add_review(&self, id: MatchId, facts: ReviewFacts, author: Author) -> Result<bool, StoreError>;
}
