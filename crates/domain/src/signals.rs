//! Signs in the first weeks that a student's year may go wrong, and the warning about students who almost never attend
//! (`domain.md` 4.3 and table 2 #2).

use serde::{Deserialize, Serialize};

use crate::rules::{PriorYearSignal, SignalsStart};
use crate::{AbsenceFigure, Days, Rules, SchoolDay, Standing, StudentDay, Working};

/// What has to join last year's chronic absence where the rules ask for both, whatever the other signals are set to.
const PRIOR_YEAR_ABSENCES: u32 = 2;
const PRIOR_YEAR_DAYS: u32 = 20;

/// Which rule fired. The names say what the defaults are; the numbers in force stand in its working.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalRule {
    /// Two absences in the first ten school days.
    TwoInTen,
    /// Two absences in the first twenty.
    TwoInTwenty,
    /// Four absences in the first forty.
    FourInForty,
    /// Absences in September.
    September,
    /// Chronically absent last year.
    PriorYearChronic,
}

impl SignalRule {
    /// The word that reports use.
    pub fn word(self) -> &'static str {
        match self {
            Self::TwoInTen => "two_in_ten",
            Self::TwoInTwenty => "two_in_twenty",
            Self::FourInForty => "four_in_forty",
            Self::September => "september",
            Self::PriorYearChronic => "prior_year_chronic",
        }
    }
}

/// A rule that fired, with what made it fire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signal {
    /// Which rule.
    pub rule: SignalRule,
    /// The school day on which it fired.
    pub fired_on: SchoolDay,
    /// The absences up to that day that made it fire.
    pub days: Vec<SchoolDay>,
    /// A and E on that day; of last year for last year's rule.
    pub figure: AbsenceFigure,
}

impl Signal {
    /// How it came about; `through` is the last day whose marks are in.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys: &[&'static str] = match self.rule {
            SignalRule::TwoInTen => &["signal_first_absences", "signal_first_days", "signals_start"],
            SignalRule::TwoInTwenty => &["signal_second_absences", "signal_second_days", "signals_start"],
            SignalRule::FourInForty => &["signal_third_absences", "signal_third_days", "signals_start"],
            SignalRule::September => &["signal_september_absences"],
            SignalRule::PriorYearChronic => {
                &["prior_year_signal", "chronic_from_percent", "chronic_comparator"]
            }
        };
        Working::new(self.rule.word(), self.figure, rules, keys).known_through(through)
    }
}

/// The signals of a student's school year, given its days from the first one on and last year's full-year standing.
/// Absences are added up as in A: two half days are one absence.
pub fn signals(days: &[StudentDay], last_year: Option<&Standing>, rules: &Rules) -> Vec<Signal> {
    let windows = [
        (SignalRule::TwoInTen, rules.signal_first_absences, rules.signal_first_days),
        (SignalRule::TwoInTwenty, rules.signal_second_absences, rules.signal_second_days),
        (SignalRule::FourInForty, rules.signal_third_absences, rules.signal_third_days),
    ];
    let first_weeks = windows
        .into_iter()
        .filter_map(|(rule, absences, within)| fired(rule, first_days(days, within, rules), absences));
    first_weeks.chain(september(days, rules)).chain(prior_year(days, last_year, rules)).collect()
}

/// The student's days among the first so many, counted from where the rules say.
fn first_days<'a>(
    days: &'a [StudentDay],
    within: u32,
    rules: &Rules,
) -> impl Iterator<Item = &'a StudentDay> + use<'a> {
    let start = rules.signals_start;
    (1..)
        .zip(days)
        .map(move |(own, day)| match start {
            SignalsStart::OwnFirstDay => (own, day),
            SignalsStart::SchoolFirstDay => (day.number, day),
        })
        .filter(move |(number, _)| *number <= within)
        .map(|(_, day)| day)
}

/// The rule's signal on the day on which the absences reach the number; none for the number 0.
fn fired<'a>(rule: SignalRule, days: impl Iterator<Item = &'a StudentDay>, absences: u32) -> Option<Signal> {
    let mut figure = AbsenceFigure::default();
    let mut missed = Vec::new();
    for day in days.filter(|day| day.is_marked()) {
        figure = figure + AbsenceFigure { missed: day.absent(), enrolled: day.value.into() };
        if day.is_absent() {
            missed.push(day.day);
            if absences > 0 && figure.missed >= Days::whole(absences) {
                return Some(Signal { rule, fired_on: day.day, days: missed, figure });
            }
        }
    }
    None
}

fn september(days: &[StudentDay], rules: &Rules) -> Option<Signal> {
    let days = days.iter().filter(|day| chrono::Datelike::month(&day.day.0) == 9);
    fired(SignalRule::September, days, rules.signal_september_absences)
}

/// Fires on the student's first day, or with the second absence of the first weeks where the rules ask for both.
fn prior_year(days: &[StudentDay], last_year: Option<&Standing>, rules: &Rules) -> Option<Signal> {
    let rule = SignalRule::PriorYearChronic;
    let figure = last_year.filter(|standing| standing.is_chronic())?.figure;
    match rules.prior_year_signal {
        PriorYearSignal::Alone => {
            days.first().map(|first| Signal { rule, fired_on: first.day, days: Vec::new(), figure })
        }
        PriorYearSignal::WithTwoAbsences => {
            let weeks = first_days(days, PRIOR_YEAR_DAYS, rules);
            fired(rule, weeks, PRIOR_YEAR_ABSENCES).map(|signal| Signal { figure, ..signal })
        }
    }
}

/// How the warning about a student who almost never attends came about: its figure is [`almost_never_attends`]'s.
pub fn almost_never_attends_working(
    figure: AbsenceFigure,
    rules: &Rules,
    through: Option<SchoolDay>,
) -> Working {
    let keys = ["near_zero_from_percent", "near_zero_days", "minimum_enrolled_days"];
    Working::new("almost_never_attends", figure, rules, &keys).known_through(through)
}

/// A and E of the last school days when the student missed so many of them that other help than a mentor is needed;
/// `None` too when there are too few days to say.
pub fn almost_never_attends(days: &[StudentDay], rules: &Rules) -> Option<AbsenceFigure> {
    let last = days.iter().rev().filter(|day| day.is_marked()).take(rules.near_zero_days as usize);
    let figure: AbsenceFigure =
        last.map(|day| AbsenceFigure { missed: day.absent(), enrolled: day.value.into() }).sum();
    let limit = u64::from(rules.near_zero_from_percent) * figure.enrolled.get();
    let enough = !figure.enrolled.is_zero() && !figure.is_provisional(rules);
    (enough && 100 * figure.missed.get() >= limit).then_some(figure)
}

#[cfg(test)]
mod tests;
