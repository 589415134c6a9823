//! School days present in a row, for warm recognition only (`domain.md` 4.9).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Ratio, SchoolDay, StudentDay, Verdict, Working};

/// School days present in a row, counted back from the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Streak {
    /// How many; a day on which the student came late is one.
    pub days: u32,
    /// It may be longer: a day without a mark ended the count.
    pub at_least: bool,
}

impl Streak {
    /// Counts back from the last of the days. Holidays and days without enrollment are not among them.
    pub fn of(days: &[StudentDay]) -> Self {
        let mut streak = Self::default();
        for day in days.iter().rev() {
            match day.verdict {
                Verdict::Present => streak.days += 1,
                Verdict::Absent(_) => break,
                Verdict::Unmarked => return Self { at_least: true, ..streak },
            }
        }
        streak
    }
    /// How it came about: no setting has a say in it.
    pub fn working(&self, through: Option<SchoolDay>) -> Working {
        Working::counted("streak", Ratio::whole(self.days), None, "school days present in a row")
            .known_through(through)
    }
}

/// `4`, or `at least 1`.
impl fmt::Display for Streak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at_least = if self.at_least { "at least " } else { "" };
        write!(f, "{at_least}{}", self.days)
    }
}
