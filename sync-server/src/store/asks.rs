//! What mentors ask of the team, and what the team answers. Answers are only ever added; the latest is in force.

use async_trait::async_trait;
use daymark_domain::{AskKind, AskStatus, EntryKey, MatchId, NoteText, SchoolId, StudentId, Urgency, UserId};

use super::StoreError;

/// A request of a mentor, as the coordinator reads it. No `Debug`: it tells of a family.
#[derive(Clone, PartialEq, Eq)]
pub struct AskSummary {
    /// The match.
    pub match_id: MatchId,
    /// The entry that asks.
    pub key: EntryKey,
    /// About whom.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// Who asks.
    pub mentor_name: String,
    /// When it was written, by the mentor's phone.
    pub asked_at: i64,
    /// What is asked for.
    pub kind: AskKind,
    /// By when.
    pub urgency: Urgency,
    /// In the mentor's words.
    pub text: Option<String>,
    /// The answer in force.
    pub answer: Option<AnswerSummary>,
}

impl AskSummary {
    /// Somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        self.answer.as_ref().is_none_or(|answer| !answer.status.is_final())
    }
}

/// An answer as it was given.
#[derive(Clone, PartialEq, Eq)]
pub struct AnswerSummary {
    /// How far the team has come.
    pub status: AskStatus,
    /// In the team's words.
    pub text: Option<String>,
    /// Who answered.
    pub by: String,
    /// When.
    pub at: i64,
}

/// An answer that is about to be given.
#[derive(Clone)]
pub struct NewAnswer {
    /// Whose request may be answered.
    pub school_id: SchoolId,
    /// The match.
    pub match_id: MatchId,
    /// The entry that asks.
    pub key: EntryKey,
    /// How far the team has come.
    pub status: AskStatus,
    /// What the mentor reads.
    pub text: Option<NoteText>,
    /// Who answers.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Requests and answers.
#[async_trait]
pub trait AskStore {
    /// What mentors of the school asked and did not take back, the latest first, each with the answer in force.
    async fn asks(&self, school: SchoolId) -> Result<Vec<AskSummary>, StoreError>;
    /// Adds an answer and tells the mentor's phones. `false`: the school has no such request.
    async fn answer_ask(&self, new: NewAnswer) -> Result<bool, StoreError>;
}
