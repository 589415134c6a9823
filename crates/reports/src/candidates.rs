//! Who might be given a mentor, why, and who needs other help first (`domain.md` table 2, #1 and #2).

use daymark_domain::{
    AbsenceFigure, CheckMonth, Concern, Days, EarlyWarningModel, Finding, FindingState, IndicatorValue,
    Indicators, Known, Rules, SchoolDay, StudentDay, Tally, Tier, Window, almost_never_attends,
    almost_never_attends_working, check_month, philadelphia_sixth_grade,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::attendance::{TierWord, rate, tier_word};
use crate::early_signals::SignalFace;
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::head::Head;
use crate::lens::Lens;
use crate::table::{Table, cell, list, maybe};
use crate::tenths::Tenths;

/// The candidates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CandidatesReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students enrolled on the day of the report for whom at least one rule fired, by school, then by student.
    pub students: Vec<CandidateRow>,
}

/// A candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CandidateRow {
    /// The export's key of the student.
    pub student_id: String,
    /// The export's key of the school.
    pub school_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// A grade in which schools change or begin: kindergarten, 1, 6 and 9.
    pub priority_grade: bool,
    /// Has a mentor now.
    pub matched: bool,
    /// This year so far, over all schools.
    pub now: FigureFace,
    /// Which rule of attendance fired, and the numbers behind it.
    pub reasons: Vec<Reason>,
    /// What behaviour and courses say; empty when no file has said anything that fires.
    pub concerns: Vec<ConcernFace>,
    /// The last school days, when the student missed so many of them that a mentor is not the help that is needed: social work first.
    pub almost_never_attends: Option<NearZeroFace>,
}

/// The last school days of a student who almost never attends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NearZeroFace {
    /// Their numbers.
    #[serde(flatten)]
    pub figure: FigureFace,
    /// The rule with its settings, in a sentence.
    pub working: String,
}

/// A figure with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureFace {
    /// A.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// E.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A of E.
    pub rate_percent: Option<Tenths>,
    /// By the exact fraction.
    #[schemars(with = "TierWord")]
    pub tier: Tier,
}

/// Why a student is on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Reason {
    /// Chronically absent this year so far.
    ChronicNow {
        /// The rule with its settings, in a sentence.
        working: String,
    },
    /// An early signal, or last year.
    Signal(SignalFace),
}

/// An indicator that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernFace {
    /// Whose definition: `early_warning` or `check_and_connect`.
    pub model: &'static str,
    /// What about.
    #[schemars(with = "String")]
    pub concern: Concern,
    /// What was seen, and the limit that it was held against.
    pub seen: Vec<String>,
    /// The numbers behind it, with the settings and the last day that the record covers.
    pub working: Vec<String>,
}

/// Makes the list.
pub fn candidates(facts: &Facts) -> CandidatesReport {
    let lens = Lens::new(facts);
    let enrolled = lens.enrolled_now().into_iter();
    let students = enrolled.filter_map(|(school, student)| row(&lens, school, student)).collect();
    CandidatesReport { head: Head::of(&lens), students }
}

fn row(lens: &Lens<'_>, school: &SchoolFacts, student: &StudentFacts) -> Option<CandidateRow> {
    let rules = lens.rules(school.id);
    let days = lens.days(student, lens.window);
    let standing = days.iter().collect::<Tally>().standing(rules);
    let chronic = standing.is_chronic().then(|| Reason::ChronicNow {
        working: standing.working(rules, school.recorded_through).to_string(),
    });
    let signals = lens.signals(student, school.id, &days);
    let signals =
        signals.iter().map(|signal| Reason::Signal(SignalFace::of(signal, rules, school.recorded_through)));
    let reasons: Vec<Reason> = chronic.into_iter().chain(signals).collect();
    let through = school.recorded_through;
    let concerns = concerns(lens, student, Known::through(standing.figure, through), &days, rules);
    let face = |figure: AbsenceFigure, tier| FigureFace {
        absent_days: figure.missed,
        enrolled_days: figure.enrolled,
        rate_percent: rate(figure, rules),
        tier,
    };
    (!reasons.is_empty() || !concerns.is_empty()).then(|| CandidateRow {
        student_id: student.sis_id.clone(),
        school_id: school.sis_id.clone(),
        grade: student.grade.clone(),
        priority_grade: student.grade.as_deref().is_some_and(is_priority_grade),
        matched: lens.matches_now(student).next().is_some(),
        now: face(standing.figure, standing.tier),
        reasons,
        concerns,
        almost_never_attends: almost_never_attends(&days, rules).map(|figure| NearZeroFace {
            figure: face(figure, figure.tier_under(rules)),
            working: almost_never_attends_working(figure, rules, through).to_string(),
        }),
    })
}

