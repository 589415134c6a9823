//! Thanks to mentors, and a good word to students and families whose days got better.

use async_trait::async_trait;
use daymark_domain::{MentorId, Recognised, RecognitionForm, SchoolDay, SchoolId, StudentId, ThanksWay};

use super::StoreError;
use super::closing::Author;

/// A good word that was said.
#[derive(Clone, PartialEq, Eq)]
pub struct Celebration {
    /// About whom.
    pub student_id: StudentId,
    /// To whom.
    pub whom: Recognised,
    /// How.
    pub form: RecognitionForm,
    /// When.
    pub day: SchoolDay,
    /// Who wrote it down.
    pub by: String,
}

/// A good word that is about to be kept.
#[derive(Clone)]
pub struct NewCelebration {
    /// About whom.
    pub student_id: StudentId,
    /// To whom.
    pub whom: Recognised,
    /// How.
    pub form: RecognitionForm,
    /// When.
    pub day: SchoolDay,
}

/// A student as the celebration list names them.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// Their id.
    pub id: StudentId,
    /// The export's key, by which reports know them.
    pub sis_id: String,
    /// The name that the team uses.
    pub name: String,
    /// Their grade.
    pub grade: Option<String>,
    /// The language at home.
    pub language: Option<String>,
}

/// Thanks.
#[async_trait]
pub trait ThanksStore {
    /// Keeps that a mentor was thanked; whether the mentor is the school's.
    async fn add_thanks(
        &self,
        mentor: MentorId,
        way: ThanksWay,
        day: SchoolDay,
        author: Author,
    ) -> Result<bool, StoreError>;
    /// Minutes of one-on-one time that a mentor recorded from a day on, over all matches; whoever has none is missing.
    async fn minutes_with_students(
        &self,
        school: SchoolId,
        since: SchoolDay,
    ) -> Result<Vec<(MentorId, u32)>, StoreError>;
    /// Good words from a day on, the latest first.
    async fn celebrations(&self, school: SchoolId, since: SchoolDay) -> Result<Vec<Celebration>, StoreError>;
    /// Keeps a good word; whether the student is or was the school's.
    async fn add_celebration(&self, new: NewCelebration, author: Author) -> Result<bool, StoreError>;
    /// Students with a match that runs, by name.
    async fn named_students(&self, school: SchoolId) -> Result<Vec<Named>, StoreError>;
}
