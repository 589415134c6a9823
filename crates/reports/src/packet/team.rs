//! What the team itself does: referrals, decisions, actions, as they stood on the day of the report (`domain.md` 5.1).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use daymark_domain::{
    ActionState, NoteText, ReferralKind, ReferralStatus, SchoolDay, SchoolId, StudentId, Urgency,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::{ActionFact, ReferralFact, TeamFacts};
use crate::head::count;

/// A referral that somebody still has to see to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReferralFace {
    /// The export's key of the student.
    pub student_id: String,
    /// `transport`, `food`, ...
    #[schemars(with = "String")]
    pub kind: ReferralKind,
    /// `today`, `this_week`, `next_meeting`.
    #[schemars(with = "String")]
    pub urgency: Urgency,
    /// `requested`, `accepted`, ...
    #[schemars(with = "String")]
    pub status: ReferralStatus,
    /// When it was made.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// Who sees to it.
    pub owner: String,
    /// By when something must have happened.
    #[schemars(with = "Option<String>")]
    pub due: Option<SchoolDay>,
    /// That day is over.
    pub overdue: bool,
}

/// What a meeting decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionFace {
    /// The export's key of the student; null: about the school.
    pub student_id: Option<String>,
    /// The day of the meeting.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// What; null in a packet that was frozen.
    #[schemars(with = "Option<String>")]
    pub text: Option<NoteText>,
}

/// What somebody has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActionFace {
    /// The export's key of the student; null: about the school.
    pub student_id: Option<String>,
    /// When it was written down.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// That was in the seven days up to the report.
    pub new: bool,
    /// `open`, `done`, `dropped`.
    #[schemars(with = "String")]
    pub state: ActionState,
    /// Who does it.
    pub owner: String,
    /// By when.
    #[schemars(with = "String")]
    pub due: SchoolDay,
    /// It is open and that day is over.
    pub overdue: bool,
    /// What; null in a packet that was frozen.
    #[schemars(with = "Option<String>")]
    pub text: Option<NoteText>,
}

/// A school's team, on the day of the report.
pub(super) struct TeamDoes<'a> {
    pub school_id: SchoolId,
    pub team: &'a TeamFacts,
    pub as_of: SchoolDay,
}

impl<'a> TeamDoes<'a> {
    /// In the seven days up to the report: since the last weekly meeting.
    fn is_new(&self, day: SchoolDay) -> bool {
        self.as_of.minus(7) < day && day <= self.as_of
    }

    fn open(&self) -> impl Iterator<Item = &'a ReferralFact> {
        let school = self.school_id;
        let of_school = self.team.referrals.iter().filter(move |row| row.school_id == school);
        of_school.filter(|row| row.status.is_open())
    }

    /// By due day, then the oldest; without a due day last.
    pub fn open_referrals(&self) -> Vec<ReferralFace> {
        let face = |row: &ReferralFact| ReferralFace {
            student_id: row.student_sis_id.clone(),
            kind: row.kind,
            urgency: row.urgency,
            status: row.status,
            day: row.day,
            owner: row.owner.clone(),
            due: row.due,
            overdue: row.due.is_some_and(|due| due < self.as_of),
        };
        let mut open: Vec<ReferralFace> = self.open().map(face).collect();
        open.sort_by_key(|row| (row.due.is_none(), row.due, row.day));
        open
    }

    pub fn open_referrals_of(&self, student: StudentId) -> u32 {
        count(self.open().filter(|row| row.student_id == student))
    }

    /// Somebody has said yes to these.
    pub fn supports_of(&self, student: StudentId) -> Vec<ReferralKind> {
        let given = |row: &&ReferralFact| {
            row.student_id == student
                && matches!(row.status, ReferralStatus::Accepted | ReferralStatus::InProgress)
        };
        self.open().filter(given).map(|row| row.kind).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Of the latest meeting.
    pub fn decisions(&self) -> Vec<DecisionFace> {
        let ours = || {
            self.team.decisions.iter().filter(|row| row.school_id == self.school_id && row.day <= self.as_of)
        };
        let latest = ours().map(|row| row.day).max();
        ours()
            .filter(|row| Some(row.day) == latest)
            .map(|row| DecisionFace {
                student_id: row.student_sis_id.clone(),
                day: row.day,
                text: row.text.clone(),
            })
            .collect()
    }

    fn all_actions(&self) -> impl Iterator<Item = &'a ActionFact> {
        let school = self.school_id;
        self.team.actions.iter().filter(move |row| row.school_id == school)
    }

    pub fn actions(&self) -> Vec<ActionFace> {
        let shown = |row: &&ActionFact| row.state == ActionState::Open || self.is_new(row.since);
        let face = |row: &ActionFact| ActionFace {
            student_id: row.student_sis_id.clone(),
            day: row.day,
            new: self.is_new(row.day),
            state: row.state,
            owner: row.owner.clone(),
            due: row.due,
            overdue: row.state.is_overdue(row.due, self.as_of),
            text: row.text.clone(),
        };
        let mut actions: Vec<ActionFace> = self.all_actions().filter(shown).map(face).collect();
        actions.sort_by_key(|row| (Reverse(row.state == ActionState::Open), row.due, row.day));
        actions
    }

    pub fn open_actions_of(&self, student: &str) -> u32 {
        let about = |row: &&ActionFact| row.student_sis_id.as_deref() == Some(student);
        count(self.all_actions().filter(|row| row.state == ActionState::Open).filter(about))
    }
}
