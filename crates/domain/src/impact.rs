//! What can be said of the programme's effect, from the weakest design to the strongest that a school's own data allow
//! (`domain.md` 4.10). Every figure carries its design, its numbers of students, who was left out and why, and the
//! sentences that must stand beside it. There are no p-values.
//!
//! Students are compared as they were chosen (intention to treat): whoever was ever matched stays among the matched,
//! however the match went.

mod cohort;
mod difference;
mod own_past;

use serde::Serialize;

pub use cohort::{Exclusion, Exclusions, GroupChange, ImpactStudent};
pub use difference::{DifferenceInDifferences, Stratum, matched_against_unmatched};
pub use own_past::{DosageSplit, OwnPast, own_past, own_past_by, split_by_dosage};

/// How a figure of impact was made: the label that stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImpactDesign {
    /// Students against their own past.
    OwnPast,
    /// Students by the dosage that they had, against their own past.
    DosageSplit,
    /// Matched students against eligible students without a match, at the same school and in the same band of grades.
    MatchedAgainstUnmatched,
}

impl ImpactDesign {
    /// The name of its rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::OwnPast => "own_past",
            Self::DosageSplit => "dosage_split",
            Self::MatchedAgainstUnmatched => "matched_against_unmatched",
        }
    }
    /// The settings that mattered to a figure of this design.
    pub fn settings(self) -> &'static [&'static str] {
        match self {
            Self::OwnPast => {
                &["improvement_same_within_points", "minimum_enrolled_days", "impact_small_group"]
            }
            Self::DosageSplit => &[
                "dosage_split_percent",
                "contacts_wanted_per_week",
                "improvement_same_within_points",
                "minimum_enrolled_days",
                "impact_small_group",
            ],
            Self::MatchedAgainstUnmatched => {
                &["impact_days_in_year", "minimum_enrolled_days", "impact_small_group"]
            }
        }
    }
}

impl std::fmt::Display for ImpactDesign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OwnPast => "change against the students' own past, without a comparison group",
            Self::DosageSplit => "change against the students' own past by dosage, a secondary figure",
            Self::MatchedAgainstUnmatched => {
                "difference in differences: matched students against eligible students without a match, same school and band of grades, everybody ever matched counted as matched"
            }
        })
    }
}

#[cfg(test)]
mod tests;
