//! One week of one match.

use serde::{Deserialize, Serialize};

use crate::Rules;

/// One date of the week, as the dosage rule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactDay {
    /// Students are expected, and the match is active.
    pub available: bool,
    /// At least one contact of that date reached the student.
    pub reached_student: bool,
}

/// A match's week against the model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekDosage {
    /// School days of the week inside the match.
    pub available: u32,
    /// Distinct dates with a contact that reached the student.
    pub done: u32,
    /// How many dates were wanted: as many as the setting says, or all of a short week.
    pub wanted: u32,
}

impl WeekDosage {
    /// Counts a week's dates. Several contacts of one date, or two phones at one door, count once.
    pub fn of(days: impl IntoIterator<Item = ContactDay>, rules: &Rules) -> Self {
        days.into_iter().fold(Self::default(), |week, day| {
            Self::new(
                week.available + u32::from(day.available),
                week.done + u32::from(day.reached_student),
                rules,
            )
        })
    }
    /// A week that was counted already.
    pub fn new(available: u32, done: u32, rules: &Rules) -> Self {
        Self { available, done, wanted: available.min(rules.indicators.contacts_wanted_per_week) }
    }
    /// Whether the week has the dates that were wanted; `None` in a week without school (T26).
    pub fn met(self) -> Option<bool> {
        (self.available > 0).then_some(self.done >= self.wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(days: &[(bool, bool)]) -> WeekDosage {
        WeekDosage::of(
            days.iter().map(|&(available, reached_student)| ContactDay { available, reached_student }),
            &Rules::default(),
        )
    }

    #[test]
    fn a_call_that_only_a_parent_answered_does_not_count() {
        // T25: holiday on Monday, match from Wednesday, reached on Wednesday and Friday.
        let week = week(&[(false, false), (false, false), (true, true), (true, false), (true, true)]);
        assert_eq!(week, WeekDosage { available: 3, done: 2, wanted: 3 });
        assert_eq!(week.met(), Some(false));
    }

    #[test]
    fn a_two_day_week_is_met_by_two_days_and_a_holiday_week_does_not_count() {
        // T26.
        assert_eq!(week(&[(true, true), (true, true)]).met(), Some(true));
        assert_eq!(week(&[(false, false)]).met(), None);
    }

    #[test]
    fn the_model_asks_for_three_dates_and_a_district_may_ask_for_others() {
        let mut rules = Rules::default();
        assert_eq!(WeekDosage::new(5, 0, &rules).wanted, 3);
        rules.set("contacts_wanted_per_week", "4").unwrap();
        assert_eq!(WeekDosage::new(5, 0, &rules).wanted, 4);
        assert_eq!(WeekDosage::new(2, 0, &rules).wanted, 2);
    }
}
