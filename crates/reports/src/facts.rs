//! What a report is made of: what the school recorded, read once, from one state of the store.

use std::collections::BTreeMap;

use daymark_domain::{
    ActionState, AskKind, BarrierFactor, CalendarDay, Enrollment, IndicatorKind, IndicatorValue,
    LoggedContact, Mark, MatchId, MentorId, MentorType, NoteText, Reach, Recognition, ReferralKind,
    ReferralStatus, Rules, SchoolDay, SchoolId, StudentId, Urgency,
};

/// Rules, and where they come from.
#[derive(Clone, Debug, Default)]
pub struct RulesInForce {
    /// The rules.
    pub rules: Rules,
    /// The version of the newest setting that they follow; 0 before anything was set.
    pub version: i64,
    /// Keys that this one report was asked to take another value for.
    pub overridden: Vec<String>,
}

/// A school, with its year.
#[derive(Clone, Debug)]
pub struct SchoolFacts {
    /// Our id.
    pub id: SchoolId,
    /// The export's key.
    pub sis_id: String,
    /// Its name.
    pub name: String,
    /// Present on a school day unless the record says otherwise.
    pub negative_reporting: bool,
    /// The last day that the record covers.
    pub recorded_through: Option<SchoolDay>,
    /// Its days, in order.
    pub calendar: Vec<CalendarDay>,
    /// Its rules.
    pub rules: RulesInForce,
}

/// What reports group students by; `None`: no file has said. No `Debug`: it tells of health and of money.
#[derive(Clone, Default)]
pub struct Groups {
    /// `male`, `female`, `other`, `unspecified`.
    pub gender: Option<String>,
    /// One of the seven federal words.
    pub race_ethnicity: Option<String>,
    /// Learns English.
    pub english_learner: Option<bool>,
    /// Has an individual education plan.
    pub special_education: Option<bool>,
    /// `free`, `reduced`, `paid`.
    pub lunch: Option<String>,
    /// The zip code of the home.
    pub zip: Option<String>,
}

/// A count of behaviour or courses in a period.
#[derive(Clone)]
pub struct IndicatorFact {
    /// What.
    pub kind: IndicatorKind,
    /// The period's first day.
    pub first: SchoolDay,
    /// The period's last day.
    pub last: SchoolDay,
    /// How many, or how much.
    pub value: IndicatorValue,
}

/// A student, with what was recorded. No `Debug`: it is a child's record.
#[derive(Clone)]
pub struct StudentFacts {
    /// Our id; no report shows it.
    pub id: StudentId,
    /// The export's key, the only name that a report gives.
    pub sis_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// What reports group by.
    pub groups: Groups,
    /// Enrollments, by entry.
    pub enrollments: Vec<Enrollment>,
    /// Marks in force, by day.
    pub marks: Vec<Mark>,
    /// Indicators in force, by kind and period.
    pub indicators: Vec<IndicatorFact>,
}

/// One entry of a match's record that stands: not taken back, and not of a phone that is still to send it.
#[derive(Clone, Debug)]
pub struct ContactFact {
    /// The date at the school.
    pub day: SchoolDay,
    /// `door_greeting`, `wake_up_call`, `one_on_one`.
    pub kind: String,
    /// Seconds since 1970, as the phone's clock claimed.
    pub at: i64,
    /// The phone that wrote it.
    pub device: String,
    /// Whom it reached.
    pub reach: Reach,
    /// A call that met a wrong or dead number.
    pub wrong_number: bool,
}

impl ContactFact {
    /// As the dosage rule sees it.
    pub fn logged(&self) -> LoggedContact<'_> {
        let Self { day, at, reach, .. } = *self;
        LoggedContact { day, kind: &self.kind, at, device: &self.device, reach }
    }
}

/// A cause of absence, as somebody told it.
#[derive(Clone)]
pub struct BarrierFact {
    /// When it was told.
    pub day: SchoolDay,
    /// The cause.
    pub factor: BarrierFactor,
    /// Since when it is out of the way.
    pub resolved: Option<SchoolDay>,
}

/// A note that its mentor wrote for the team's table.
#[derive(Clone)]
pub struct NoteFact {
    /// When.
    pub day: SchoolDay,
    /// What; none where the text may not go along.
    pub text: Option<NoteText>,
}

/// A warm word that was given.
#[derive(Clone)]
pub struct RecognitionFact {
    /// When.
    pub day: SchoolDay,
    /// To whom, how, what for.
    pub recognition: Recognition,
}

/// A request to the team.
#[derive(Clone)]
pub struct AskFact {
    /// When.
    pub day: SchoolDay,
    /// What for.
    pub kind: AskKind,
    /// By when.
    pub urgency: Urgency,
    /// In the mentor's words; none where the text may not go along.
    pub text: Option<NoteText>,
    /// Since when nobody has to do anything any more, in UTC.
    pub closed: Option<SchoolDay>,
}

/// What a mentor told the team, each by date; what was taken back is not among it.
#[derive(Clone, Default)]
pub struct Told {
    /// Causes of absence.
    pub barriers: Vec<BarrierFact>,
    /// Notes for the team that may be read out at its table; no other note is read for a report.
    pub notes: Vec<NoteFact>,
    /// Recognitions.
    pub recognitions: Vec<RecognitionFact>,
    /// Requests.
    pub asks: Vec<AskFact>,
}

