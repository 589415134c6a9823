//! What somebody has to do: agreed by the team, followed until it is done. The latest step is in force.

use async_trait::async_trait;
use daymark_domain::{ActionId, ActionState, MeetingId, NoteText, SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;
use super::referrals::StepTaken;

/// What can change of an action.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionNow {
    /// How far it is.
    pub state: ActionState,
    /// Who does it.
    pub owner: UserId,
    /// By when.
    pub due: SchoolDay,
    /// What was done, or why not.
    pub note: Option<NoteText>,
}

/// A step as it was taken.
#[derive(Clone)]
pub struct ActionStep {
    /// What holds from it on.
    pub now: ActionNow,
    /// The owner's name.
    pub owner_name: String,
    /// Who took it.
    pub by: String,
    /// When.
    pub at: i64,
}

/// An action with the step in force. No `Debug`: it may name a child.
#[derive(Clone)]
pub struct ActionItem {
    /// Its id.
    pub id: ActionId,
    /// In which meeting it was agreed.
    pub meeting: Option<MeetingId>,
    /// About whom; none: about the school.
    pub student_id: Option<StudentId>,
    /// What.
    pub text: NoteText,
    /// When it was written down.
    pub at: i64,
    /// The step in force.
    pub now: ActionStep,
}

/// An action that is about to be written down.
#[derive(Clone)]
pub struct NewAction {
    /// Its id.
    pub id: ActionId,
    /// Whose school.
    pub school_id: SchoolId,
    /// In which meeting it was agreed.
    pub meeting: Option<MeetingId>,
    /// About whom; none: about the school.
    pub student_id: Option<StudentId>,
    /// What.
    pub text: NoteText,
    /// Who does it.
    pub owner: UserId,
    /// By when.
    pub due: SchoolDay,
    /// Who writes it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A step that is about to be taken.
#[derive(Clone)]
pub struct NewActionStep {
    /// Whose school.
    pub school_id: SchoolId,
    /// Of which action.
    pub id: ActionId,
    /// The state that was on the page.
    pub from: ActionState,
    /// What shall hold.
    pub now: ActionNow,
    /// Who takes it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Actions.
#[async_trait]
pub trait ActionStore {
    /// The school's: what is open by its day, then what has ended, the latest first.
    async fn actions(&self, school: SchoolId) -> Result<Vec<ActionItem>, StoreError>;
    /// One of them.
    async fn action(&self, school: SchoolId, id: ActionId) -> Result<Option<ActionItem>, StoreError>;
    /// Its steps, the latest first. Empty for another school's.
    async fn action_steps(&self, school: SchoolId, id: ActionId) -> Result<Vec<ActionStep>, StoreError>;
    /// Writes one down. `false`: meeting, student or owner are not the school's.
    async fn add_action(&self, new: NewAction) -> Result<bool, StoreError>;
    /// Takes a step.
    async fn step_action(&self, new: NewActionStep) -> Result<StepTaken, StoreError>;
}
