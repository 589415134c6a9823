//! The home screen: what the day holds.

use daymark_domain::{
    AbsenceFigure, CallOutcome, ClearanceGap, Contact, ContactKind, DayType, EntryKey, MatchId, Projection,
    Reach, RecognitionReason, SchoolDay, TextPolicy, WakeUpPlan, WeekDosage,
};
use serde::{Deserialize, Serialize};

use super::{AskView, EntryState, GoalView};

/// The home screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    /// The mentor's name.
    pub mentor: String,
    /// Today at the school.
    pub day: SchoolDay,
    /// Minutes since midnight at the school now.
    pub minute: u16,
    /// What today is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The how-manieth school day of the year today is, if it is one.
    pub school_day_number: Option<u32>,
    /// The bell, in minutes since midnight.
    pub bell_minute: Option<u16>,
    /// Who to call before the bell. Empty on a day without school, as is `due.absent` and `due.sessions`.
    pub calls: Vec<CallCard>,
    /// The door in short.
    pub door: DoorSummary,
    /// What else the day holds.
    pub due: DueToday,
    /// Whom mentors of this school may text.
    pub texting: TextPolicy,
    /// The school's name; empty before it was heard from.
    pub school: String,
    /// What the school waits for before it gives students to this phone.
    pub waits_for: Vec<ClearanceGap>,
}

/// What is due beyond calls and door. What is done stays in its list with `done` until the day ends; each list is in
/// the order of the students' names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DueToday {
    /// Absent today: call home.
    pub absent: Vec<AbsentCard>,
    /// No time together yet this week, and fewer days with contact than the model wants.
    pub sessions: Vec<SessionCard>,
    /// Goals to look at, today's and those that were not looked at in time.
    pub goals: Vec<GoalCard>,
    /// What the mentor wanted to come back to.
    pub follow_ups: Vec<FollowUpCard>,
    /// What got better against the student's own past.
    pub celebrations: Vec<CelebrationCard>,
    /// What the team answered and this mentor has not yet read.
    pub answers: Vec<AnswerCard>,
    /// Wake-up calls that would be due today, had their plan not ended by its own rule.
    pub calls_ended: Vec<CallsEndedCard>,
    /// Who is called before the bell on the next school day; `None`: the calendar knows of none soon.
    pub next_calls: Option<NextCalls>,
}

/// A plan that has ended by its own rule: the mentor says so, or changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallsEndedCard {
    /// Who.
    pub who: Who,
    /// The plan that ended.
    pub plan: WakeUpPlan,
    /// The mentor ended the calls today, by this entry.
    pub done_by: Option<EntryKey>,
}

/// The calls of the next school day, as they stand now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextCalls {
    /// Which day.
    pub day: SchoolDay,
    /// Who.
    pub students: Vec<Who>,
}

/// The team's answer to what this mentor asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCard {
    /// Who.
    pub who: Who,
    /// What was asked, with its answer.
    pub ask: AskView,
    /// It was read today.
    pub done: bool,
}

/// What another mentor of the same student did: that it happened, nothing of what was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherContact {
    /// What kind.
    pub kind: ContactKind,
    /// When, in minutes since midnight on the school's clock.
    pub minute: u16,
    /// Whom it reached.
    pub reach: Reach,
}

/// A student in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
}

/// A student who is absent today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AbsentCard {
    /// Who.
    pub who: Who,
    /// The school recorded it. Else this mentor did not see the student, and no record of today is in: unconfirmed.
    pub official: bool,
    /// This mentor greeted the student today all the same: the two records disagree, and both are shown.
    pub greeted: bool,
    /// School days in a row that the student missed, today included when it is official.
    pub absent_in_a_row: u32,
    /// Absence this year to date.
    pub figure: AbsenceFigure,
    /// How the year may still end; `None` before anything was imported.
    pub projection: Option<Projection>,
    /// Whom to call, best number first.
    pub callees: Vec<Callee>,
    /// Which of them to call next; `None`: no number is left.
    pub next: Option<usize>,
    /// Calls and texts of today by this mentor's phones, whatever their kind: the family is not called twice.
    pub calls: Vec<RecordedCall>,
    /// What the student's other mentors did today, as far as this phone knows.
    pub others: Vec<OtherContact>,
    /// The office was asked for a number that works, in the last days.
    pub asked_office: Option<EntryKey>,
    /// An absence call reached somebody, or every number was tried.
    pub done: bool,
}

