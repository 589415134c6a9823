//! A school's plan, its checklist of the year and its kick-off. All of them are only ever added to; the latest is in
//! force, and everything before it can be read.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{DayType, SchoolDay, SchoolId, UserId};

use super::StoreError;

/// One save of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersion {
    /// 1, 2, 3 … within the school.
    pub version: u32,
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// The plan as one version has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    /// Which version.
    pub version: PlanVersion,
    /// What was written, by the prompt's word; prompts without an answer are left out.
    pub answers: BTreeMap<String, String>,
}

/// A version that is about to be saved.
#[derive(Clone)]
pub struct NewPlan {
    /// Whose plan.
    pub school_id: SchoolId,
    /// The version that was on the page when it was written; 0: none.
    pub follows: u32,
    /// What was written, by the prompt's word.
    pub answers: BTreeMap<String, String>,
    /// Who saves it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What came of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanSaved {
    /// It is the plan now.
    Yes,
    /// Somebody saved another version in between: this is its number, and nothing was changed.
    Newer(u32),
}

/// A tick, or its taking back.
#[derive(Clone, PartialEq, Eq)]
pub struct StepMark {
    /// The step's word.
    pub step: String,
    /// When it was done; none: the tick was taken back.
    pub done: Option<SchoolDay>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: i64,
}

/// A tick that is about to be made.
#[derive(Clone)]
pub struct NewStepMark {
    /// Whose checklist.
    pub school_id: SchoolId,
    /// The year in which the school year begins.
    pub school_year: i32,
    /// The step's word.
    pub step: &'static str,
    /// When it was done; none: takes the tick back.
    pub done: Option<SchoolDay>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Who says so.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// The event at which families, students and mentors meet.
#[derive(Clone, PartialEq, Eq)]
pub struct KickOff {
    /// The date.
    pub day: SchoolDay,
    /// Minutes since midnight, when it is known.
    pub minute: Option<u16>,
    /// Where.
    pub place: String,
    /// What families should know of it.
    pub note: Option<String>,
}

/// The plan, the checklist and the kick-off.
#[async_trait]
pub trait PlanningStore {
    /// The plan in that version, or the latest.
    async fn plan(&self, school: SchoolId, version: Option<u32>) -> Result<Option<Plan>, StoreError>;
    /// All versions, the latest first.
    async fn plan_versions(&self, school: SchoolId) -> Result<Vec<PlanVersion>, StoreError>;
    /// Saves a version. The same words again are no new one.
    async fn save_plan(&self, new: NewPlan) -> Result<PlanSaved, StoreError>;
    /// Every tick and taking back of that school year, the latest first.
    async fn step_marks(&self, school: SchoolId, school_year: i32) -> Result<Vec<StepMark>, StoreError>;
    /// Adds a tick or takes one back.
    async fn mark_step(&self, new: NewStepMark) -> Result<(), StoreError>;
    /// The kick-off in force.
    async fn kick_off(&self, school: SchoolId) -> Result<Option<KickOff>, StoreError>;
    /// Announces it anew.
    async fn set_kick_off(
        &self,
        school: SchoolId,
        kick_off: KickOff,
        by: UserId,
        at: i64,
    ) -> Result<(), StoreError>;
    /// What the school's calendar says of those days.
    async fn day_types(
        &self,
        school: SchoolId,
        first: SchoolDay,
        last: SchoolDay,
    ) -> Result<BTreeMap<SchoolDay, DayType>, StoreError>;
}
