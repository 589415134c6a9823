//! How much of school a student has missed, exactly (`domain.md` 4.1, 4.2 and 4.7).
//!
//! Half days as integers, compared by cross-multiplication: a rounded percentage never decides anything.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a district may set differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceSettings {
    /// Enrolled days below which a rate is provisional and gets no tier that counts (default 10).
    pub minimum_enrolled_days: u32,
}

impl Default for AbsenceSettings {
    fn default() -> Self {
        Self { minimum_enrolled_days: 10 }
    }
}

/// The risk tiers of `domain.md` 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// No school day yet: no rate (T6).
    NotApplicable,
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
    /// The word that catalogues and styles use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotApplicable => "not-applicable",
            Self::Satisfactory => "satisfactory",
            Self::AtRisk => "at-risk",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }
}

/// Missed and enrolled time, with everything that follows from the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceFigure {
    /// A: half days missed, for any reason.
    pub missed_halves: u32,
    /// E: half days on which the student was expected.
    pub enrolled_halves: u32,
}

impl AbsenceFigure {
    /// From whole days.
    pub fn from_days(missed: u32, enrolled: u32) -> Self {
        Self { missed_halves: 2 * missed, enrolled_halves: 2 * enrolled }
    }
    /// The tier, from the exact fraction.
    pub fn tier(self) -> Tier {
        let (missed, enrolled) = (u64::from(self.missed_halves), u64::from(self.enrolled_halves));
        match () {
            () if enrolled == 0 => Tier::NotApplicable,
            () if 5 * missed >= enrolled => Tier::Severe,
            () if 10 * missed >= enrolled => Tier::Moderate,
            () if 20 * missed >= enrolled => Tier::AtRisk,
            () => Tier::Satisfactory,
        }
    }
    /// Too few days to label a student by (T7).
    pub fn is_provisional(self, settings: AbsenceSettings) -> bool {
        self.enrolled_halves < 2 * settings.minimum_enrolled_days
    }
    /// Tenths of a percent for display, half up; but never a figure that contradicts the tier: 9.97 % shows as 9.9.
    pub fn per_mille(self) -> Option<u32> {
        let (missed, enrolled) = (u64::from(self.missed_halves), u64::from(self.enrolled_halves));
        if enrolled == 0 {
            return None;
        }
        let rounded = (2_000 * missed + enrolled) / (2 * enrolled);
        let crossed_by_rounding = |limit: u64| rounded == limit && 1_000 * missed < limit * enrolled;
        let shown = if [50, 100, 200].into_iter().any(crossed_by_rounding) { rounded - 1 } else { rounded };
        u32::try_from(shown).ok()
    }
    /// Present days in a row that bring the rate below 10 %: the least n with `10 A < E + n`; 0 when it is (T21).
    pub fn present_days_to_leave_chronic(self) -> u32 {
        let wanted = 10 * u64::from(self.missed_halves) + 1;
        let halves = wanted.saturating_sub(u64::from(self.enrolled_halves));
        u32::try_from(halves.div_ceil(2)).unwrap_or(u32::MAX)
    }
    /// Whole days that may still be missed with the year ending below 10 %: the greatest x with
    /// `10 (A + x) < E_year`; `None` when it cannot end below (T20).
    pub fn absences_left(self, year_halves: u32) -> Option<u32> {
        let (missed, year) = (u64::from(self.missed_halves), u64::from(year_halves));
        let most_halves = year.checked_sub(1)? / 10;
        let left = most_halves.checked_sub(missed)? / 2;
        u32::try_from(left).ok()
    }
}

