//! When a student is called awake, whom the mentor calls, and when it stops.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::{Party, SchoolDay};

/// Days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Monday is bit 0, Sunday bit 6; `None` for a number beyond them.
    pub fn from_bits(bits: u8) -> Option<Self> {
        (bits < 1 << 7).then_some(Self(bits))
    }
    /// As stored and sent.
    pub fn bits(self) -> u8 {
        self.0
    }
    /// Whether the day is among them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }
    /// With the day.
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | Self::bit(day))
    }
    fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        days.into_iter().fold(Self::default(), Self::with)
    }
}

/// When the calls end by themselves, so that nobody is called for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopRule {
    /// When the plan is changed.
    WhenChanged,
    /// After so many days present in a row.
    AfterPresentDays(u16),
    /// From a day on.
    OnDay(SchoolDay),
}

/// The latest plan of a match holds; one without a weekday ends the calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WakeUpPlan {
    /// On which days of the week; only school days count.
    pub weekdays: Weekdays,
    /// Not before, in minutes since midnight.
    pub from_minute: u16,
    /// Not after, in minutes since midnight.
    pub to_minute: u16,
    /// Who is called.
    pub whom: Party,
    /// When it ends.
    pub stop: StopRule,
}

/// Why a plan cannot be kept.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidWakeUpPlan {
    /// The window is none.
    #[error("calls begin before they end, both within the day")]
    Window,
    /// Zero days in a row, or more than a year has.
    #[error("calls can end after 1 to 366 days present in a row")]
    StopAfter,
}

impl WakeUpPlan {
    /// Whether it makes sense.
    pub fn check(&self) -> Result<(), InvalidWakeUpPlan> {
        match self.stop {
            _ if self.from_minute >= self.to_minute || self.to_minute > 24 * 60 => {
                Err(InvalidWakeUpPlan::Window)
            }
            StopRule::AfterPresentDays(days) if !(1..=366).contains(&days) => {
                Err(InvalidWakeUpPlan::StopAfter)
            }
            _ => Ok(()),
        }
    }
    /// Whether the calls have ended by the plan's own rule.
    pub fn has_ended(&self, on: SchoolDay, present_in_a_row: u32) -> bool {
        match self.stop {
            StopRule::WhenChanged => self.weekdays == Weekdays::default(),
            StopRule::AfterPresentDays(days) => present_in_a_row >= u32::from(days),
            StopRule::OnDay(day) => on >= day,
        }
    }
    /// Whether a call is due on a school day.
    pub fn is_due(&self, on: SchoolDay, present_in_a_row: u32) -> bool {
        self.weekdays.contains(on.weekday()) && !self.has_ended(on, present_in_a_row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_due_on_the_plans_days_until_its_rule_ends_them() {
        let monday: SchoolDay = "2025-10-13".parse().unwrap();
        let plan = |stop| WakeUpPlan {
            weekdays: [Weekday::Mon, Weekday::Thu].into_iter().collect(),
            from_minute: 390,
            to_minute: 450,
            whom: Party::Student,
            stop,
        };
        assert!(plan(StopRule::WhenChanged).is_due(monday, 99));
        assert!(!plan(StopRule::WhenChanged).is_due(monday.next(), 0));
        assert!(plan(StopRule::AfterPresentDays(5)).is_due(monday, 4));
        assert!(!plan(StopRule::AfterPresentDays(5)).is_due(monday, 5));
        assert!(!plan(StopRule::OnDay(monday)).is_due(monday, 0));
        let ended = WakeUpPlan { weekdays: Weekdays::default(), ..plan(StopRule::WhenChanged) };
        assert!(ended.has_ended(monday, 0));
        let upside_down = WakeUpPlan { from_minute: 450, to_minute: 390, ..plan(StopRule::WhenChanged) };
        assert_eq!(upside_down.check(), Err(InvalidWakeUpPlan::Window));
        assert_eq!(plan(StopRule::AfterPresentDays(0)).check(), Err(InvalidWakeUpPlan::StopAfter));
    }
}
