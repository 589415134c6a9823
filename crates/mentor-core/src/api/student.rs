//! One student's page.

use daymark_domain::{
    AbsenceFigure, Ask, AskStatus, AttendanceStatus, Barrier, CalendarMark, DayType, DraftOf, EntryKey,
    FirstContactItem, Goal, GoalCheck, GrantedField, IndicatorKind, MatchId, Milestone, NoteText, Projection,
    Recognition, SafetyContact, SchoolDay, Tag, TextPolicy, TierLimits, WakeUpPlan, WeekdayPattern, What,
};
use serde::{Deserialize, Serialize};

use super::{Callee, EntryState, LocalTime, OtherContact};

/// One student's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudentView {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// The grade as the school writes it.
    pub grade: Option<String>,
    /// The school's name.
    pub school: String,
    /// Today at the school.
    pub today: SchoolDay,
    /// School days since the match began, today included.
    pub school_days_together: u32,
    /// Absence this year to date.
    pub figure: AbsenceFigure,
    /// By which limits it is told.
    pub limits: TierLimits,
    /// The last day for which the school's record is complete; `None` when nothing was imported yet.
    pub record_complete_to: Option<SchoolDay>,
    /// The month shown.
    pub month: MonthView,
    /// Present days in a row by the school's record, up to the last recorded day.
    pub present_in_a_row: u32,
    /// Adults whom the mentor may call.
    pub callees: Vec<Callee>,
    /// Everything of every kind that was recorded with this student, latest first.
    pub log: Vec<LogEntry>,
    /// What the log adds up to.
    pub record: Box<StudentRecord>,
    /// What the student's other mentors did today, as far as this phone knows.
    pub others: Vec<OtherContact>,
    /// This year's absence by day of the week.
    pub weekdays: WeekdayPattern,
    /// The last eight weeks with school that the school's record covers, latest first.
    pub weeks: Vec<WeekTotal>,
    /// What holds at this student's school.
    pub school_help: SchoolHelp,
    /// What was granted of this student beyond what every phone gets.
    pub granted: Vec<GrantedView>,
}

/// A field that was granted, with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedView {
    /// Which.
    pub field: GrantedField,
    /// The last day on which it is here.
    pub until: SchoolDay,
    /// What it says, in its order.
    pub lines: Vec<GrantedLine>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedLine {
    /// The day that it is about, or the last of a period.
    pub day: SchoolDay,
    /// Of an indicator.
    pub kind: Option<IndicatorKind>,
    /// In the school's words.
    pub text: Option<String>,
    /// An indicator's value, in hundredths.
    pub hundredths: Option<i64>,
}

/// A week of the school's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekTotal {
    /// Its Monday.
    pub monday: SchoolDay,
    /// Absence in it.
    pub figure: AbsenceFigure,
}

/// What a school says to its mentors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolHelp {
    /// Whom to phone at once when a student may not be safe, in this order.
    pub safety_contacts: Vec<SafetyContact>,
    /// Whom mentors may text.
    pub texting: TextPolicy,
}

/// A year of one student's calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearView {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// The school's name.
    pub school: String,
    /// Today at the school.
    pub today: SchoolDay,
    /// The school year's months in order, each whole.
    pub months: Vec<MonthView>,
    /// Suns in it.
    pub suns: u32,
}

/// What the entries of one student add up to; whatever was taken back is not among it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StudentRecord {
    /// How the year may still end; `None` before anything was imported.
    pub projection: Option<Projection>,
    /// When the family was last reached.
    pub family_reached: Option<SchoolDay>,
    /// How the student is called awake; the latest plan.
    pub wake_up_plan: Option<PlanView>,
    /// Goals, latest first.
    pub goals: Vec<GoalView>,
    /// What stands in the way, what still does first.
    pub barriers: Vec<BarrierView>,
    /// Recognitions, latest first.
    pub recognitions: Vec<RecognitionView>,
    /// Requests to the team, latest first.
    pub asks: Vec<AskView>,
    /// Steps that are done, in the order of `Milestone::ALL`.
    pub milestones: Vec<Ticked<Milestone>>,
    /// Points of the first contact that are done, in the order of `FirstContactItem::ALL`.
    pub checklist: Vec<Ticked<FirstContactItem>>,
    /// What was begun and not saved; private to this phone.
    pub drafts: Vec<Draft>,
    /// Conversation starters that were used, latest first; private to this phone.
    pub asked: Vec<Asked>,
}

/// A plan of wake-up calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// The entry.
    pub key: EntryKey,
    /// Since when.
    pub since: SchoolDay,
    /// The plan.
    pub plan: WakeUpPlan,
    /// It has ended by its own rule.
    pub ended: bool,
}

/// A goal with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalView {
    /// The entry.
    pub key: EntryKey,
    /// When it was set.
    pub set: SchoolDay,
    /// The goal.
    pub goal: Goal,
    /// The latest look at it, and on which day.
    pub check: Option<(SchoolDay, GoalCheck)>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarrierView {
    /// The entry.
    pub key: EntryKey,
    /// When it was told.
    pub day: SchoolDay,
    /// What, and who said so.
    pub barrier: Barrier,
    /// When it was over.
    pub resolved: Option<SchoolDay>,
}

/// A recognition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognitionView {
    /// The entry.
    pub key: EntryKey,
    /// When.
    pub day: SchoolDay,
    /// What for and how.
    pub recognition: Recognition,
}

/// A request to the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskView {
    /// The entry.
    pub key: EntryKey,
    /// When.
    pub day: SchoolDay,
    /// What for.
    pub ask: Ask,
    /// How far it has come.
    pub state: EntryState,
    /// What the team has said so far.
    pub answer: Option<AnswerView>,
}

/// How far the team has come with what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    /// How far.
    pub status: AskStatus,
    /// In the team's words.
    pub text: Option<NoteText>,
    /// Who said so.
    pub by: String,
    /// When.
    pub day: SchoolDay,
    /// This mentor has read it.
    pub read: bool,
}

/// A point that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked<T> {
    /// Which.
    pub item: T,
    /// The entry.
    pub key: EntryKey,
    /// When.
    pub day: SchoolDay,
}

/// What was begun and not saved.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is going to be.
    pub of: DraftOf,
    /// All of it.
    pub text: String,
    /// When it was last typed at.
    pub at: LocalTime,
}

/// What a mentor has not even sent reaches no log.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({}, {} characters)", self.of, self.text.chars().count())
    }
}

/// A conversation starter that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Its key in the deck.
    pub starter: Tag,
    /// The last time.
    pub day: SchoolDay,
}

/// A month, every date of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// Its first day.
    pub first: SchoolDay,
    /// Its days in order.
    pub days: Vec<MonthDay>,
}

/// One date: the school's record beside the marks made together, never merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The school's record: present is stated once the day is recorded.
    pub official: Option<AttendanceStatus>,
    /// Marks made together. Two different ones: two phones disagreed, and both are shown.
    pub marks: Vec<CalendarMark>,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// The entry.
    pub key: EntryKey,
    /// The day that it is about.
    pub day: SchoolDay,
    /// When it was made, on the school's clock.
    pub made: LocalTime,
    /// What was done.
    pub what: What,
    /// Taken back: shown struck through.
    pub voided: bool,
    /// When it was taken back, on the school's clock.
    pub voided_at: Option<LocalTime>,
    /// How far it has come.
    pub state: EntryState,
}
