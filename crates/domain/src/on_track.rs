//! Who entered chronic absence, who left it (`domain.md` 4.7).

use std::ops::AddAssign;

use serde::Serialize;

use crate::{AbsenceFigure, Rules, SchoolDay, Standing, Tier, Working};

/// From last year's label to this year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// Not chronic last year, chronic now.
    Entered,
    /// Chronic last year, not chronic now: exited.
    Recovered,
    /// Chronic in both.
    StillChronic,
    /// Chronic in neither.
    NeverChronic,
    /// One of the two has no label.
    Unknown,
}

impl Movement {
    /// From two labels. A student whose days are too few, or unmarked too often, has not recovered yet.
    pub fn between(last_year: Tier, now: Tier) -> Self {
        match (last_year.is_chronic(), now.is_chronic()) {
            _ if !last_year.is_label() || !now.is_label() => Self::Unknown,
            (false, true) => Self::Entered,
            (true, false) => Self::Recovered,
            (true, true) => Self::StillChronic,
            (false, false) => Self::NeverChronic,
        }
    }
}

/// A student's movement with the numbers behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OnTrackChange {
    /// What happened.
    pub movement: Movement,
    /// The whole of last year; `None` when nothing is known of it.
    pub last_year: Option<AbsenceFigure>,
    /// This year so far.
    pub now: AbsenceFigure,
}

impl OnTrackChange {
    /// Holds this year so far against the whole of last year.
    pub fn of(last_year: Option<Standing>, now: Standing) -> Self {
        let before = last_year.map_or(Tier::NotApplicable, |standing| standing.tier);
        Self {
            movement: Movement::between(before, now.tier),
            last_year: last_year.map(|standing| standing.figure),
            now: now.figure,
        }
    }
    /// The figure of this year with the settings that mattered; last year's stands beside it.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys = [
            "chronic_from_percent",
            "chronic_comparator",
            "minimum_enrolled_days",
            "label_refused_above_missing_percent",
        ];
        Working::new("entered_or_recovered", self.now, rules, &keys).known_through(through)
    }
}

/// How many students moved how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MovementCounts {
    /// Entered.
    pub entered: u32,
    /// Recovered.
    pub recovered: u32,
    /// Chronic in both years.
    pub still_chronic: u32,
    /// Chronic in neither.
    pub never_chronic: u32,
    /// Not to be said.
    pub unknown: u32,
}

impl AddAssign<Movement> for MovementCounts {
    fn add_assign(&mut self, movement: Movement) {
        *match movement {
            Movement::Entered => &mut self.entered,
            Movement::Recovered => &mut self.recovered,
            Movement::StillChronic => &mut self.still_chronic,
            Movement::NeverChronic => &mut self.never_chronic,
            Movement::Unknown => &mut self.unknown,
        } += 1;
    }
}

impl FromIterator<Movement> for MovementCounts {
    fn from_iter<I: IntoIterator<Item = Movement>>(movements: I) -> Self {
        let mut counts = Self::default();
        movements.into_iter().for_each(|movement| counts += movement);
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Days, Rules, Tally};

    fn standing(missed: u32, enrolled: u32) -> Standing {
        let tally =
            Tally { enrolled: Days::whole(enrolled), absent: Days::whole(missed), ..Tally::default() };
        tally.standing(&Rules::default())
    }

    fn movement(last_year: Option<(u32, u32)>, now: (u32, u32)) -> Movement {
        OnTrackChange::of(last_year.map(|(missed, days)| standing(missed, days)), standing(now.0, now.1))
            .movement
    }

    #[test]
    fn students_enter_and_recover_by_the_exact_limit_of_both_years() {
        assert_eq!(movement(Some((17, 180)), (3, 30)), Movement::Entered);
        assert_eq!(movement(Some((18, 180)), (2, 30)), Movement::Recovered);
        assert_eq!(movement(Some((18, 180)), (3, 30)), Movement::StillChronic);
        assert_eq!(movement(Some((17, 180)), (2, 30)), Movement::NeverChronic);
    }

    #[test]
    fn a_student_who_improved_and_is_still_chronic_has_not_recovered() {
        // T22: 30 of 180, then 19 of 178.
        assert_eq!(movement(Some((30, 180)), (19, 178)), Movement::StillChronic);
    }

    #[test]
    fn nobody_recovers_in_nine_days_or_enters_without_a_year_before() {
        assert_eq!(movement(Some((18, 180)), (0, 9)), Movement::Unknown);
        assert_eq!(movement(None, (10, 30)), Movement::Unknown);
        assert_eq!(movement(Some((2, 8)), (0, 30)), Movement::Unknown);
    }

    #[test]
    fn a_movement_carries_its_working() {
        let moved = OnTrackChange::of(Some(standing(18, 180)), standing(2, 30));
        assert_eq!(
            moved.working(&Rules::default(), "2026-02-05".parse().ok()).to_string(),
            "entered_or_recovered: 2 of 30 days; chronic_from_percent 10; chronic_comparator at_least; minimum_enrolled_days 10; label_refused_above_missing_percent 10; recorded through 2026-02-05"
        );
    }

    #[test]
    fn movements_are_counted_each_in_its_own_number() {
        use Movement as M;
        let counts: MovementCounts =
            [M::Entered, M::Recovered, M::Recovered, M::Unknown].into_iter().collect();
        let expected = MovementCounts { entered: 1, recovered: 2, unknown: 1, ..MovementCounts::default() };
        assert_eq!(counts, expected);
    }
}
