//! Exact fractions. A figure is compared, added and averaged as a fraction and rounded once, where it is shown.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::{Serialize, Serializer};

use crate::Days;

/// An exact fraction of any size: the mean of a thousand students' rates has a denominator of hundreds of digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(BigRational);

impl Ratio {
    /// The fraction; `None` over zero.
    pub fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        let denominator = denominator.into();
        (denominator != BigInt::ZERO).then(|| Self(BigRational::new(numerator.into(), denominator)))
    }
    /// A whole number.
    pub fn whole(number: impl Into<BigInt>) -> Self {
        Self(BigRational::from_integer(number.into()))
    }
    /// So many hundredths.
    pub fn from_percent(percent: u32) -> Self {
        Self(BigRational::new(percent.into(), 100.into()))
    }
    /// Nothing.
    pub fn zero() -> Self {
        Self::whole(0)
    }
    /// The size without the sign.
    pub fn abs(&self) -> Self {
        if self < &Self::zero() { -self } else { self.clone() }
    }
    /// Without a part.
    pub fn is_whole(&self) -> bool {
        self.0.is_integer()
    }
    /// The quotient; `None` over zero.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (divisor != &Self::zero()).then(|| Self(&self.0 / &divisor.0))
    }
    /// The nearest whole number of steps of 1/`steps`, half up in size: a loss rounds like the gain of its size.
    pub fn in_steps(&self, steps: u32) -> i64 {
        let rounded = (&self.0 * BigInt::from(steps)).round().to_integer();
        i64::try_from(&rounded).unwrap_or(if rounded < BigInt::ZERO { i64::MIN } else { i64::MAX })
    }
    /// As a decimal number with so many places (at most nine), half up in size: `-3.5`.
    pub fn decimal(&self, places: u32) -> String {
        let steps = 10u32.pow(places.min(9));
        let rounded = self.in_steps(steps);
        let (size, steps) = (rounded.unsigned_abs(), u64::from(steps));
        let sign = if rounded < 0 { "-" } else { "" };
        match places.min(9) as usize {
            0 => format!("{sign}{size}"),
            places => format!("{sign}{}.{:0places$}", size / steps, size % steps),
        }
    }
    /// As percent, or as points of percent, with so many places: `16.67`.
    pub fn percent(&self, places: u32) -> String {
        (self * &Self::whole(100)).decimal(places)
    }
    /// The mean; `None` of nothing.
    pub fn mean(values: &[Self]) -> Option<Self> {
        values.iter().cloned().sum::<Self>().over(&Self::whole(values.len()))
    }
    /// The one in the middle, or the mean of the two in the middle; `None` of nothing.
    pub fn median(values: &[Self]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort();
        let half = sorted.len() / 2;
        let lower = if sorted.len().is_multiple_of(2) { half.checked_sub(1)? } else { half };
        Self::mean(sorted.get(lower..=half)?)
    }
}

/// Days as a number.
impl From<Days> for Ratio {
    fn from(days: Days) -> Self {
        Self(BigRational::new(days.get().into(), Days::whole(1).get().into()))
    }
}

impl Add for &Ratio {
    type Output = Ratio;
    fn add(self, more: Self) -> Ratio {
        Ratio(&self.0 + &more.0)
    }
}

impl Sub for &Ratio {
    type Output = Ratio;
    fn sub(self, less: Self) -> Ratio {
        Ratio(&self.0 - &less.0)
    }
}

impl Mul for &Ratio {
    type Output = Ratio;
    fn mul(self, times: Self) -> Ratio {
        Ratio(&self.0 * &times.0)
    }
}

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        Ratio(-&self.0)
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::zero(), |sum, value| &sum + &value)
    }
}

/// `17/180`, or `3` when it is whole.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// As text, exact: a decimal number would be rounded.
impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Share {
    /// Those.
    pub n: u32,
    /// Of these.
    pub of: u32,
}

impl Share {
    /// Counts the flags that are set, and all of them.
    pub fn of(flags: impl IntoIterator<Item = bool>) -> Self {
        flags
            .into_iter()
            .fold(Self::default(), |share, flag| Self { n: share.n + u32::from(flag), of: share.of + 1 })
    }
    /// The share as a fraction; `None` of nothing.
    pub fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.n, self.of)
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, more: Self) {
        self.n += more.n;
        self.of += more.of;
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.n, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(numerator: i64, denominator: i64) -> Ratio {
        Ratio::new(numerator, denominator).unwrap()
    }

    #[test]
    fn a_fraction_is_shown_half_up_and_a_loss_like_the_gain_of_its_size() {
        let cases = [
            (ratio(1, 6), 2, "16.67"),
            (ratio(-7, 200), 1, "-3.5"),
            (ratio(69, 2_000), 1, "3.5"),
            (ratio(-69, 2_000), 1, "-3.5"),
            (ratio(1, 2_001), 1, "0.0"),
            (ratio(-1, 4_000), 1, "0.0"),
            (ratio(2, 1), 0, "200"),
        ];
        for (value, places, shown) in cases {
            assert_eq!(value.percent(places), shown, "{value}");
        }
        assert_eq!((ratio(17, 180).to_string(), ratio(6, 2).to_string()), ("17/180".into(), "3".into()));
    }

    #[test]
    fn the_mean_of_many_different_fractions_stays_exact() {
        // 1/1·2 + 1/2·3 + … + 1/400·401 = 1 − 1/401: the common denominator has more than a hundred digits.
        let parts: Vec<Ratio> = (1..=400).map(|n| ratio(1, n * (n + 1))).collect();
        assert_eq!(Ratio::mean(&parts), Some(ratio(1, 401)));
        assert_eq!(Ratio::mean(&[]), None);
    }

    #[test]
    fn the_median_is_the_middle_or_halfway_between_the_two_in_the_middle() {
        assert_eq!(Ratio::median(&[ratio(3, 1), ratio(1, 1), ratio(9, 1)]), Some(ratio(3, 1)));
        assert_eq!(Ratio::median(&[ratio(4, 1), ratio(1, 1)]), Some(ratio(5, 2)));
        assert_eq!(Ratio::median(&[ratio(4, 1)]), Some(ratio(4, 1)));
        assert_eq!(Ratio::median(&[]), None);
    }

    #[test]
    fn a_share_of_nothing_is_no_figure() {
        assert_eq!(Share::of([true, false, true]).ratio(), Some(ratio(2, 3)));
        assert_eq!(Share::of([]).ratio(), None);
    }

    proptest! {
        #[test]
        fn fractions_are_compared_by_cross_multiplication(a in 0i64..4_000, b in 1i64..4_000, c in 0i64..4_000, d in 1i64..4_000) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn a_shown_figure_is_nearer_than_half_a_step(a in -4_000i64..4_000, b in 1i64..4_000) {
            let shown = ratio(a, b).in_steps(1_000);
            prop_assert!((2 * (1_000 * a - shown * b)).abs() <= b);
        }
    }
}
