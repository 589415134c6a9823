//! One week of one match.

use serde::{Deserialize, Serialize};

use crate::Rules;

/// What the model asks for in a full week, where no setting says otherwise.
pub const CONTACTS_WANTED_PER_WEEK: u32 = 3;

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
}

impl WeekDosage {
    /// Counts a week's dates. Several contacts of one date, or two phones at one door, count once.
    pub fn of(days: impl IntoIterator<Item = ContactDay>) -> Self {
        days.into_iter().fold(Self::default(), |week, day| Self {
            available: week.available + u32::from(day.available),
            done: week.done + u32::from(day.reached_student),
        })
    }
    /// How many dates were wanted: three, or all of a short week.
    pub fn wanted(self) -> u32 {
        self.available.min(CONTACTS_WANTED_PER_WEEK)
    }
    /// Whether the week met the model; `None` in a week without school (T26).
    pub fn met(self) -> Option<bool> {
        (self.available > 0).then_some(self.done >= self.wanted())
    }
    /// How many dates were wanted where a setting says how many a full week has.
    pub fn wanted_under(self, rules: &Rules) -> u32 {
        self.available.min(rules.indicators.contacts_wanted_per_week)
    }
    /// Whether the week met the model under the rules; `None` in a week without school.
    pub fn met_under(self, rules: &Rules) -> Option<bool> {
        (self.available > 0).then_some(self.done >= self.wanted_under(rules))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(days: &[(bool, bool)]) -> WeekDosage {
        WeekDosage::of(
            days.iter().map(|&(available, reached_student)| ContactDay { available, reached_student }),
        )
    }

    #[test]
    fn a_call_that_only_a_parent_answered_does_not_count() {
        // T25: holiday on Monday, match from Wednesday, reached on Wednesday and Friday.
        let week = week(&[(false, false), (false, false), (true, true), (true, false), (true, true)]);
        assert_eq!(week, WeekDosage { available: 3, done: 2 });
        assert_eq!(week.met(), Some(false));
    }

    #[test]
    fn a_two_day_week_is_met_by_two_days_and_a_holiday_week_does_not_count() {
        // T26.
        assert_eq!(week(&[(true, true), (true, true)]).met(), Some(true));
        assert_eq!(week(&[(false, false)]).met(), None);
    }

    #[test]
    fn the_default_setting_asks_for_what_the_model_asks_for() {
        assert_eq!(Rules::default().indicators.contacts_wanted_per_week, CONTACTS_WANTED_PER_WEEK);
    }
}