/// Kindergarten, 1, 6 and 9, however the export writes them.
pub(crate) fn is_priority_grade(grade: &str) -> bool {
    let grade = grade.trim().to_ascii_uppercase();
    matches!(grade.as_str(), "K" | "KG") || matches!(grade.parse::<u8>(), Ok(0 | 1 | 6 | 9))
}

/// Early warning for sixth graders, and Check & Connect for the month before the day of the report. Attendance has
/// its own reasons; here only behaviour and courses are told of.
fn concerns(
    lens: &Lens<'_>,
    student: &StudentFacts,
    figure: Known<AbsenceFigure>,
    days: &[StudentDay],
    rules: &Rules,
) -> Vec<ConcernFace> {
    let as_of = lens.facts.as_of;
    let month = Window { first: as_of.minus(27), last: as_of };
    let of_month = days.iter().filter(|day| month.contains(day.day));
    let monthly = CheckMonth::of(of_month, figure.through, indicators(student, month));
    let sixth = student.grade.as_deref().and_then(|grade| grade.trim().parse::<u8>().ok()) == Some(6);
    let warning =
        sixth.then(|| philadelphia_sixth_grade(Some(figure), &indicators(student, lens.window), rules));
    let warning = warning.into_iter().flat_map(|warning| {
        faces("early_warning", EarlyWarningModel::PhiladelphiaSixthGrade.rule(), warning.findings, rules)
    });
    let check = check_month(&monthly, rules).findings;
    warning.chain(faces("check_and_connect", "check_and_connect", check, rules)).collect()
}

/// What was counted in periods that end inside of the window, added up by kind, each known through its last period.
fn indicators(student: &StudentFacts, window: Window) -> Indicators {
    let mut sums = Indicators::new();
    for fact in student.indicators.iter().filter(|fact| window.contains(fact.last)) {
        let sum = sums.entry(fact.kind).or_default();
        let hundredths = sum.value.hundredths() + fact.value.hundredths();
        let through: Option<SchoolDay> = sum.through.max(Some(fact.last));
        if let Some(value) = IndicatorValue::from_hundredths(hundredths) {
            *sum = Known::through(value, through);
        }
    }
    sums
}

fn faces<'a>(
    model: &'static str,
    rule: &'static str,
    findings: Vec<Finding>,
    rules: &'a Rules,
) -> impl Iterator<Item = ConcernFace> + use<'a> {
    let about_attendance =
        |concern| matches!(concern, Concern::Attendance | Concern::Absences | Concern::Tardies);
    let fired = findings.into_iter().filter(|finding| finding.state() == FindingState::Fired);
    fired.filter(move |finding| !about_attendance(finding.concern)).map(move |finding| ConcernFace {
        model,
        concern: finding.concern,
        seen: finding.fired().map(ToString::to_string).collect(),
        working: finding.fired().map(|criterion| criterion.working(rule, rules).to_string()).collect(),
    })
}

impl Reason {
    fn word(&self) -> &'static str {
        match self {
            Self::ChronicNow { .. } => "chronic_now",
            Self::Signal(signal) => signal.rule.word(),
        }
    }
    fn working(&self) -> &str {
        match self {
            Self::ChronicNow { working } => working,
            Self::Signal(signal) => &signal.working,
        }
    }
}

impl Report for CandidatesReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "student_id",
            "school_id",
            "grade",
            "priority_grade",
            "matched",
            "absent_days",
            "enrolled_days",
            "rate_percent",
            "tier",
            "rules",
            "working",
            "concerns",
            "almost_never_attends",
        ]);
        for row in &self.students {
            let working: Vec<&str> = row.reasons.iter().map(Reason::working).collect();
            let concerns = row.concerns.iter().map(|concern| concern.seen.join(" and ")).collect::<Vec<_>>();
            table.row(vec![
                row.student_id.clone(),
                row.school_id.clone(),
                maybe(row.grade.as_ref()),
                cell(row.priority_grade),
                cell(row.matched),
                cell(row.now.absent_days),
                cell(row.now.enrolled_days),
                maybe(row.now.rate_percent),
                tier_word(row.now.tier),
                list(row.reasons.iter().map(Reason::word)),
                working.join(" | "),
                concerns.join(" | "),
                cell(row.almost_never_attends.is_some()),
            ]);
        }
        table.headed(&self.head)
    }
}
