//! Referrals. What one is for never changes; how far it has come is told by its steps, and the latest is in force.

use async_trait::async_trait;
use daymark_domain::{
    ConsentBasis, EntryKey, MatchId, NoteText, ReferralId, ReferralKind, ReferralOutcome, ReferralStatus,
    ResourceId, SchoolDay, SchoolId, StudentId, Urgency, UserId,
};

use super::StoreError;

/// How far a referral has come. No `Debug`: it tells of a family.
#[derive(Clone, PartialEq, Eq)]
pub struct ReferralState {
    /// How far.
    pub status: ReferralStatus,
    /// What allows others to be told.
    pub consent: ConsentBasis,
    /// What came of it, once it has ended.
    pub outcome: Option<ReferralOutcome>,
    /// Who sees to it.
    pub owner: UserId,
    /// By when something must have happened.
    pub due: Option<SchoolDay>,
    /// What was done.
    pub note: Option<NoteText>,
}

/// A step as it was taken.
#[derive(Clone, PartialEq, Eq)]
pub struct ReferralStep {
    /// What holds from it on.
    pub state: ReferralState,
    /// The name of who sees to it.
    pub owner_name: String,
    /// Who took the step.
    pub by: String,
    /// When.
    pub at: i64,
}

/// A referral with the step in force.
#[derive(Clone, PartialEq, Eq)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// For whom.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// Where it leads.
    pub kind: ReferralKind,
    /// To which resource of the directory, when it is one.
    pub resource: Option<ResourceId>,
    /// To whom, by name.
    pub to: String,
    /// By when help is needed.
    pub urgency: Urgency,
    /// Why.
    pub reason: Option<String>,
    /// The mentor's request that it answers.
    pub ask: Option<(MatchId, EntryKey)>,
    /// The step in force.
    pub now: ReferralStep,
}

/// A referral that is about to be made.
#[derive(Clone)]
pub struct NewReferral {
    /// Its id.
    pub id: ReferralId,
    /// Whose school.
    pub school_id: SchoolId,
    /// For whom.
    pub student_id: StudentId,
    /// Where it leads.
    pub kind: ReferralKind,
    /// To which resource of the directory, when it is one.
    pub resource: Option<ResourceId>,
    /// To whom, by name.
    pub to: String,
    /// By when help is needed.
    pub urgency: Urgency,
    /// Why.
    pub reason: Option<NoteText>,
    /// The mentor's request that it answers.
    pub ask: Option<(MatchId, EntryKey)>,
    /// The first step.
    pub state: ReferralState,
    /// What the mentor who asked reads.
    pub answer: Option<NoteText>,
    /// Who makes it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A step that is about to be taken.
#[derive(Clone)]
pub struct NewStep {
    /// Whose school.
    pub school_id: SchoolId,
    /// Of which referral.
    pub id: ReferralId,
    /// The status that was on the page.
    pub from: ReferralStatus,
    /// What shall hold.
    pub state: ReferralState,
    /// What the mentor who asked reads.
    pub answer: Option<NoteText>,
    /// Who takes it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepTaken {
    /// It is taken.
    Yes,
    /// The school has no such referral, or nobody of that id to own it.
    NotOfThisSchool,
    /// Somebody took another step in between.
    Moved,
}

/// Referrals.
#[async_trait]
pub trait ReferralStore {
    /// The school's, open ones by due day.
    async fn referrals(&self, school: SchoolId) -> Result<Vec<Referral>, StoreError>;
    /// One student's.
    async fn referrals_of(&self, school: SchoolId, student: StudentId) -> Result<Vec<Referral>, StoreError>;
    /// One of them.
    async fn referral(&self, school: SchoolId, id: ReferralId) -> Result<Option<Referral>, StoreError>;
    /// Its steps, the latest first.
    async fn referral_steps(&self, id: ReferralId) -> Result<Vec<ReferralStep>, StoreError>;
    /// Makes one and answers the request that it comes from. `false`: student, owner, resource or request are not the
    /// school's, or the request is about another student.
    async fn add_referral(&self, new: NewReferral) -> Result<bool, StoreError>;
    /// Takes a step and answers the request that it comes from.
    async fn step_referral(&self, new: NewStep) -> Result<StepTaken, StoreError>;
    /// Who may own one: the school's coordinators, team members and principals, by name.
    async fn referral_owners(&self, school: SchoolId) -> Result<Vec<(UserId, String)>, StoreError>;
}
