//! A sum of school days and parts of them.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::DayPart;

/// Days and parts of days, exact to the ten-thousandth of a day. Never below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(u64);

const ONE: u64 = 10_000;

impl Days {
    /// None.
    pub const ZERO: Self = Self(0);

    /// So many whole days.
    pub fn whole(days: u32) -> Self {
        Self(u64::from(days) * ONE)
    }
    /// So many half days.
    pub fn halves(halves: u32) -> Self {
        Self(u64::from(halves) * ONE / 2)
    }
    /// So many ten-thousandths of a day.
    pub fn from_ten_thousandths(ten_thousandths: u64) -> Self {
        Self(ten_thousandths)
    }
    /// The ten-thousandths of a day: what is compared and multiplied.
    pub fn get(self) -> u64 {
        self.0
    }
    /// The same in half days, half up: what phones keep.
    pub fn to_halves(self) -> u32 {
        u32::try_from((self.0 + ONE / 4) / (ONE / 2)).unwrap_or(u32::MAX)
    }
    /// Whole days, the part dropped.
    pub fn whole_days(self) -> u32 {
        u32::try_from(self.0 / ONE).unwrap_or(u32::MAX)
    }
    /// Whole days, a part counted as one.
    pub fn days_begun(self) -> u32 {
        u32::try_from(self.0.div_ceil(ONE)).unwrap_or(u32::MAX)
    }
    /// No day at all.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl From<DayPart> for Days {
    fn from(part: DayPart) -> Self {
        Self(part.get().into())
    }
}

impl Add for Days {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self(self.0 + more.0)
    }
}

impl AddAssign for Days {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

/// Never below zero.
impl Sub for Days {
    type Output = Self;
    fn sub(self, less: Self) -> Self {
        Self(self.0.saturating_sub(less.0))
    }
}

impl SubAssign for Days {
    fn sub_assign(&mut self, less: Self) {
        *self = *self - less;
    }
}

impl Sum for Days {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::ZERO, Add::add)
    }
}

/// `17`, `17.5`, `17.25`: no zeros at the end.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / ONE, self.0 % ONE);
        match part {
            0 => write!(f, "{whole}"),
            part => f.write_str(format!("{whole}.{part:04}").trim_end_matches('0')),
        }
    }
}

/// Where people read along: a whole number when it is one, else a decimal number. Elsewhere the ten-thousandths.
impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (serializer.is_human_readable(), self.0 % ONE) {
            (false, _) => serializer.serialize_u64(self.0),
            (true, 0) => serializer.serialize_u64(self.0 / ONE),
            (true, _) => serializer.serialize_f64(self.0 as f64 / ONE as f64),
        }
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return u64::deserialize(deserializer).map(Self);
        }
        let days = f64::deserialize(deserializer)?;
        if (0.0..=1e9).contains(&days) {
            Ok(Self((days * ONE as f64).round() as u64))
        } else {
            Err(serde::de::Error::custom("a number of days is 0 or more"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_without_needless_zeros() {
        let written = |ten_thousandths| Days::from_ten_thousandths(ten_thousandths).to_string();
        assert_eq!(
            [170_000, 175_000, 172_500, 170_001, 0].map(written),
            ["17", "17.5", "17.25", "17.0001", "0"]
        );
    }

    #[test]
    fn days_are_numbers_in_json_and_come_back_the_same() {
        for (ten_thousandths, json) in [(170_000, "17"), (175_000, "17.5"), (1_123_333, "112.3333")] {
            let days = Days::from_ten_thousandths(ten_thousandths);
            assert_eq!(serde_json::to_string(&days).unwrap(), json);
            assert_eq!(serde_json::from_str::<Days>(json).unwrap(), days);
        }
        assert!(serde_json::from_str::<Days>("-1").is_err());
    }

    #[test]
    fn taking_more_than_there_is_leaves_nothing() {
        assert_eq!(Days::halves(1) - Days::whole(1), Days::ZERO);
    }
}
