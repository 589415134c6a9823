//! How a figure came about, for whoever has to stake a decision on it.

use std::fmt;

use serde::Serialize;

use crate::{AbsenceFigure, Days, Ratio, Rules, SchoolDay, Share};

/// The numbers behind a figure, the settings that mattered, and how fresh the record is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Working {
    /// The name of the rule, as `docs/figures.md` has it.
    pub rule: &'static str,
    /// What is counted, exact.
    pub numerator: Ratio,
    /// Of how much; `None` for what is counted by itself.
    pub denominator: Option<Ratio>,
    /// What both are: days, weeks, students, detentions.
    pub unit: &'static str,
    /// Days that nobody has said anything about.
    pub unmarked: Days,
    /// The settings that mattered, with their values.
    pub settings: Vec<(&'static str, String)>,
    /// The last day that the record behind it covers.
    pub through: Option<SchoolDay>,
}

impl Working {
    /// Of days missed, attended or reached under a rule; `keys` are the settings that mattered.
    pub fn new(rule: &'static str, figure: AbsenceFigure, rules: &Rules, keys: &[&'static str]) -> Self {
        let (numerator, denominator) = (figure.missed.into(), Some(figure.enrolled.into()));
        Self::counted(rule, numerator, denominator, "days").under(rules, keys)
    }
    /// Of so many of so many.
    pub fn share(
        rule: &'static str,
        share: Share,
        unit: &'static str,
        rules: &Rules,
        keys: &[&'static str],
    ) -> Self {
        let (n, of) = (Ratio::whole(share.n), Ratio::whole(share.of));
        Self::counted(rule, n, Some(of), unit).under(rules, keys)
    }
    /// Of anything.
    pub(crate) fn counted(
        rule: &'static str,
        numerator: Ratio,
        denominator: Option<Ratio>,
        unit: &'static str,
    ) -> Self {
        let (unmarked, settings, through) = (Days::ZERO, Vec::new(), None);
        Self { rule, numerator, denominator, unit, unmarked, settings, through }
    }
    /// With the settings that mattered.
    pub(crate) fn under(self, rules: &Rules, keys: &[&'static str]) -> Self {
        let settings = keys.iter().filter_map(|key| Some((*key, rules.get(key)?))).collect();
        Self { settings, ..self }
    }
    /// With the days that nobody has said anything about.
    pub fn with_unmarked(self, unmarked: Days) -> Self {
        Self { unmarked, ..self }
    }
    /// With the last day that the record behind it covers.
    pub fn known_through(self, through: Option<SchoolDay>) -> Self {
        Self { through, ..self }
    }
}

/// One English line for the command line and for CSV; screens have their own words.
impl fmt::Display for Working {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, Short(&self.numerator))?;
        if let Some(denominator) = &self.denominator {
            write!(f, " of {}", Short(denominator))?;
        }
        write!(f, " {}", self.unit)?;
        if !self.unmarked.is_zero() {
            write!(f, ", {} more unmarked", self.unmarked)?;
        }
        for (key, value) in &self.settings {
            write!(f, "; {key} {value}")?;
        }
        match self.through {
            Some(day) => write!(f, "; recorded through {day}"),
            None => f.write_str("; nothing recorded yet"),
        }
    }
}

/// A working as it was written, read back, so that a screen can say it in its own words: a kept report has nothing but
/// the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingLine {
    /// The name of the rule.
    pub rule: String,
    /// What is counted.
    pub numerator: String,
    /// Of how much; `None` for what is counted by itself.
    pub denominator: Option<String>,
    /// What both are.
    pub unit: String,
    /// Days that nobody has said anything about.
    pub unmarked: Option<String>,
    /// The settings that mattered, with their values.
    pub settings: Vec<(String, String)>,
    /// The last day that the record behind it covers.
    pub through: Option<SchoolDay>,
}

impl WorkingLine {
    /// Of what [`Working`] writes; `None` for any other text.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts = line.split("; ");
        let (rule, counted) = parts.next()?.split_once(": ")?;
        let mut parts: Vec<&str> = parts.collect();
        let through = match parts.pop()?.strip_prefix("recorded through ") {
            Some(day) => Some(day.parse().ok()?),
            None => None,
        };
        let settings = parts.into_iter().map(|part| {
            let (key, value) = part.split_once(' ')?;
            Some((key.to_owned(), value.to_owned()))
        });
        let (counted, unmarked) = match counted.split_once(", ") {
            Some((counted, more)) => (counted, Some(more.strip_suffix(" more unmarked")?.to_owned())),
            None => (counted, None),
        };
        let (numerator, rest) = counted.split_once(' ')?;
        let (denominator, unit) = match rest.strip_prefix("of ") {
            Some(rest) => {
                let (denominator, unit) = rest.split_once(' ')?;
                (Some(denominator.to_owned()), unit)
            }
            None => (None, rest),
        };
        Some(Self {
            rule: rule.to_owned(),
            numerator: numerator.to_owned(),
            denominator,
            unit: unit.to_owned(),
            unmarked,
            settings: settings.collect::<Option<_>>()?,
            through,
        })
    }
}

/// Without the zeros that say nothing; days have four places at most.
struct Short<'a>(&'a Ratio);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.decimal(4).trim_end_matches('0').trim_end_matches('.'))
    }
}

