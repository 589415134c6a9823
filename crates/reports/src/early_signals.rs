//! Students whose first weeks, or last year, say that this year may go wrong.

use daymark_domain::{Days, Rules, SchoolDay, Signal, SignalRule, StudentDay};
use schemars::JsonSchema;
use serde::Serialize;

use crate::attendance::{SignalWord, rate};
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::head::Head;
use crate::lens::Lens;
use crate::table::{Table, cell, list, maybe};
use crate::tenths::Tenths;

/// The students with a signal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EarlySignalsReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students enrolled on the day of the report, by school, then by student.
    pub students: Vec<EarlySignalRow>,
}

/// A student with signals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EarlySignalRow {
    /// The export's key of the student.
    pub student_id: String,
    /// The export's key of the school.
    pub school_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// Has a mentor now.
    pub matched: bool,
    /// What fired, with its numbers.
    pub signals: Vec<SignalFace>,
}

/// A rule that fired, with the numbers behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignalFace {
    /// Which rule. The name says what the defaults are; the working says the numbers in force.
    #[schemars(with = "SignalWord")]
    pub rule: SignalRule,
    /// The school day on which it fired.
    #[schemars(with = "String")]
    pub fired_on: SchoolDay,
    /// The absences up to that day that made it fire.
    #[schemars(with = "Vec<String>")]
    pub days: Vec<SchoolDay>,
    /// A on that day; of last year for last year's rule.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// E on that day; of last year for last year's rule.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A of E.
    pub rate_percent: Option<Tenths>,
    /// The rule with its settings, in a sentence.
    pub working: String,
}

impl SignalFace {
    pub(crate) fn of(signal: &Signal, rules: &Rules, through: Option<SchoolDay>) -> Self {
        Self {
            rule: signal.rule,
            fired_on: signal.fired_on,
            days: signal.days.clone(),
            absent_days: signal.figure.missed,
            enrolled_days: signal.figure.enrolled,
            rate_percent: rate(signal.figure, rules),
            working: signal.working(rules, through).to_string(),
        }
    }
}

/// Makes the list.
pub fn early_signals(facts: &Facts) -> EarlySignalsReport {
    let lens = Lens::new(facts);
    let enrolled = lens.enrolled_now().into_iter();
    let students = enrolled
        .filter_map(|(school, student)| row(&lens, school, student, &lens.days(student, lens.window)))
        .collect();
    EarlySignalsReport { head: Head::of(&lens), students }
}

/// Given the days of the year; none for a student without a signal.
pub(crate) fn row(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    student: &StudentFacts,
    days: &[StudentDay],
) -> Option<EarlySignalRow> {
    let signals = lens.signals(student, school.id, days);
    (!signals.is_empty()).then(|| EarlySignalRow {
        student_id: student.sis_id.clone(),
        school_id: school.sis_id.clone(),
        grade: student.grade.clone(),
        matched: lens.matches_now(student).next().is_some(),
        signals: signals
            .iter()
            .map(|signal| SignalFace::of(signal, lens.rules(school.id), school.recorded_through))
            .collect(),
    })
}

impl Report for EarlySignalsReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "student_id",
            "school_id",
            "grade",
            "matched",
            "rule",
            "fired_on",
            "absent_days",
            "enrolled_days",
            "rate_percent",
            "days",
            "working",
        ]);
        for row in &self.students {
            for signal in &row.signals {
                table.row(vec![
                    row.student_id.clone(),
                    row.school_id.clone(),
                    maybe(row.grade.as_ref()),
                    cell(row.matched),
                    cell(signal.rule.word()),
                    cell(signal.fired_on),
                    cell(signal.absent_days),
                    cell(signal.enrolled_days),
                    maybe(signal.rate_percent),
                    list(&signal.days),
                    signal.working.clone(),
                ]);
            }
        }
        table.headed(&self.head)
    }
}
