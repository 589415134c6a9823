//! Matches as those who look after them see them, how they end, and who comes after. That a match ends today is
//! [`MatchStore::end_match`](super::matches::MatchStore::end_match); here stands what belongs to a good ending.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{
    AccessBasis, ClosureReason, ClosureStep, MatchId, MatchStatus, MentorId, NoteText, SchoolDay, SchoolId,
    StepState, StudentId, UserId,
};

use super::StoreError;

/// A match with its names. No `Debug`: it names a child.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptMatch {
    /// Its id.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// Whether the student is enrolled on the day that was asked for.
    pub enrolled: bool,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// Its first day.
    pub start_day: SchoolDay,
    /// First day without it; none while it lasts.
    pub end_day: Option<SchoolDay>,
    /// Why it ended; none also where this version has no word for it.
    pub end_reason: Option<ClosureReason>,
    /// How far it has come.
    pub status: MatchStatus,
    /// What allows the mentor to know of the student.
    pub basis: Option<AccessBasis>,
    /// The match that it substitutes for a while.
    pub stands_in_for: Option<MatchId>,
    /// The match as which it goes on in the next school year.
    pub continued_by: Option<MatchId>,
}

impl KeptMatch {
    /// They meet, or will again.
    pub fn is_running(&self) -> bool {
        matches!(self.status, MatchStatus::Active | MatchStatus::Paused)
    }
}

/// That a match will end.
#[derive(Clone, PartialEq, Eq)]
pub struct ClosingPlan {
    /// Why; none: it goes on after all.
    pub reason: Option<ClosureReason>,
    /// When they mean to meet for the last time.
    pub last_day: Option<SchoolDay>,
    /// Who wrote it down.
    pub by: String,
    /// When.
    pub at: i64,
}

/// What became of a step.
#[derive(Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// Which.
    pub step: ClosureStep,
    /// What became of it.
    pub state: StepState,
    /// When.
    pub day: SchoolDay,
    /// Who did it.
    pub who: String,
    /// Why it could not be done; what was said.
    pub note: Option<NoteText>,
    /// Who wrote it down.
    pub by: String,
}

/// How far an ending has come.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Closing {
    /// The plan in force; none also when it was called off.
    pub plan: Option<ClosingPlan>,
    /// All that was noted of its steps, the latest last.
    pub history: Vec<StepTaken>,
}

impl Closing {
    /// What holds of a step.
    pub fn step(&self, step: ClosureStep) -> Option<&StepTaken> {
        self.history.iter().rfind(|taken| taken.step == step)
    }
    /// Nobody waits for the step any longer.
    pub fn is_settled(&self, step: ClosureStep) -> bool {
        self.step(step).is_some_and(|taken| taken.state.is_settled())
    }
}

/// Who writes, for which school, when.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// Whose school.
    pub school_id: SchoolId,
    /// Who.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A plan that is about to be written down.
#[derive(Clone)]
pub struct NewPlan {
    /// Which match.
    pub id: MatchId,
    /// Why; none: it goes on after all.
    pub reason: Option<ClosureReason>,
    /// When they mean to meet for the last time.
    pub last_day: Option<SchoolDay>,
}

/// A step that is about to be noted.
#[derive(Clone)]
pub struct NewStep {
    /// Of which match.
    pub id: MatchId,
    /// Which.
    pub step: ClosureStep,
    /// What became of it.
    pub state: StepState,
    /// When.
    pub day: SchoolDay,
    /// Who did it.
    pub who: String,
    /// Why it could not be done; what was said.
    pub note: Option<NoteText>,
}

/// The next match of a student whose last one ended.
#[derive(Clone)]
pub struct NewRematch {
    /// Its id.
    pub id: MatchId,
    /// The one that ended.
    pub from: MatchId,
    /// With whom it goes on.
    pub mentor_id: MentorId,
    /// Its first day.
    pub start_day: SchoolDay,
    /// Until when it is meant to last.
    pub expected_end: SchoolDay,
    /// Why these two.
    pub rationale: Option<String>,
    /// What the next mentor shall know, in the words of staff.
    pub hand_over: Option<NoteText>,
    /// Why this mentor though they have no room for one more; none: they have, or nobody has said.
    pub beyond_room: Option<String>,
    /// Today at the school.
    pub today: SchoolDay,
}

/// How proposing the next match ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rematched {
    /// It is proposed.
    Yes,
    /// The school has no such ended match or no such mentor.
    NotOfThisSchool,
    /// These two have an open match.
    Already,
    /// The mentor has as many students as they take, and nobody said why one more.
    NoRoom,
}

/// What staff wrote for the next mentor.
#[derive(Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The match that it is written for.
    pub match_id: MatchId,
    /// In the words of staff.
    pub text: NoteText,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// Endings.
#[async_trait]
pub trait ClosingStore {
    /// All matches of the school, by the student's name and start; `today` tells who is enrolled.
    async fn kept_matches(&self, school: SchoolId, today: SchoolDay) -> Result<Vec<KeptMatch>, StoreError>;
    /// One of them.
    async fn kept_match(
        &self,
        school: SchoolId,
        id: MatchId,
        today: SchoolDay,
    ) -> Result<Option<KeptMatch>, StoreError>;
    /// How far the school's endings have come; what was never planned is missing.
    async fn closings(&self, school: SchoolId) -> Result<BTreeMap<MatchId, Closing>, StoreError>;
    /// How far one of them has come.
    async fn closing(&self, school: SchoolId, id: MatchId) -> Result<Closing, StoreError>;
    /// Writes down that a match will end, or goes on after all; whether it is the school's and has not ended.
    async fn plan_closing(&self, plan: NewPlan, author: Author) -> Result<bool, StoreError>;
    /// Notes a step; whether the match is the school's.
    async fn note_closing_step(&self, step: NewStep, author: Author) -> Result<bool, StoreError>;
    /// Proposes the next match of a student whose last one ended. It becomes active as every proposal does.
    async fn rematch(&self, new: NewRematch, author: Author) -> Result<Rematched, StoreError>;
    /// What was written for the mentor of a match, the latest first.
    async fn hand_overs(&self, school: SchoolId, id: MatchId) -> Result<Vec<HandOver>, StoreError>;
    /// Writes it anew; whether the match is the school's and came after another.
    async fn write_hand_over(&self, id: MatchId, text: NoteText, author: Author) -> Result<bool, StoreError>;
}
