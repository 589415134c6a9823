//! What a student sets out to do: "3 days last week, try 4".

use serde::{Deserialize, Serialize};

use crate::words::words;
use crate::{SchoolDay, Week};

words!(
    /// What is counted.
    GoalMeasure, "goal measure" {
        /// Days at school.
        DaysPresent = "days_present",
        /// Days at school in time.
        DaysOnTime = "days_on_time",
        /// Days on which the student came by to check in.
        DaysCheckedIn = "days_checked_in",
        /// Mornings up without a call.
        MorningsUpAlone = "mornings_up_alone",
    }
);

words!(
    /// How it went.
    GoalResult, "goal result" {
        /// Reached.
        Reached = "reached",
        /// On the way.
        Partly = "partly",
        /// Not this time.
        NotReached = "not_reached",
        /// Another goal took its place.
        Changed = "changed",
    }
);

/// By when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalTarget {
    /// By a day.
    Day(SchoolDay),
    /// Within a week.
    Week(Week),
}

impl GoalTarget {
    /// The day on which it is looked at: a week's goal on its Friday.
    pub fn due(self) -> SchoolDay {
        match self {
            Self::Day(day) => day,
            Self::Week(week) => week.monday.plus(4),
        }
    }
}

/// A goal that student and mentor agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What is counted.
    pub measure: GoalMeasure,
    /// How it was; `None`: not known.
    pub from: Option<u16>,
    /// How it shall be.
    pub to: u16,
    /// By when.
    pub target: GoalTarget,
}

/// Why a goal cannot be set.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidGoal {
    /// Nothing, or more than a year has.
    #[error("a goal is 1 to {} days", Goal::DAYS_MAX)]
    Days,
    /// It was over before it began.
    #[error("a goal lies ahead: choose a later day")]
    Past,
}

impl Goal {
    /// The most that a goal may count.
    pub const DAYS_MAX: u16 = 366;
    /// Whether it makes sense on the day on which it is set.
    pub fn check(&self, today: SchoolDay) -> Result<(), InvalidGoal> {
        match () {
            () if !(1..=Self::DAYS_MAX).contains(&self.to) => Err(InvalidGoal::Days),
            () if self.from.is_some_and(|from| from > Self::DAYS_MAX) => Err(InvalidGoal::Days),
            () if self.target.due() < today => Err(InvalidGoal::Past),
            () => Ok(()),
        }
    }
}

/// A goal that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalCheck {
    /// How it went.
    pub result: GoalResult,
    /// How many it were; `None`: not counted.
    pub counted: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(to: u16, target: GoalTarget) -> Goal {
        Goal { measure: GoalMeasure::DaysPresent, from: Some(3), to, target }
    }

    #[test]
    fn a_weeks_goal_is_due_on_its_friday_and_cannot_be_set_after_it() {
        let wednesday: SchoolDay = "2025-10-15".parse().unwrap();
        let week = GoalTarget::Week(wednesday.week());
        assert_eq!(week.due().to_string(), "2025-10-17");
        assert_eq!(goal(4, week).check(wednesday.plus(2)), Ok(()));
        assert_eq!(goal(4, week).check(wednesday.plus(3)), Err(InvalidGoal::Past));
        assert_eq!(goal(0, week).check(wednesday), Err(InvalidGoal::Days));
        assert_eq!(goal(4, GoalTarget::Day(wednesday)).check(wednesday.next()), Err(InvalidGoal::Past));
    }
}