/// The rate as a percentage with one decimal, `–` when there is none.
impl fmt::Display for AbsenceFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.per_mille() {
            Some(tenths) => write!(f, "{}.{} %", tenths / 10, tenths % 10),
            None => f.write_str("–"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(missed: u32, enrolled: u32) -> AbsenceFigure {
        AbsenceFigure::from_days(missed, enrolled)
    }

    #[test]
    fn tiers_follow_the_worked_examples() {
        let halves = |missed_halves, enrolled_halves| AbsenceFigure { missed_halves, enrolled_halves };
        let cases = [
            ("T1", days(18, 180), Tier::Moderate, "10.0 %"),
            ("T2", days(17, 180), Tier::AtRisk, "9.4 %"),
            ("T2 with half a day", halves(35, 360), Tier::AtRisk, "9.7 %"),
            ("T3", days(9, 180), Tier::AtRisk, "5.0 %"),
            ("T3 with half a day", halves(17, 360), Tier::Satisfactory, "4.7 %"),
            ("T4", days(36, 180), Tier::Severe, "20.0 %"),
            ("T4 of 185", days(37, 185), Tier::Severe, "20.0 %"),
            ("T5", days(3, 30), Tier::Moderate, "10.0 %"),
            ("T6", days(0, 0), Tier::NotApplicable, "–"),
            ("T8", days(6, 62), Tier::AtRisk, "9.7 %"),
            ("T8 with one more", days(7, 62), Tier::Moderate, "11.3 %"),
            ("T9 in the district", days(17, 178), Tier::AtRisk, "9.6 %"),
            ("T12", days(17, 179), Tier::AtRisk, "9.5 %"),
        ];
        for (name, figure, tier, shown) in cases {
            assert_eq!((figure.tier(), figure.to_string().as_str()), (tier, shown), "{name}");
        }
    }

    #[test]
    fn a_rate_just_under_ten_percent_is_never_shown_as_ten() {
        let figure = days(1_999, 20_000);
        assert_eq!((figure.tier(), figure.to_string().as_str()), (Tier::AtRisk, "9.9 %"));
    }

    #[test]
    fn a_rate_from_nine_days_is_provisional_and_from_ten_is_not() {
        // T7.
        let settings = AbsenceSettings::default();
        assert!(days(1, 9).is_provisional(settings));
        assert!(!days(1, 10).is_provisional(settings));
        assert_eq!(days(1, 10).tier(), Tier::Moderate);
    }

    #[test]
    fn projections_follow_the_worked_examples() {
        assert_eq!(days(14, 90).absences_left(360), Some(3), "T20");
        assert_eq!(days(20, 90).absences_left(360), None, "T20, too many already");
        assert_eq!(days(6, 50).present_days_to_leave_chronic(), 11, "T21");
        assert_eq!(days(5, 51).present_days_to_leave_chronic(), 0);
    }

    proptest! {
        #[test]
        fn an_added_present_day_never_raises_the_tier(missed in 0u32..400, more in 0u32..400) {
            let before = AbsenceFigure { missed_halves: missed, enrolled_halves: missed + more };
            let after = AbsenceFigure { enrolled_halves: before.enrolled_halves + 2, ..before };
            prop_assume!(before.enrolled_halves > 0);
            prop_assert!(after.tier() <= before.tier());
        }

        #[test]
        fn the_projection_is_the_least_number_that_works(missed in 0u32..400, more in 0u32..400) {
            let figure = AbsenceFigure { missed_halves: missed, enrolled_halves: missed + more };
            prop_assume!(figure.enrolled_halves > 0);
            let n = figure.present_days_to_leave_chronic();
            let after = |days: u32| AbsenceFigure { enrolled_halves: figure.enrolled_halves + 2 * days, ..figure };
            prop_assert!(!after(n).tier().is_chronic());
            prop_assert!(n == 0 || after(n - 1).tier().is_chronic());
        }

        #[test]
        fn the_shown_figure_never_contradicts_the_tier(missed in 0u32..4_000, more in 0u32..40_000) {
            let figure = AbsenceFigure { missed_halves: missed, enrolled_halves: missed + more };
            if let Some(tenths) = figure.per_mille() {
                prop_assert_eq!(tenths >= 100, figure.tier().is_chronic());
            }
        }
    }
}