/// A match and what its mentor did.
#[derive(Clone)]
pub struct MatchFacts {
    /// The match.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The student's key in the export.
    pub student_sis_id: String,
    /// The school.
    pub school_id: SchoolId,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name: a member of the team, not a child.
    pub mentor_name: String,
    /// Where the mentor comes from; none: no application was written down.
    pub mentor_kind: Option<MentorType>,
    /// First day.
    pub start: SchoolDay,
    /// First day that is no longer in it.
    pub end: Option<SchoolDay>,
    /// The mentor's phones that may sync.
    pub phones: u32,
    /// When one of them last synced, in UTC; none: never.
    pub last_sync: Option<SchoolDay>,
    /// What was recorded, by date.
    pub contacts: Vec<ContactFact>,
    /// What was told to the team.
    pub told: Told,
}

impl MatchFacts {
    /// Whether the mentor and the student belong together on the day.
    pub fn is_active_on(&self, day: SchoolDay) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }
}

/// Help for a student that somebody else gives, as it stood on the day of the report.
#[derive(Clone)]
pub struct ReferralFact {
    /// Whose school.
    pub school_id: SchoolId,
    /// For whom.
    pub student_id: StudentId,
    /// The student's key in the export.
    pub student_sis_id: String,
    /// Where it leads.
    pub kind: ReferralKind,
    /// By when help was needed.
    pub urgency: Urgency,
    /// When it was made, in UTC.
    pub day: SchoolDay,
    /// How far it had come.
    pub status: ReferralStatus,
    /// Since when, in UTC.
    pub since: SchoolDay,
    /// Who saw to it: a member of the team.
    pub owner: String,
    /// By when something must have happened.
    pub due: Option<SchoolDay>,
}

/// What a meeting decided, unless it was taken back.
#[derive(Clone)]
pub struct DecisionFact {
    /// Whose school.
    pub school_id: SchoolId,
    /// The key of the student in the export; none: about the school.
    pub student_sis_id: Option<String>,
    /// The day of the meeting.
    pub day: SchoolDay,
    /// What; none where the text may not go along.
    pub text: Option<NoteText>,
}

/// What somebody has to do, as it stood on the day of the report.
#[derive(Clone)]
pub struct ActionFact {
    /// Whose school.
    pub school_id: SchoolId,
    /// The key of the student in the export; none: about the school.
    pub student_sis_id: Option<String>,
    /// When it was written down, in UTC.
    pub day: SchoolDay,
    /// How far it was.
    pub state: ActionState,
    /// Since when, in UTC.
    pub since: SchoolDay,
    /// Who does it: a member of the team.
    pub owner: String,
    /// By when.
    pub due: SchoolDay,
    /// What; none where the text may not go along.
    pub text: Option<NoteText>,
}

/// A talk of the coordinator with a mentor: that it was held, and nothing of what was said.
#[derive(Clone, Copy)]
pub struct CheckInFact {
    /// Whose school.
    pub school_id: SchoolId,
    /// With whom.
    pub mentor_id: MentorId,
    /// When.
    pub day: SchoolDay,
}

/// What the team itself does about it.
#[derive(Clone, Default)]
pub struct TeamFacts {
    /// Referrals, the oldest first.
    pub referrals: Vec<ReferralFact>,
    /// Decisions, the oldest first.
    pub decisions: Vec<DecisionFact>,
    /// Actions, the oldest first.
    pub actions: Vec<ActionFact>,
    /// Talks with mentors, the oldest first.
    pub check_ins: Vec<CheckInFact>,
}

/// Everything that a report looks at.
pub struct Facts {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The school that it is about; none: the district.
    pub school: Option<SchoolId>,
    /// The rules of that school, or of the district.
    pub rules: RulesInForce,
    /// Schools by the export's key: all of the district, since a student may come from any.
    pub schools: Vec<SchoolFacts>,
    /// Students by the export's key, who were enrolled in scope this year or last.
    pub students: Vec<StudentFacts>,
    /// Their matches, by student, start and mentor.
    pub matches: Vec<MatchFacts>,
    /// What the team does.
    pub team: TeamFacts,
}

impl Facts {
    /// A school by our id.
    pub fn school(&self, id: SchoolId) -> Option<&SchoolFacts> {
        self.schools.iter().find(|school| school.id == id)
    }
    /// The schools that the report is about.
    pub fn schools_in_scope(&self) -> impl Iterator<Item = &SchoolFacts> {
        self.schools.iter().filter(|school| self.covers(school.id))
    }
    /// Whether the report is about this school.
    pub fn covers(&self, id: SchoolId) -> bool {
        self.school.is_none_or(|only| only == id)
    }
    /// Without a word that a mentor or the team wrote: what is kept for ever, or leaves the team, holds none. That one was written,
    /// and when, stays.
    pub fn without_texts(mut self) -> Self {
        for told in self.matches.iter_mut().map(|matched| &mut matched.told) {
            told.notes.iter_mut().for_each(|note| note.text = None);
            told.asks.iter_mut().for_each(|ask| ask.text = None);
        }
        self.team.decisions.iter_mut().for_each(|decision| decision.text = None);
        self.team.actions.iter_mut().for_each(|action| action.text = None);
        self
    }
    /// What a school said differently from the district, by the school's key.
    pub fn differing(&self) -> BTreeMap<String, BTreeMap<&'static str, String>> {
        let common: BTreeMap<_, _> = self.rules.rules.of_figures().into_iter().collect();
        let of_school = |school: &SchoolFacts| {
            let entries = school.rules.rules.of_figures().into_iter();
            entries.filter(|(key, value)| common.get(key) != Some(value)).collect::<BTreeMap<_, _>>()
        };
        let schools = self.schools_in_scope().map(|school| (school.sis_id.clone(), of_school(school)));
        schools.filter(|(_, differing)| !differing.is_empty()).collect()
    }
}
