//! The dosage of a match, of a mentor, of the programme: weeks added up.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use serde::Serialize;

use super::{MatchWeek, WeekResult};
use crate::{Rules, SchoolDay, Share, Working};

/// Weeks of one or of many matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DosageTotals {
    /// The dosage rate: weeks met, of the weeks that have a result.
    pub weeks: Share,
    /// The same on days on which the student was at school, of the weeks with such a day.
    pub weeks_when_present: Share,
    /// Weeks without a school day inside the match.
    pub weeks_without_school: u32,
    /// Weeks that are not over.
    pub weeks_open: u32,
    /// Dates on which the student was reached.
    pub dates_reached: u32,
    /// School days of weeks that met the model.
    pub days_of_met_weeks: u32,
    /// Contacts of any kind.
    pub contacts: u32,
    /// Contacts that reached nobody.
    pub attempts: u32,
    /// Contacts that reached the family.
    pub family_contacts: u32,
}

impl DosageTotals {
    /// Adds up weeks.
    pub fn of<'a>(weeks: impl IntoIterator<Item = &'a MatchWeek>) -> Self {
        let mut totals = Self::default();
        weeks.into_iter().for_each(|week| totals += Self::of_week(week));
        totals
    }
    /// How the dosage rate came about; `through` is the last day that phones have sent.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys = ["contacts_wanted_per_week", "duplicate_contact_minutes"];
        Working::share("contact_dosage", self.weeks, "weeks", rules, &keys).known_through(through)
    }
    fn of_week(week: &MatchWeek) -> Self {
        let (met, open) = (week.result == WeekResult::Met, week.result == WeekResult::Open);
        let applicable = met || week.result == WeekResult::NotMet;
        let when_present = week.when_present.met().filter(|_| applicable);
        Self {
            weeks: Share { n: met.into(), of: applicable.into() },
            weeks_when_present: Share::of(when_present),
            weeks_without_school: (week.result == WeekResult::NoSchool).into(),
            weeks_open: open.into(),
            dates_reached: week.dosage.done,
            days_of_met_weeks: if met { week.dosage.available } else { 0 },
            contacts: week.contacts,
            attempts: week.attempts,
            family_contacts: week.family_contacts,
        }
    }
}

impl AddAssign for DosageTotals {
    fn add_assign(&mut self, more: Self) {
        self.weeks += more.weeks;
        self.weeks_when_present += more.weeks_when_present;
        self.weeks_without_school += more.weeks_without_school;
        self.weeks_open += more.weeks_open;
        self.dates_reached += more.dates_reached;
        self.days_of_met_weeks += more.days_of_met_weeks;
        self.contacts += more.contacts;
        self.attempts += more.attempts;
        self.family_contacts += more.family_contacts;
    }
}

/// The totals by match, by mentor, by whatever the weeks are handed in with.
pub fn dosage_by<'a, K: Ord>(
    weeks: impl IntoIterator<Item = (K, &'a MatchWeek)>,
) -> BTreeMap<K, DosageTotals> {
    let mut totals = BTreeMap::<K, DosageTotals>::new();
    for (key, week) in weeks {
        *totals.entry(key).or_default() += DosageTotals::of_week(week);
    }
    totals
}

/// How many of the latest weeks with a result were not met, one after the other.
pub fn weeks_missed_running(weeks: &[MatchWeek]) -> u32 {
    let results = weeks.iter().rev().map(|week| week.result);
    let with_result = results.filter(|result| matches!(result, WeekResult::Met | WeekResult::NotMet));
    with_result.take_while(|result| *result == WeekResult::NotMet).fold(0, |missed, _| missed + 1)
}

/// Whether a match needs help: the wanted contacts missed so many weeks running (`domain.md` 5.1).
pub fn dosage_needs_help(weeks: &[MatchWeek], rules: &Rules) -> bool {
    weeks_missed_running(weeks) >= rules.indicators.dosage_missed_weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rules, SchoolDay, WeekDosage};

    fn week(number: u64, available: u32, done: u32, result: WeekResult) -> MatchWeek {
        let monday: SchoolDay = "2026-10-12".parse().unwrap();
        MatchWeek {
            week: monday.plus(7 * number).week(),
            dosage: WeekDosage::new(available, done, &Rules::default()),
            when_present: WeekDosage::new(available.min(1), done.min(1), &Rules::default()),
            wanted: available.min(3),
            result,
            contacts: done + 1,
            attempts: 1,
            family_contacts: 0,
            duplicates: 0,
        }
    }

    fn season() -> Vec<MatchWeek> {
        vec![
            week(0, 5, 3, WeekResult::Met),
            week(1, 5, 2, WeekResult::NotMet),
            week(2, 0, 0, WeekResult::NoSchool),
            week(3, 4, 0, WeekResult::NotMet),
            week(4, 5, 3, WeekResult::Open),
        ]
    }

    #[test]
    fn the_dosage_rate_leaves_out_weeks_without_school_and_weeks_that_are_not_over() {
        let expected = DosageTotals {
            weeks: Share { n: 1, of: 3 },
            weeks_when_present: Share { n: 2, of: 3 },
            weeks_without_school: 1,
            weeks_open: 1,
            dates_reached: 8,
            days_of_met_weeks: 5,
            contacts: 13,
            attempts: 5,
            family_contacts: 0,
        };
        assert_eq!(DosageTotals::of(&season()), expected);
    }

    #[test]
    fn a_match_needs_help_after_two_missed_weeks_running_and_a_vacation_does_not_excuse_them() {
        let rules = Rules::default();
        assert_eq!(weeks_missed_running(&season()), 2);
        assert!(dosage_needs_help(&season(), &rules));
        assert!(!dosage_needs_help(&season()[..3], &rules));
        assert!(!dosage_needs_help(&season()[..1], &rules));
    }

    #[test]
    fn the_dosage_rate_carries_its_working() {
        let rules = Rules::default();
        assert_eq!(
            DosageTotals::of(&season()).working(&rules, "2026-10-30".parse().ok()).to_string(),
            "contact_dosage: 1 of 3 weeks; contacts_wanted_per_week 3; duplicate_contact_minutes 10; recorded through 2026-10-30"
        );
    }

    #[test]
    fn a_mentors_dosage_is_the_sum_of_the_matches() {
        let season = season();
        let weeks =
            |mentor: &'static str, count: usize| season[..count].iter().map(move |week| (mentor, week));
        let by_mentor = dosage_by(weeks("ana", 2).chain(weeks("ben", 1)).chain(weeks("ana", 4)));
        let shares: Vec<_> = by_mentor.iter().map(|(mentor, totals)| (*mentor, totals.weeks)).collect();
        assert_eq!(shares, [("ana", Share { n: 2, of: 5 }), ("ben", Share { n: 1, of: 1 })]);
    }
}
