//! The roster of rates and tiers: a row per student and school.

use daymark_domain::{AbsenceFigure, Days, Rules, SignalRule, Tier};
use schemars::JsonSchema;
use serde::Serialize;

use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::head::Head;
use crate::lens::Lens;
use crate::table::{Table, cell, list, maybe};
use crate::tenths::Tenths;

/// The roster.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AttendanceReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// By school, then by student. Who was at two schools this year has two rows.
    pub students: Vec<AttendanceRow>,
}

/// A student at a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttendanceRow {
    /// The export's key of the student.
    pub student_id: String,
    /// The export's key of the school.
    pub school_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// E: school days with a mark, or known to be present.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A: what of them counts as missed.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// M: school days that nobody has said anything about.
    #[schemars(with = "f64")]
    pub unmarked_days: Days,
    /// Days late.
    pub tardies: u32,
    /// A of E; null when E is 0.
    pub rate_percent: Option<Tenths>,
    /// By the exact fraction, never by the rounded one.
    #[schemars(with = "TierWord")]
    pub tier: Tier,
    /// The tier is moderate or severe.
    pub chronic: bool,
    /// Fewer enrolled days than the rules ask for: a rate, but no tier.
    pub provisional: bool,
    /// Early signals that fired while the student was at this school.
    #[schemars(with = "Vec<SignalWord>")]
    pub signals: Vec<SignalRule>,
}

/// How the tiers are written.
#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum TierWord {
    NotApplicable,
    NotEnoughData,
    Satisfactory,
    AtRisk,
    Moderate,
    Severe,
}

/// How the signals are written.
#[derive(JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum SignalWord {
    TwoInTen,
    TwoInTwenty,
    FourInForty,
    September,
    PriorYearChronic,
}

/// Makes the roster.
pub fn attendance(facts: &Facts) -> AttendanceReport {
    let lens = Lens::new(facts);
    let mut students: Vec<_> = facts.students.iter().flat_map(|student| rows(&lens, student)).collect();
    students.sort_by(|a, b| (&a.school_id, &a.student_id).cmp(&(&b.school_id, &b.student_id)));
    AttendanceReport { head: Head::of(&lens), students }
}

fn rows(lens: &Lens<'_>, student: &StudentFacts) -> Vec<AttendanceRow> {
    let days = lens.days(student, lens.window);
    let tallies = lens.tallies_of(student, lens.window, &days).into_iter();
    let in_scope = tallies.filter_map(|(id, tally)| Some((lens.facts.school(id)?, tally)));
    in_scope
        .filter(|(school, _)| lens.facts.covers(school.id))
        .map(|(school, tally)| {
            let rules = lens.rules(school.id);
            let standing = tally.standing(rules);
            AttendanceRow {
                student_id: student.sis_id.clone(),
                school_id: school.sis_id.clone(),
                grade: student.grade.clone(),
                enrolled_days: standing.figure.enrolled,
                absent_days: standing.figure.missed,
                unmarked_days: standing.unmarked,
                tardies: tally.tardies,
                rate_percent: rate(standing.figure, rules),
                tier: standing.tier,
                chronic: standing.is_chronic(),
                provisional: standing.provisional,
                signals: fired_here(lens, student, school, &days),
            }
        })
        .collect()
}

fn fired_here(
    lens: &Lens<'_>,
    student: &StudentFacts,
    school: &SchoolFacts,
    days: &[daymark_domain::StudentDay],
) -> Vec<SignalRule> {
    let here =
        |day| days.iter().any(|student_day| student_day.day == day && student_day.school_id == school.id);
    let signals = lens.signals(student, school.id, days).into_iter();
    signals.filter(|signal| here(signal.fired_on)).map(|signal| signal.rule).collect()
}

/// The rate as it is shown: never a figure that contradicts the tier.
pub(crate) fn rate(figure: AbsenceFigure, rules: &Rules) -> Option<Tenths> {
    figure.per_mille_under(rules).map(|tenths| Tenths::new(tenths.into()))
}

/// The word of a tier in JSON and CSV.
pub(crate) fn tier_word(tier: Tier) -> String {
    tier.word().replace('-', "_")
}

impl Report for AttendanceReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "student_id",
            "school_id",
            "grade",
            "enrolled_days",
            "absent_days",
            "unmarked_days",
            "tardies",
            "rate_percent",
            "tier",
            "chronic",
            "provisional",
            "signals",
        ]);
        for row in &self.students {
            table.row(vec![
                row.student_id.clone(),
                row.school_id.clone(),
                maybe(row.grade.as_ref()),
                cell(row.enrolled_days),
                cell(row.absent_days),
                cell(row.unmarked_days),
                cell(row.tardies),
                maybe(row.rate_percent),
                tier_word(row.tier),
                cell(row.chronic),
                cell(row.provisional),
                list(row.signals.iter().map(|signal| signal.word())),
            ]);
        }
        table.headed(&self.head)
    }
}
