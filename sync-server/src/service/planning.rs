//! What a school plans by: the thirteen prompts, the steps of the year with their days, and the school year itself.

use chrono::{Datelike, NaiveDate};
use daymark_domain::SchoolDay;

/// The prompts of the plan by their words, part by part.
pub const PARTS: [(&str, &[&str]); 3] = [
    ("begin", &["point_person", "data", "students", "mentors"]),
    ("run", &["announce", "recruit", "resources", "training", "matching", "support"]),
    ("learn", &["review", "revise", "celebrate"]),
];

/// All prompts in their order.
pub fn prompts() -> impl Iterator<Item = &'static str> {
    PARTS.into_iter().flat_map(|(_, prompts)| prompts.iter().copied())
}

/// A step of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its word in the catalogue and the store.
    pub word: &'static str,
    /// At the end of which month it should be done.
    pub month: u32,
}

const fn by(month: u32, word: &'static str) -> Step {
    Step { word, month }
}

/// The steps of each role, in the order of the school year.
pub const CHECKLIST: [(&str, &[Step]); 3] = [
    (
        "principal",
        &[
            by(8, "name_lead"),
            by(8, "meeting"),
            by(9, "tell_staff"),
            by(9, "free_time"),
            by(10, "welcome_families"),
            by(1, "half_year"),
            by(5, "thank_mentors"),
            by(6, "next_year"),
        ],
    ),
    (
        "coordinator",
        &[
            by(8, "last_year_list"),
            by(8, "calendar"),
            by(9, "early_signals"),
            by(9, "choose_students"),
            by(9, "find_mentors"),
            by(9, "train_mentors"),
            by(9, "agreements"),
            by(9, "tell_families"),
            by(10, "match"),
            by(10, "kick_off"),
            by(10, "resources"),
            by(11, "check_ins"),
            by(11, "first_review"),
            by(12, "day_60"),
            by(2, "mentors_meet"),
            by(3, "second_review"),
            by(5, "celebrate"),
            by(6, "close_matches"),
            by(6, "next_list"),
        ],
    ),
    (
        "captain",
        &[
            by(8, "data_arrives"),
            by(8, "partners"),
            by(9, "training_offer"),
            by(11, "compare_schools"),
            by(2, "share_learning"),
            by(4, "needs"),
            by(4, "invite_schools"),
            by(6, "year_report"),
        ],
    ),
];

/// The step with that word.
pub fn step(word: &str) -> Option<Step> {
    CHECKLIST.into_iter().flat_map(|(_, steps)| steps.iter().copied()).find(|step| step.word == word)
}

/// A school year, by the year in which it begins: from July to June.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolYear(pub i32);

const FIRST_MONTH: u32 = 7;

impl SchoolYear {
    /// The one that the day lies in.
    pub fn of(day: SchoolDay) -> Self {
        Self(if day.0.month() >= FIRST_MONTH { day.0.year() } else { day.0.year() - 1 })
    }

    /// The first day of each of its months.
    pub fn months(self) -> impl Iterator<Item = SchoolDay> {
        let year_of = move |month| if month >= FIRST_MONTH { self.0 } else { self.0 + 1 };
        (FIRST_MONTH..=12)
            .chain(1..FIRST_MONTH)
            .filter_map(move |month| NaiveDate::from_ymd_opt(year_of(month), month, 1).map(SchoolDay))
    }

    /// The last day on which the step is not overdue.
    pub fn due(self, step: Step) -> SchoolDay {
        let month = self.months().find(|first| first.0.month() == step.month);
        // Every month of a step is one of the year's: the test below has looked.
        month.map_or(SchoolDay(NaiveDate::MAX), |first| days_of_month(first).last().unwrap_or(first))
    }
}

/// All days of the month in which the day lies.
pub fn days_of_month(day: SchoolDay) -> impl Iterator<Item = SchoolDay> {
    let first = day.first_of_month();
    (0..31).map(move |n| first.plus(n)).filter(move |day| day.0.month() == first.0.month())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn the_plan_asks_thirteen_things_and_none_twice() {
        assert_eq!(PARTS.map(|(_, prompts)| prompts.len()), [4, 6, 3]);
        assert_eq!(prompts().collect::<BTreeSet<_>>().len(), 13);
    }

    #[test]
    fn each_step_stands_once_and_in_the_order_of_the_year() {
        let year = SchoolYear(2025);
        let mut words = BTreeSet::new();
        for (role, steps) in CHECKLIST {
            let due: Vec<SchoolDay> = steps.iter().map(|step| year.due(*step)).collect();
            assert!(due.is_sorted() && due.last() < Some(&day("2026-07-01")), "{role}: {due:?}");
            for of in steps {
                assert!(words.insert(of.word), "{} stands twice", of.word);
                assert_eq!(step(of.word), Some(*of));
            }
        }
        assert_eq!(step("nothing"), None);
    }

    #[test]
    fn a_school_year_begins_in_july_and_ends_in_june() {
        for (at, year) in
            [("2025-07-01", 2025), ("2025-12-31", 2025), ("2026-06-30", 2025), ("2026-07-01", 2026)]
        {
            assert_eq!(SchoolYear::of(day(at)), SchoolYear(year), "{at}");
        }
        let months: Vec<SchoolDay> = SchoolYear(2025).months().collect();
        assert_eq!((months.len(), months[0], months[11]), (12, day("2025-07-01"), day("2026-06-01")));
    }

    #[test]
    fn a_step_is_due_on_the_last_day_of_its_month() {
        let due = |year, month| SchoolYear(year).due(by(month, "x")).to_string();
        assert_eq!(
            (due(2025, 9), due(2023, 2), due(2024, 2)),
            ("2025-09-30".into(), "2024-02-29".into(), "2025-02-28".into())
        );
    }
}
