//! What is done for mentors: talks, answers to three questions, meetings among themselves. The talks are for the
//! coordinator and the mentor.

use async_trait::async_trait;
use daymark_domain::{
    CheckInTopic, CheckInWay, MatchId, MentorId, NoteText, PulseScore, SchoolDay, SchoolId, SupportNeed,
    SupportPrompt,
};

use super::StoreError;
use super::closing::Author;

/// A mentor as those who support them see them.
#[derive(Clone, PartialEq, Eq)]
pub struct SupportedMentor {
    /// Their id.
    pub id: MentorId,
    /// Their name.
    pub name: String,
    /// First days of the matches that run.
    pub starts: Vec<SchoolDay>,
    /// Days of talks.
    pub talks: Vec<SchoolDay>,
    /// When they were last thanked.
    pub last_thanks: Option<SchoolDay>,
}

/// A talk. No `Debug`: what a mentor says there stays there.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckInFacts {
    /// When.
    pub day: SchoolDay,
    /// How.
    pub way: CheckInWay,
    /// What about.
    pub topics: Vec<CheckInTopic>,
    /// What the mentor needs.
    pub needs: Vec<SupportNeed>,
    /// Questions that they thought about together.
    pub prompts: Vec<SupportPrompt>,
    /// What was said.
    pub note: Option<NoteText>,
    /// What happens next.
    pub next_step: Option<NoteText>,
}

/// A talk as it was written down.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// What.
    pub facts: CheckInFacts,
    /// Who wrote it down.
    pub by: String,
}

/// Answers to the three questions.
#[derive(Clone, PartialEq, Eq)]
pub struct PulseFacts {
    /// When.
    pub day: SchoolDay,
    /// Whose student answered; none: the mentor did.
    pub match_id: Option<MatchId>,
    /// From 1 to 5.
    pub scores: [PulseScore; 3],
    /// In words.
    pub note: Option<NoteText>,
}

/// Answers as they were written down.
#[derive(Clone, PartialEq, Eq)]
pub struct Pulse {
    /// What.
    pub facts: PulseFacts,
    /// The student who answered.
    pub student: Option<String>,
    /// Who wrote it down.
    pub by: String,
}

/// A meeting of mentors.
#[derive(Clone, PartialEq, Eq)]
pub struct SupportEvent {
    /// When.
    pub day: SchoolDay,
    /// What about.
    pub topic: String,
    /// Who came, by name.
    pub mentors: Vec<String>,
    /// Who wrote it down.
    pub by: String,
}

/// Support.
#[async_trait]
pub trait SupportStore {
    /// The school's mentors with a match that runs, by name.
    async fn supported_mentors(&self, school: SchoolId) -> Result<Vec<SupportedMentor>, StoreError>;
    /// Talks with a mentor, the latest first.
    async fn check_ins(&self, school: SchoolId, mentor: MentorId) -> Result<Vec<CheckIn>, StoreError>;
    /// Keeps a talk; whether the mentor is the school's.
    async fn add_check_in(
        &self,
        mentor: MentorId,
        facts: CheckInFacts,
        author: Author,
    ) -> Result<bool, StoreError>;
    /// Answers of a mentor and of their students, the latest first.
    async fn pulses(&self, school: SchoolId, mentor: MentorId) -> Result<Vec<Pulse>, StoreError>;
    /// Keeps answers; whether mentor and match are the school's and each other's.
    async fn add_pulse(
        &self,
        mentor: MentorId,
        facts: PulseFacts,
        author: Author,
    ) -> Result<bool, StoreError>;
    /// Meetings of mentors, the latest first.
    async fn support_events(&self, school: SchoolId) -> Result<Vec<SupportEvent>, StoreError>;
    /// Keeps a meeting; whether all who came are the school's.
    async fn add_support_event(
        &self,
        day: SchoolDay,
        topic: String,
        mentors: Vec<MentorId>,
        author: Author,
    ) -> Result<bool, StoreError>;
}
