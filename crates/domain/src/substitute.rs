//! A mentor for a while, while the student's own cannot come: a match with an end from its first day on.

use crate::SchoolDay;
use crate::words::words;

words!(
    /// Why somebody stands in.
    SubstituteReason, "reason to stand in" {
        /// The mentor is ill.
        Illness = "illness",
        /// The mentor's family needs them.
        Family = "family",
        /// The mentor travels or is on leave.
        Leave = "leave",
        /// The mentor's papers are out of date.
        Papers = "papers",
        /// The mentor left and no other is found yet.
        MentorLeft = "mentor_left",
        /// Something else.
        Other = "other",
    }
);

/// The most days that somebody stands in before it is decided anew.
pub const SUBSTITUTE_DAYS_MAX: u64 = 30;

/// Why somebody cannot stand in until that day.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidSubstitution {
    /// The last day has passed.
    #[error("the last day has passed")]
    OverAlready,
    /// It would last too long without anybody deciding anew.
    #[error("it is at most {SUBSTITUTE_DAYS_MAX} days")]
    TooLong,
}

/// Looks whether somebody may stand in from today until that day; again for each renewal.
pub fn check_substitution(today: SchoolDay, last: SchoolDay) -> Result<(), InvalidSubstitution> {
    match () {
        () if last < today => Err(InvalidSubstitution::OverAlready),
        () if last > longest_substitution(today) => Err(InvalidSubstitution::TooLong),
        () => Ok(()),
    }
}

/// The latest last day: today counts.
pub fn longest_substitution(today: SchoolDay) -> SchoolDay {
    today.plus(SUBSTITUTE_DAYS_MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_stands_in_for_thirty_days_at_most_today_among_them() {
        let today: SchoolDay = "2025-10-14".parse().unwrap();
        let until = |days: u64| check_substitution(today, today.plus(days));
        assert_eq!((until(0), until(29)), (Ok(()), Ok(())));
        assert_eq!(until(30), Err(InvalidSubstitution::TooLong));
        assert_eq!(check_substitution(today, today.minus(1)), Err(InvalidSubstitution::OverAlready));
    }
}
