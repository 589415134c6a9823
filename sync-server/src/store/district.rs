//! The district beside its reports: the figures of its months, what it and its schools say of themselves.

use async_trait::async_trait;
use daymark_domain::{
    DistrictSupport, ReadinessAnswer, ReadinessQuestion, ReflectionPrompt, SchoolDay, SchoolId,
    SupportStanding, UserId,
};

use super::StoreError;
use super::snapshots::NewSnapshot;

/// A month's figures as they were first read.
#[derive(Clone)]
pub struct MonthFaces {
    /// The snapshot's number.
    pub id: i64,
    /// JSON.
    pub json: Vec<u8>,
    /// CSV.
    pub csv: Vec<u8>,
    /// When they were first read.
    pub frozen_at: i64,
}

/// One line that somebody said on a day, with who and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Said<T> {
    /// What.
    pub what: T,
    /// In words beside it.
    pub note: Option<String>,
    /// The date it is about.
    pub day: SchoolDay,
    /// Who.
    pub by: String,
    /// When.
    pub at: i64,
}

/// A line that is about to be said.
#[derive(Clone)]
pub struct Saying<T> {
    /// What.
    pub what: T,
    /// In words beside it.
    pub note: Option<String>,
}

/// Who says it, and when.
#[derive(Clone, Copy)]
pub struct Stamp {
    /// The date at the school.
    pub day: SchoolDay,
    /// Who.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A row of the self-check.
pub type SupportSaid = (DistrictSupport, SupportStanding);
/// A row of a school's readiness.
pub type ReadinessSaid = (ReadinessQuestion, ReadinessAnswer);

/// What a month taught a school.
#[derive(Clone, PartialEq, Eq)]
pub struct Reflection {
    /// Which school.
    pub school_id: SchoolId,
    /// To which prompt.
    pub prompt: ReflectionPrompt,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// The mentors of a school, by where they come from. They are adults: nothing is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentorSupply {
    /// Which school.
    pub school_id: SchoolId,
    /// Staff of the school who are mentors.
    pub internal: u32,
    /// Mentors from outside.
    pub partners: u32,
    /// Mentors of whom no application says where they come from.
    pub unknown: u32,
    /// Mentors with a student now.
    pub placed: u32,
}

/// The district.
#[async_trait]
pub trait DistrictStore {
    /// A month's figures, once somebody read them.
    async fn month_faces(&self, report: &str, as_of: SchoolDay) -> Result<Option<MonthFaces>, StoreError>;
    /// Keeps a month's figures; what was kept before stays and is handed back.
    async fn keep_month(&self, new: NewSnapshot) -> Result<MonthFaces, StoreError>;
    /// The numbers of all snapshots that are a month's figures.
    async fn month_ids(&self) -> Result<Vec<i64>, StoreError>;
    /// The first school day of any calendar from that day on.
    async fn first_school_day(&self, from: SchoolDay) -> Result<Option<SchoolDay>, StoreError>;
    /// The self-check, every row ever, the latest first.
    async fn self_checks(&self) -> Result<Vec<Said<SupportSaid>>, StoreError>;
    /// Adds rows of one save.
    async fn add_self_check(&self, rows: Vec<Saying<SupportSaid>>, stamp: Stamp) -> Result<(), StoreError>;
    /// Answers of a school (or of all), every row ever, the latest first.
    async fn readiness(
        &self,
        school: Option<SchoolId>,
    ) -> Result<Vec<(SchoolId, Said<ReadinessSaid>)>, StoreError>;
    /// Adds a school's answers.
    async fn add_readiness(
        &self,
        school: SchoolId,
        rows: Vec<Saying<ReadinessSaid>>,
        stamp: Stamp,
    ) -> Result<(), StoreError>;
    /// What a month taught a school (or all), the words in force.
    async fn reflections(
        &self,
        school: Option<SchoolId>,
        month: SchoolDay,
    ) -> Result<Vec<Reflection>, StoreError>;
    /// Writes it down; the same words again are no new row.
    async fn add_reflections(
        &self,
        school: SchoolId,
        month: SchoolDay,
        texts: Vec<(ReflectionPrompt, String)>,
        stamp: Stamp,
    ) -> Result<(), StoreError>;
    /// Mentors by school, on a day.
    async fn mentor_supply(&self) -> Result<Vec<MentorSupply>, StoreError>;
}
