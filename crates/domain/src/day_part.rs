//! A share of one school day.

use serde::{Deserialize, Serialize};

/// A share of one school day in ten-thousandths, from nothing to the whole day.
///
/// Ten-thousandths hold what school systems write: halves, quarters, hundredths and the minutes of a real day,
/// so that "at least half" is never a question of rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct DayPart(u16);

/// A number that is no share of a day.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0} ten-thousandths are no share of a day; expected 0 to 10000")]
pub struct InvalidDayPart(pub u32);

impl DayPart {
    /// Nothing of the day.
    pub const NONE: Self = Self(0);
    /// Half a day.
    pub const HALF: Self = Self(5_000);
    /// The whole day.
    pub const WHOLE: Self = Self(10_000);

    /// So many ten-thousandths; `None` for more than a day.
    pub fn new(ten_thousandths: u32) -> Option<Self> {
        u16::try_from(ten_thousandths).ok().filter(|part| *part <= Self::WHOLE.0).map(Self)
    }
    /// So many minutes of a day that has `day` minutes, to the nearest ten-thousandth; `None` for more than the day.
    pub fn of_minutes(minutes: u32, day: u32) -> Option<Self> {
        let (minutes, day) = (u64::from(minutes), u64::from(day));
        let part = (20_000 * minutes + day).checked_div(2 * day)?;
        u32::try_from(part).ok().and_then(Self::new)
    }
    /// So many half days; more than two are a whole day.
    pub fn from_halves(halves: u8) -> Self {
        match halves {
            0 => Self::NONE,
            1 => Self::HALF,
            _ => Self::WHOLE,
        }
    }
    /// Rounded to half days, half up: what phones keep.
    pub fn halves(self) -> u8 {
        match self.0 {
            0..2_500 => 0,
            2_500..7_500 => 1,
            _ => 2,
        }
    }
    /// The ten-thousandths.
    pub fn get(self) -> u16 {
        self.0
    }
    /// Nothing at all.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
    /// What is left of `whole` without this part.
    pub(crate) fn rest_of(self, whole: Self) -> Self {
        Self(whole.0.saturating_sub(self.0))
    }
    /// Whether this is half of `whole` or more.
    pub(crate) fn is_half_of(self, whole: Self) -> bool {
        2 * u32::from(self.0) >= u32::from(whole.0)
    }
}

impl TryFrom<u32> for DayPart {
    type Error = InvalidDayPart;
    fn try_from(ten_thousandths: u32) -> Result<Self, InvalidDayPart> {
        Self::new(ten_thousandths).ok_or(InvalidDayPart(ten_thousandths))
    }
}

impl From<DayPart> for u32 {
    fn from(part: DayPart) -> u32 {
        part.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_of_a_day_stay_on_their_side_of_one_half() {
        for day in 1..=600 {
            for minutes in 0..=day {
                let part = DayPart::of_minutes(minutes, day).unwrap();
                assert_eq!(part.is_half_of(DayPart::WHOLE), 2 * minutes >= day, "{minutes} of {day}");
            }
        }
        assert_eq!(DayPart::of_minutes(1, 0), None);
        assert_eq!(DayPart::of_minutes(391, 390), None);
    }

    #[test]
    fn half_days_go_in_and_come_out() {
        for halves in 0..=2 {
            assert_eq!(DayPart::from_halves(halves).halves(), halves);
        }
        assert_eq!(DayPart::from_halves(3), DayPart::WHOLE);
        assert_eq!(DayPart::new(2_499).map(DayPart::halves), Some(0));
        assert_eq!(DayPart::new(2_500).map(DayPart::halves), Some(1));
        assert_eq!(DayPart::new(10_001), None);
    }
}
