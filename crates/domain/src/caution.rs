//! What must be said beside a figure of improvement or impact (`domain.md` 4.8, 4.10).

use std::fmt;

use serde::Serialize;

/// A sentence that stands beside the figure wherever it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// Nobody was assigned by lot.
    NotRandomised,
    /// Who is chosen at the worst moment gets better without help.
    RegressionToTheMean,
    /// The two windows lie in different parts of the year.
    Season,
    /// One of the figures rests on few days.
    Provisional,
    /// The whole of last year stands against a part of this one.
    UnequalWindows,
    /// A group is too small.
    SmallGroup,
    /// How often a student was met was not assigned either.
    DosageNotAssigned,
}

/// English, for the command line and CSV; screens have their own words.
impl fmt::Display for Caution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRandomised => {
                "Students were not assigned by lot: the figure describes what happened and does not prove why. No analysis of the programme's best-known study met the standards of the What Works Clearinghouse."
            }
            Self::RegressionToTheMean => {
                "Students are chosen when they miss the most; some of them would have come back without a mentor."
            }
            Self::Season => "Absence has its seasons, and the two windows lie in different parts of the year.",
            Self::Provisional => "One of the two figures rests on very few school days.",
            Self::UnequalWindows => "The whole of last year stands against this year so far.",
            Self::SmallGroup => "A group is too small to conclude anything from.",
            Self::DosageNotAssigned => {
                "Students who were met more often may differ in other ways too: a secondary figure."
            }
        })
    }
}
