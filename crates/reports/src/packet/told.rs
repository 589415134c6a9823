//! What mentors told the team: causes, notes for its table, recognitions, requests that wait.
//!
//! All of it stays with the team: counts of few students are not hidden here, and nothing of it is in the CSV but
//! causes and counts.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use daymark_domain::{
    AskKind, BarrierCategory, BarrierFactor, NoteText, Recognised, RecognitionForm, RecognitionReason, Rules,
    SchoolDay, StudentId, Urgency, barrier_counts,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dosage::MatchYear;
use crate::facts::{BarrierFact, MatchFacts};
use crate::head::count;

/// Causes of one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BarrierCategoryFace {
    /// `barrier`, `aversion`, `disengagement`, `misconception`.
    #[schemars(with = "String")]
    pub category: BarrierCategory,
    /// Students with a cause of the family that still stands in the way.
    pub students: u32,
    /// Students of whom one was told this week.
    pub told_this_week: u32,
    /// Each cause, the most common first.
    pub causes: Vec<BarrierFace>,
}

/// A cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BarrierFace {
    /// `transport`, `health`, ...
    #[schemars(with = "String")]
    pub cause: BarrierFactor,
    /// Students with a mentor for whom it still stands in the way.
    pub students: u32,
    /// Students of whom it was told this week.
    pub told_this_week: u32,
    /// Students for whom it is out of the way; whoever has it again is among both.
    pub resolved: u32,
    /// So many students share it that it is the school's to answer.
    pub shared: bool,
    /// How the number came about.
    pub working: String,
}

/// A note for the team's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoteFace {
    /// The export's key of the student.
    pub student_id: String,
    /// Who wrote it.
    pub mentor: String,
    /// When.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// What; null in a packet that was frozen, since what is kept for ever holds no note.
    #[schemars(with = "Option<String>")]
    pub text: Option<NoteText>,
}

/// A recognition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecognitionFace {
    /// The export's key of the student.
    pub student_id: String,
    /// Who gave it.
    pub mentor: String,
    /// When.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// `student` or `family`.
    #[schemars(with = "String")]
    pub whom: Recognised,
    /// `words`, `note_home`, ...
    #[schemars(with = "String")]
    pub form: RecognitionForm,
    /// `fewer_absences`, `goal_reached`, ...
    #[schemars(with = "String")]
    pub reason: RecognitionReason,
    /// How many days it was for.
    pub days: Option<u16>,
}

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskFace {
    /// The export's key of the student.
    pub student_id: String,
    /// Who asks.
    pub mentor: String,
    /// Since when.
    #[schemars(with = "String")]
    pub day: SchoolDay,
    /// `transport`, `question`, ...
    #[schemars(with = "String")]
    pub kind: AskKind,
    /// `today`, `this_week`, `next_meeting`.
    #[schemars(with = "String")]
    pub urgency: Urgency,
    /// In the mentor's words; null in a packet that was frozen.
    #[schemars(with = "Option<String>")]
    pub text: Option<NoteText>,
}

/// The matches of a school in a year, on the day of the report.
pub(super) struct TeamTold<'a> {
    pub years: Vec<&'a MatchYear<'a>>,
    pub as_of: SchoolDay,
    pub rules: &'a Rules,
}

