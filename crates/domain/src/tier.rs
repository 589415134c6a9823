//! The risk tiers, and how many students of a group stand in each (`domain.md` 4.2).

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use crate::{Rules, SchoolDay, Share, Working};

/// The risk tiers of `domain.md` 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// No school day yet: no rate (T6).
    NotApplicable,
    /// Too few days, or too many without a mark, to label a student by (T7, T17).
    NotEnoughData,
    /// Under 5 %.
    Satisfactory,
    /// 5 % or more, under 10 %.
    AtRisk,
    /// 10 % or more, under 20 %: chronically absent.
    Moderate,
    /// 20 % or more: chronically absent.
    Severe,
}

impl Tier {
    /// Chronically absent: 10 % or more.
    pub fn is_chronic(self) -> bool {
        matches!(self, Self::Moderate | Self::Severe)
    }
    /// Says something about the student, so that the student counts in rates of schools and groups.
    pub fn is_label(self) -> bool {
        !matches!(self, Self::NotApplicable | Self::NotEnoughData)
    }
    /// The word that catalogues and styles use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotApplicable => "not-applicable",
            Self::NotEnoughData => "not-enough-data",
            Self::Satisfactory => "satisfactory",
            Self::AtRisk => "at-risk",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }
}

/// How many students of a school or another group stand in each tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierCounts {
    /// Without a school day yet.
    pub not_applicable: u32,
    /// With too few days or too many unmarked ones.
    pub not_enough_data: u32,
    /// Satisfactory.
    pub satisfactory: u32,
    /// At risk.
    pub at_risk: u32,
    /// Moderately chronic.
    pub moderate: u32,
    /// Severely chronic.
    pub severe: u32,
}

impl TierCounts {
    /// Counts one student.
    pub fn count(&mut self, tier: Tier) {
        *match tier {
            Tier::NotApplicable => &mut self.not_applicable,
            Tier::NotEnoughData => &mut self.not_enough_data,
            Tier::Satisfactory => &mut self.satisfactory,
            Tier::AtRisk => &mut self.at_risk,
            Tier::Moderate => &mut self.moderate,
            Tier::Severe => &mut self.severe,
        } += 1;
    }
    /// Chronically absent students.
    pub fn chronic(self) -> u32 {
        self.moderate + self.severe
    }
    /// The students that rates are of: all with a label.
    pub fn labelled(self) -> u32 {
        self.satisfactory + self.at_risk + self.chronic()
    }
    /// All students.
    pub fn all(self) -> u32 {
        self.labelled() + self.not_enough_data + self.not_applicable
    }
    /// How widespread chronic absence is; `None` without a labelled student.
    pub fn school_level(self, rules: &Rules) -> Option<SchoolLevel> {
        let reaches =
            |percent: u32| 100 * u64::from(self.chronic()) >= u64::from(percent) * u64::from(self.labelled());
        match () {
            () if self.labelled() == 0 => None,
            () if reaches(rules.school_extreme_from_percent) => Some(SchoolLevel::Extreme),
            () if reaches(rules.school_severe_from_percent) => Some(SchoolLevel::Severe),
            () => Some(SchoolLevel::Ordinary),
        }
    }
}

impl TierCounts {
    /// How the school's level came about; `through` is the last day whose marks are in.
    pub fn working(self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let chronic = Share { n: self.chronic(), of: self.labelled() };
        let keys = [
            "school_severe_from_percent",
            "school_extreme_from_percent",
            "chronic_from_percent",
            "chronic_comparator",
        ];
        Working::share("school_level", chronic, "students", rules, &keys).known_through(through)
    }
}

impl AddAssign for TierCounts {
    fn add_assign(&mut self, more: Self) {
        self.not_applicable += more.not_applicable;
        self.not_enough_data += more.not_enough_data;
        self.satisfactory += more.satisfactory;
        self.at_risk += more.at_risk;
        self.moderate += more.moderate;
        self.severe += more.severe;
    }
}

impl FromIterator<Tier> for TierCounts {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> Self {
        let mut counts = Self::default();
        tiers.into_iter().for_each(|tier| counts.count(tier));
        counts
    }
}

/// How widespread chronic absence is at a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolLevel {
    /// Under 20 % of the students.
    Ordinary,
    /// 20 % or more.
    Severe,
    /// 30 % or more.
    Extreme,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(chronic: usize, others: usize) -> Option<SchoolLevel> {
        let tiers = std::iter::repeat_n(Tier::Moderate, chronic);
        let counts: TierCounts = tiers.chain(std::iter::repeat_n(Tier::AtRisk, others)).collect();
        counts.school_level(&Rules::default())
    }

    #[test]
    fn a_school_is_severe_from_a_fifth_and_extreme_from_three_tenths() {
        assert_eq!(school(0, 0), None);
        assert_eq!(school(19, 81), Some(SchoolLevel::Ordinary));
        assert_eq!(school(20, 80), Some(SchoolLevel::Severe));
        assert_eq!(school(29, 71), Some(SchoolLevel::Severe));
        assert_eq!(school(3, 7), Some(SchoolLevel::Extreme));
    }

    #[test]
    fn a_student_without_a_label_is_in_no_rate() {
        let counts: TierCounts = [Tier::NotEnoughData, Tier::NotApplicable, Tier::Severe, Tier::Satisfactory]
            .into_iter()
            .collect();
        assert_eq!((counts.chronic(), counts.labelled(), counts.all()), (1, 2, 4));
    }
}
