//! Figures with one decimal, as they are shown.

use std::fmt;

use daymark_domain::{Ratio, Share};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// Tenths, of a percent or of a day: rounded for people; nothing is ever decided by them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(i64);

impl Tenths {
    /// So many tenths.
    pub fn new(tenths: i64) -> Self {
        Self(tenths)
    }
    /// How many.
    pub fn get(self) -> i64 {
        self.0
    }
    /// A fraction as a number.
    pub fn of(ratio: &Ratio) -> Self {
        Self(ratio.in_steps(10))
    }
    /// A fraction as percent, or as points of percent.
    pub fn percent_of(ratio: &Ratio) -> Self {
        Self(ratio.in_steps(1_000))
    }
    /// Percent that `part` is of `whole`; `None` of nothing.
    pub fn percent(part: u64, whole: u64) -> Option<Self> {
        Ratio::new(part, whole).as_ref().map(Self::percent_of)
    }
    /// Percent of a share.
    pub fn share(share: Share) -> Option<Self> {
        Self::percent(share.n.into(), share.of.into())
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10)
    }
}

/// A number with one decimal: the nearest binary number prints as just that.
impl Serialize for Tenths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0 as f64 / 10.0)
    }
}

/// The number with one decimal that was written.
impl<'de> serde::Deserialize<'de> for Tenths {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Ok(Self((number * 10.0).round() as i64))
    }
}

impl JsonSchema for Tenths {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Tenths".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "description": "Rounded to one decimal, half up." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_rounded_half_up_on_both_sides_of_zero() {
        let shown = |numerator: i64, denominator: i64| {
            Tenths::of(&Ratio::new(numerator, denominator).unwrap()).to_string()
        };
        assert_eq!(
            [shown(1, 20), shown(-1, 20), shown(-1, 10), shown(1, 3), shown(-35, 10)],
            ["0.1", "-0.1", "-0.1", "0.3", "-3.5"]
        );
        assert_eq!(Tenths::percent(1, 0), None);
    }

    #[test]
    fn every_number_with_one_decimal_is_printed_as_that() {
        for tenths in -2_000..=2_000 {
            let tenths = Tenths::new(tenths);
            let written = serde_json::to_string(&tenths).unwrap();
            assert_eq!(written, tenths.to_string());
            assert_eq!(serde_json::from_str::<Tenths>(&written).unwrap(), tenths);
        }
    }
}