/// A student to spend time with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionCard {
    /// Who.
    pub who: Who,
    /// This week against the model.
    pub week: WeekDosage,
    /// Absent today by the school's record: not possible today.
    pub absent_today: bool,
    /// Time was spent today.
    pub done: bool,
    /// The entry that says so.
    pub done_by: Option<EntryKey>,
}

/// A goal to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalCard {
    /// Who.
    pub who: Who,
    /// The goal, with its check once it has one.
    pub goal: GoalView,
    /// It was looked at today.
    pub done: bool,
    /// The entry that says so.
    pub done_by: Option<EntryKey>,
}

/// A contact to come back to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUpCard {
    /// Who.
    pub who: Who,
    /// The earlier contact; a contact with `follows` set to it is the coming back.
    pub key: EntryKey,
    /// When that was.
    pub day: SchoolDay,
    /// What that was.
    pub contact: Contact,
    /// Since when it is due.
    pub due: SchoolDay,
    /// Whom to call, best number first.
    pub callees: Vec<Callee>,
    /// Which of them to call next; `None`: no number is left.
    pub next: Option<usize>,
    /// The mentor came back to it today.
    pub done: bool,
    /// The entry that says so.
    pub done_by: Option<EntryKey>,
}

/// Something to be glad about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CelebrationCard {
    /// Who.
    pub who: Who,
    /// What got better, as a recognition names it.
    pub reason: RecognitionReason,
    /// How many days: fewer absences, or present in a row.
    pub days: u16,
    /// The working, for fewer absences.
    pub weeks: Option<TwoWeeks>,
    /// Whom to call with the good news, best number first.
    pub callees: Vec<Callee>,
    /// Which of them to call next; `None`: no number is left.
    pub next: Option<usize>,
    /// Calls and texts of today by this mentor's phones, whatever their kind.
    pub calls: Vec<RecordedCall>,
    /// It was recognised today.
    pub done: bool,
    /// The entry that says so.
    pub done_by: Option<EntryKey>,
}

/// Two weeks of one student on as many school days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwoWeeks {
    /// The first school days of each week that are compared.
    pub school_days: u32,
    /// The week before.
    pub last_week: AbsenceFigure,
    /// The week.
    pub this_week: AbsenceFigure,
}

/// A student to call before the bell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallCard {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// School days in a row, up to the last recorded one, that the student missed.
    pub absent_in_a_row: u32,
    /// Whom to call, best number first.
    pub callees: Vec<Callee>,
    /// Today's calls so far, latest last (voided ones left out).
    pub calls: Vec<RecordedCall>,
    /// Which of `callees` to call next; `None`: no number is left.
    pub next: Option<usize>,
    /// The match's own plan; `None`: the coordinator asked for calls on every school day.
    pub plan: Option<WakeUpPlan>,
    /// What the student's other mentors did today, as far as this phone knows.
    pub others: Vec<OtherContact>,
    /// The office was asked for a number that works, in the last days.
    pub asked_office: Option<EntryKey>,
    /// Somebody was reached, or every number was tried.
    pub done: bool,
}

/// An adult whom the mentor may call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callee {
    /// Their name.
    pub name: String,
    /// "Mother", as the school writes it.
    pub relation: Option<String>,
    /// Home language.
    pub language: Option<String>,
    /// The number to dial; `None`: no usable number.
    pub phone: Option<String>,
    /// Shown before any button: court orders and the like.
    pub restriction: Option<String>,
    /// When they are best called, in the school's words.
    pub best_hours: Option<String>,
    /// The family speaks with an adult interpreter; never with the child.
    pub interpreter: bool,
    /// Whether texts are welcome; `None`: nobody has asked.
    pub may_text: Option<bool>,
    /// A mentor found the number wrong or disconnected, and the office has not changed it yet: a repair. Never `next`.
    pub wrong: bool,
}

/// A call that was recorded today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCall {
    /// The entry.
    pub key: EntryKey,
    /// All that was said about it.
    pub contact: Contact,
    /// How it ended.
    pub outcome: CallOutcome,
    /// When, in minutes since midnight.
    pub minute: u16,
    /// How far it has come.
    pub state: EntryState,
}

/// The door in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorSummary {
    /// Students on the list.
    pub students: u32,
    /// Greeted so far today, late ones included.
    pub greeted: u32,
    /// Absent on the last recorded school day.
    pub absent_yesterday: u32,
}
