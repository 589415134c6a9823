//! How much of school a student has missed, exactly (`domain.md` 4.1, 4.2 and 4.7).
//!
//! Days and parts of days as integers, compared by cross-multiplication: a rounded percentage never decides anything.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rules::{Comparator, FivePercent, Rules};
use crate::{Days, Tier};

/// Missed and enrolled time, with everything that follows from the two. What it says without asking for rules holds
/// under the default rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceFigure {
    /// A: time missed, for any reason.
    pub missed: Days,
    /// E: time for which the student was expected.
    pub enrolled: Days,
}

impl AbsenceFigure {
    /// From whole days.
    pub fn from_days(missed: u32, enrolled: u32) -> Self {
        Self { missed: Days::whole(missed), enrolled: Days::whole(enrolled) }
    }
    /// From half days.
    pub fn from_halves(missed: u32, enrolled: u32) -> Self {
        Self { missed: Days::halves(missed), enrolled: Days::halves(enrolled) }
    }
    /// A in half days, half up.
    pub fn missed_halves(self) -> u32 {
        self.missed.to_halves()
    }
    /// E in half days, half up.
    pub fn enrolled_halves(self) -> u32 {
        self.enrolled.to_halves()
    }
    /// The tier of the exact fraction.
    pub fn tier(self) -> Tier {
        self.tier_under(&Rules::default())
    }
    /// The tier of the exact fraction. Whether the student may be labelled with it, [`crate::Tally::standing`] says.
    pub fn tier_under(self, rules: &Rules) -> Tier {
        let (missed, enrolled) = (self.missed.get(), self.enrolled.get());
        let reaches = |percent: u32| 100 * missed >= u64::from(percent) * enrolled;
        let at_risk = match rules.five_percent_is {
            FivePercent::AtRisk => reaches(rules.at_risk_from_percent),
            FivePercent::Satisfactory => 100 * missed > u64::from(rules.at_risk_from_percent) * enrolled,
        };
        match () {
            () if enrolled == 0 => Tier::NotApplicable,
            () if self.is_chronic_under(rules) && reaches(rules.severe_from_percent) => Tier::Severe,
            () if self.is_chronic_under(rules) => Tier::Moderate,
            () if at_risk => Tier::AtRisk,
            () => Tier::Satisfactory,
        }
    }
    /// Chronically absent by the share of days missed.
    pub fn is_chronic_under(self, rules: &Rules) -> bool {
        let (missed, limit) =
            (100 * self.missed.get(), u64::from(rules.chronic_from_percent) * self.enrolled.get());
        match rules.chronic_comparator {
            _ if self.enrolled.is_zero() => false,
            Comparator::AtLeast => missed >= limit,
            Comparator::MoreThan => missed > limit,
        }
    }
    /// Chronically absent by the number of days missed, however long the student was enrolled (T18).
    pub fn reaches_fixed_count(self, rules: &Rules) -> bool {
        self.missed >= Days::whole(rules.fixed_count_days)
    }
    /// Too few days to label a student by (T7).
    pub fn is_provisional(self, rules: &Rules) -> bool {
        self.enrolled < Days::whole(rules.minimum_enrolled_days)
    }
    /// Tenths of a percent for display, half up; but never a figure that contradicts the tier: 9.97 % shows as 9.9.
    pub fn per_mille(self) -> Option<u32> {
        self.per_mille_under(&Rules::default())
    }
    /// The same where the tiers have other limits: with "more than 10 %" as the rule, 10.01 % shows as 10.1.
    pub fn per_mille_under(self, rules: &Rules) -> Option<u32> {
        let twice = (2_000 * self.missed.get() + self.enrolled.get()).checked_div(2 * self.enrolled.get())?;
        let rounded = u32::try_from(twice).unwrap_or(u32::MAX);
        let told = Self::from_days(rounded, 1_000).tier_under(rules);
        // Limits are whole percents, so that one tenth to either side is always enough.
        Some(match told.cmp(&self.tier_under(rules)) {
            std::cmp::Ordering::Greater => rounded - 1,
            std::cmp::Ordering::Equal => rounded,
            std::cmp::Ordering::Less => rounded + 1,
        })
    }
    /// Present days in a row until the rate is no longer chronic: the least n with `10 A < E + n`; 0 when it is not
    /// (T21).
    pub fn present_days_to_leave_chronic(self) -> u32 {
        self.present_days_to_leave_chronic_under(&Rules::default())
    }
    /// The same under other rules: the least n with `100 A < p (E + n)`, or `<=` where only more than p is chronic.
    pub fn present_days_to_leave_chronic_under(self, rules: &Rules) -> u32 {
        if !self.is_chronic_under(rules) {
            return 0;
        }
        let wanted = match rules.chronic_comparator {
            Comparator::AtLeast => 100 * self.missed.get() + 1,
            Comparator::MoreThan => 100 * self.missed.get(),
        };
        let enrolled = Days::from_ten_thousandths(wanted.div_ceil(rules.chronic_from_percent.max(1).into()));
        (enrolled - self.enrolled).days_begun()
    }
    /// Whole days that may still be missed with the year ending below chronic: the greatest x with
    /// `10 (A + x) < E_year`; `None` when it cannot end below (T20).
    pub fn absences_left(self, year: Days) -> Option<u32> {
        self.absences_left_under(year, &Rules::default())
    }
    /// The same under other rules: `100 (A + x) < p E_year`, or `<=` where only more than p is chronic.
    pub fn absences_left_under(self, year: Days, rules: &Rules) -> Option<u32> {
        let limit = u64::from(rules.chronic_from_percent) * year.get();
        let most = match rules.chronic_comparator {
            Comparator::AtLeast => limit.checked_sub(1)?,
            Comparator::MoreThan => limit,
        } / 100;
        let left = most.checked_sub(self.missed.get())?;
        Some(Days::from_ten_thousandths(left).whole_days())
    }
    /// The rate as a percentage with one decimal under the rules, `–` when there is none.
    pub fn shown_under(self, rules: &Rules) -> String {
        match self.per_mille_under(rules) {
            Some(tenths) => format!("{}.{} %", tenths / 10, tenths % 10),
            None => "–".to_owned(),
        }
    }
}

impl std::ops::Add for AbsenceFigure {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self { missed: self.missed + more.missed, enrolled: self.enrolled + more.enrolled }
    }
}

impl std::iter::Sum for AbsenceFigure {
    fn sum<I: Iterator<Item = Self>>(figures: I) -> Self {
        figures.fold(Self::default(), std::ops::Add::add)
    }
}

/// The rate as a percentage with one decimal, `–` when there is none.
impl fmt::Display for AbsenceFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown_under(&Rules::default()))
    }
}

#[cfg(test)]
mod tests;