impl<'a> TeamTold<'a> {
    fn matches(&self) -> impl Iterator<Item = &'a MatchFacts> {
        self.years.iter().map(|year| year.of)
    }

    fn in_week(&self, day: SchoolDay) -> bool {
        self.as_of.week().monday <= day && day <= self.as_of
    }

    /// Causes told of students who have a mentor now, by any mentor of this year.
    fn barriers(&self) -> (u32, Vec<(StudentId, &'a BarrierFact)>) {
        let active = self.matches().filter(|of| of.is_active_on(self.as_of)).map(|of| of.student_id);
        let active: BTreeSet<StudentId> = active.collect();
        let theirs = self.matches().filter(|of| active.contains(&of.student_id));
        let told = theirs.flat_map(|of| of.told.barriers.iter().map(|fact| (of.student_id, fact)));
        (count(active.iter()), told.filter(|(_, fact)| fact.day <= self.as_of).collect())
    }

    pub fn categories(&self) -> Vec<BarrierCategoryFace> {
        let (matched, barriers) = self.barriers();
        let faces = BarrierCategory::ALL.iter().map(|category| {
            let ours = barriers.iter().copied().filter(|(_, fact)| fact.factor.category() == *category);
            self.category(*category, matched, &ours.collect::<Vec<_>>())
        });
        faces.filter(|face| !face.causes.is_empty()).collect()
    }

    fn category(
        &self,
        category: BarrierCategory,
        matched: u32,
        barriers: &[(StudentId, &BarrierFact)],
    ) -> BarrierCategoryFace {
        let standing = |fact: &BarrierFact| fact.resolved.is_none_or(|day| day > self.as_of);
        let this_week = |fact: &BarrierFact| self.in_week(fact.day);
        let factors = barrier_counts(barriers.iter().map(|(student, fact)| (*student, fact.factor)), matched);
        let through = self.matches().filter_map(|of| of.last_sync).min();
        let mut causes: Vec<BarrierFace> = factors
            .into_iter()
            .map(|count| {
                let of_cause = || barriers.iter().copied().filter(|(_, fact)| fact.factor == count.factor);
                let still = students(of_cause(), standing);
                let mut count = count;
                count.students.n = still;
                BarrierFace {
                    cause: count.factor,
                    students: still,
                    told_this_week: students(of_cause(), this_week),
                    resolved: students(of_cause(), |fact| !standing(fact)),
                    shared: count.is_shared(self.rules),
                    working: count.working(self.rules, through).to_string(),
                }
            })
            .collect();
        causes.sort_by_key(|face| (Reverse(face.students), face.cause));
        let all = || barriers.iter().copied();
        BarrierCategoryFace {
            category,
            students: students(all(), standing),
            told_this_week: students(all(), this_week),
            causes,
        }
    }

    /// The causes that still stand in a student's way.
    pub fn causes_of(&self, student: StudentId) -> Vec<BarrierFactor> {
        let theirs = self.matches().filter(|of| of.student_id == student);
        let told = theirs.flat_map(|of| &of.told.barriers).filter(|fact| fact.day <= self.as_of);
        let standing = told.filter(|fact| fact.resolved.is_none_or(|day| day > self.as_of));
        standing.map(|fact| fact.factor).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// How many notes for the team were written about a student this week.
    pub fn notes_of(&self, student: StudentId) -> u32 {
        let theirs = self.matches().filter(|of| of.student_id == student);
        count(theirs.flat_map(|of| &of.told.notes).filter(|note| self.in_week(note.day)))
    }

    pub fn notes(&self) -> Vec<NoteFace> {
        let mut notes: Vec<NoteFace> = self
            .matches()
            .flat_map(|of| {
                let notes = of.told.notes.iter().filter(|note| self.in_week(note.day));
                notes.map(|note| NoteFace {
                    student_id: of.student_sis_id.clone(),
                    mentor: of.mentor_name.clone(),
                    day: note.day,
                    text: note.text.clone(),
                })
            })
            .collect();
        notes.sort_by(|a, b| (&a.student_id, a.day).cmp(&(&b.student_id, b.day)));
        notes
    }

    pub fn recognitions(&self) -> Vec<RecognitionFace> {
        let mut given: Vec<RecognitionFace> = self
            .matches()
            .flat_map(|of| {
                let given = of.told.recognitions.iter().filter(|fact| self.in_week(fact.day));
                given.map(|fact| RecognitionFace {
                    student_id: of.student_sis_id.clone(),
                    mentor: of.mentor_name.clone(),
                    day: fact.day,
                    whom: fact.recognition.whom.unwrap_or(Recognised::Student),
                    form: fact.recognition.form,
                    reason: fact.recognition.reason,
                    days: fact.recognition.days,
                })
            })
            .collect();
        given.sort_by(|a, b| (&a.student_id, a.day).cmp(&(&b.student_id, b.day)));
        given
    }

    /// The most urgent first, then the oldest.
    pub fn asks(&self) -> Vec<AskFace> {
        let waits = |day: SchoolDay, closed: Option<SchoolDay>| {
            day <= self.as_of && closed.is_none_or(|closed| closed > self.as_of)
        };
        let mut asks: Vec<AskFace> = self
            .matches()
            .flat_map(|of| {
                let asks = of.told.asks.iter().filter(|ask| waits(ask.day, ask.closed));
                asks.map(|ask| AskFace {
                    student_id: of.student_sis_id.clone(),
                    mentor: of.mentor_name.clone(),
                    day: ask.day,
                    kind: ask.kind,
                    urgency: ask.urgency,
                    text: ask.text.clone(),
                })
            })
            .collect();
        asks.sort_by(|a, b| {
            (Reverse(a.urgency), a.day, &a.student_id).cmp(&(Reverse(b.urgency), b.day, &b.student_id))
        });
        asks
    }
}

/// How many students have one of which it is true.
fn students<'f>(
    barriers: impl Iterator<Item = (StudentId, &'f BarrierFact)>,
    is: impl Fn(&BarrierFact) -> bool,
) -> u32 {
    let those: BTreeSet<StudentId> =
        barriers.filter(|(_, fact)| is(fact)).map(|(student, _)| student).collect();
    count(those.iter())
}
