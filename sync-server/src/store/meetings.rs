//! The team's meetings. What was decided and said stays; what can be said anew is followed by another row.

use async_trait::async_trait;
use daymark_domain::{
    AgendaItem, DecisionId, MeetingCheck, MeetingId, NoteText, SchoolDay, SchoolId, StudentId, UserId,
};

use super::StoreError;

/// A meeting that is about to begin.
#[derive(Clone)]
pub struct NewMeeting {
    /// Its id, unless the day has a meeting already.
    pub id: MeetingId,
    /// Whose school.
    pub school_id: SchoolId,
    /// When it is held.
    pub day: SchoolDay,
    /// The day that its packet looks from.
    pub as_of: SchoolDay,
    /// Who opened it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What can be said of a meeting anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingFacts {
    /// Who led, with an account.
    pub chair: Option<UserId>,
    /// Who led, by name; empty: not said. The store takes the account's name where there is one.
    pub chair_name: String,
    /// Who was there, of those with an account.
    pub attended: Vec<UserId>,
    /// Who else was there.
    pub others: Option<String>,
    /// What of a good meeting held.
    pub checks: Vec<MeetingCheck>,
}

/// A meeting with what is in force of it.
#[derive(Clone)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// When it was held.
    pub day: SchoolDay,
    /// The day that its packet looks from.
    pub as_of: SchoolDay,
    /// Decisions that stand.
    pub decisions: u32,
    /// Actions that it asked for.
    pub actions: u32,
    /// Who, and what held; empty until somebody said.
    pub facts: MeetingFacts,
    /// The names of who was there, by name.
    pub attended_names: Vec<String>,
}

/// A decision.
#[derive(Clone)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// About whom; none: about the school.
    pub student_id: Option<StudentId>,
    /// What.
    pub text: NoteText,
    /// Who wrote it down.
    pub by: String,
    /// When.
    pub at: i64,
    /// Who took it back.
    pub taken_back_by: Option<String>,
}

/// A decision that is about to be written down.
#[derive(Clone)]
pub struct NewDecision {
    /// Its id.
    pub id: DecisionId,
    /// Whose school.
    pub school_id: SchoolId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// About whom; none: about the school.
    pub student_id: Option<StudentId>,
    /// What.
    pub text: NoteText,
    /// Who writes it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What was said to an item of the agenda.
#[derive(Clone)]
pub struct AgendaNote {
    /// Which item.
    pub item: AgendaItem,
    /// Which mentor lead told it.
    pub lead: Option<UserId>,
    /// What.
    pub text: NoteText,
    /// Who wrote it down.
    pub by: String,
    /// When.
    pub at: i64,
}

/// A note that is about to be written down.
#[derive(Clone)]
pub struct NewAgendaNote {
    /// Whose school.
    pub school_id: SchoolId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// To which item.
    pub item: AgendaItem,
    /// Which mentor lead told it.
    pub lead: Option<UserId>,
    /// What; none: nothing was said after all.
    pub text: Option<NoteText>,
    /// Who writes it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A student of the school as the team's table needs it. No `Debug`: it is a child's name.
#[derive(Clone)]
pub struct TeamStudent {
    /// Our id.
    pub id: StudentId,
    /// The export's key, by which reports name the student.
    pub sis_id: String,
    /// The given name that the team uses.
    pub given: String,
    /// The family name.
    pub family: String,
}

/// Meetings.
#[async_trait]
pub trait MeetingStore {
    /// Begins one; or tells the one that the school has on that day.
    async fn begin_meeting(&self, new: NewMeeting) -> Result<MeetingId, StoreError>;
    /// The school's, the latest first.
    async fn meetings(&self, school: SchoolId) -> Result<Vec<Meeting>, StoreError>;
    /// One of them.
    async fn meeting(&self, school: SchoolId, id: MeetingId) -> Result<Option<Meeting>, StoreError>;
    /// Says anew who led, who was there, what held. `false`: meeting or one of the people are not the school's.
    async fn say_of_meeting(
        &self,
        school: SchoolId,
        id: MeetingId,
        facts: MeetingFacts,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
    /// What is in force of the agenda's notes. Empty for another school's meeting.
    async fn agenda_notes(&self, school: SchoolId, id: MeetingId) -> Result<Vec<AgendaNote>, StoreError>;
    /// Adds a note. `false`: meeting or mentor lead are not the school's.
    async fn note_agenda(&self, new: NewAgendaNote) -> Result<bool, StoreError>;
    /// The decisions of a meeting, in order.
    async fn decisions(&self, school: SchoolId, id: MeetingId) -> Result<Vec<Decision>, StoreError>;
    /// Adds a decision. `false`: meeting or student are not the school's.
    async fn add_decision(&self, new: NewDecision) -> Result<bool, StoreError>;
    /// Takes one back. `false`: the school has none of that id in that meeting that still stands.
    async fn take_back_decision(
        &self,
        school: SchoolId,
        meeting: MeetingId,
        id: DecisionId,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
    /// Who leads mentors: the school's coordinators, by name.
    async fn mentor_leads(&self, school: SchoolId) -> Result<Vec<(UserId, String)>, StoreError>;
    /// Whoever was ever enrolled at the school.
    async fn team_students(&self, school: SchoolId) -> Result<Vec<TeamStudent>, StoreError>;
}