/// A number, and the last day that the record behind it covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Known<T> {
    /// The number.
    pub value: T,
    /// The day; `None`: nothing is recorded.
    pub through: Option<SchoolDay>,
}

impl<T> Known<T> {
    /// Known through that day.
    pub fn through(value: T, through: Option<SchoolDay>) -> Self {
        Self { value, through }
    }
    /// Another number of the same record.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Known<U> {
        Known { value: of(self.value), through: self.through }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_working_says_what_was_counted_of_what_by_which_settings_and_how_fresh_it_is() {
        let (rules, through) = (Rules::default(), "2026-02-05".parse().ok());
        let days = AbsenceFigure { missed: Days::halves(35), enrolled: Days::whole(180) };
        let told = Working::new("absence_rate", days, &rules, &["chronic_from_percent"])
            .with_unmarked(Days::whole(2))
            .known_through(through);
        assert_eq!(
            told.to_string(),
            "absence_rate: 17.5 of 180 days, 2 more unmarked; chronic_from_percent 10; recorded through 2026-02-05"
        );
        let weeks = Working::share("contact_dosage", Share { n: 9, of: 10 }, "weeks", &rules, &[]);
        assert_eq!(weeks.to_string(), "contact_dosage: 9 of 10 weeks; nothing recorded yet");
        let alone = Working::counted("streak", Ratio::zero(), None, "days");
        assert_eq!(alone.to_string(), "streak: 0 days; nothing recorded yet");
    }

    #[test]
    fn a_written_working_is_read_back_part_by_part_and_another_text_is_none() {
        let through: Option<SchoolDay> = "2026-02-05".parse().ok();
        let days = AbsenceFigure { missed: Days::halves(35), enrolled: Days::whole(180) };
        let keys = ["chronic_from_percent", "half_day_rule"];
        let told = Working::new("absence_rate", days, &Rules::default(), &keys);
        let told = told.with_unmarked(Days::whole(2)).known_through(through);
        let line = WorkingLine::read(&told.to_string()).unwrap();
        let settings = [("chronic_from_percent", "10"), ("half_day_rule", "miss_ge_half_is_absent")];
        let expected = WorkingLine {
            rule: "absence_rate".to_owned(),
            numerator: "17.5".to_owned(),
            denominator: Some("180".to_owned()),
            unit: "days".to_owned(),
            unmarked: Some("2".to_owned()),
            settings: settings.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec(),
            through,
        };
        assert_eq!(line, expected);
        let alone = Working::counted("streak", Ratio::whole(4), None, "school days present in a row");
        let line = WorkingLine::read(&alone.to_string()).unwrap();
        assert_eq!((line.denominator, line.through), (None, None));
        assert_eq!(line.unit, "school days present in a row");
        for other in ["", "4 of 10", "a: b", "Moves in March; she says: no"] {
            assert_eq!(WorkingLine::read(other), None, "{other}");
        }
    }

    #[test]
    fn what_a_team_acts_on_carries_its_working_whatever_it_is() {
        use crate::{
            DosageTotals, EndsOfWeek, Projection, Streak, Tier, TierCounts, almost_never_attends_working,
            plan_to_revise_working, weekly_change,
        };
        let (rules, through) = (Rules::default(), "2026-02-05".parse().ok());
        let days = AbsenceFigure::from_days;
        let level: TierCounts = [Tier::Severe, Tier::AtRisk, Tier::NotApplicable].into_iter().collect();
        let week = weekly_change(&[days(1, 1), days(0, 1)], &[days(0, 1)]).unwrap();
        let ends = EndsOfWeek {
            missed: Days::whole(4),
            missed_of: Days::whole(7),
            held: Days::whole(4),
            held_of: Days::whole(16),
        };
        let met = DosageTotals { days_of_met_weeks: 25, ..DosageTotals::default() };
        let told = [
            (
                Projection::new(days(14, 90), Days::whole(90), &rules).working(&rules, through),
                "projection: 14 of 180 days; chronic_from_percent 10; chronic_comparator at_least",
            ),
            (
                almost_never_attends_working(days(10, 20), &rules, through),
                "almost_never_attends: 10 of 20 days; near_zero_from_percent 50; near_zero_days 20; minimum_enrolled_days 10",
            ),
            (Streak { days: 4, at_least: false }.working(through), "streak: 4 school days present in a row"),
            (
                level.working(&rules, through),
                "school_level: 1 of 2 students; school_severe_from_percent 20; school_extreme_from_percent 30; chronic_from_percent 10; chronic_comparator at_least",
            ),
            (
                week.working(&rules, through),
                "weekly_change: 0 of 1 days; half_day_rule miss_ge_half_is_absent",
            ),
            (
                ends.working(&rules, through),
                "mondays_and_fridays: 4 of 7 days missed; half_day_rule miss_ge_half_is_absent",
            ),
            (
                plan_to_revise_working(&met, &rules, through),
                "plan_to_revise: 25 school days of met weeks; revise_plan_after_days 20; contacts_wanted_per_week 3; improvement_same_within_points 1",
            ),
        ];
        for (working, expected) in told {
            assert_eq!(working.to_string(), format!("{expected}; recorded through 2026-02-05"));
        }
    }
}
