//! The limits of the tiers, to go beside every figure that a screen shows.

use serde::{Deserialize, Serialize};

use crate::rules::{Comparator, FivePercent, Rules};

/// What of the rules decides how a student's figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierLimits {
    chronic_comparator: Comparator,
    five_percent_is: FivePercent,
    at_risk_from_percent: u32,
    chronic_from_percent: u32,
    severe_from_percent: u32,
    minimum_enrolled_days: u32,
}

impl TierLimits {
    /// As rules, for what is asked under rules.
    pub fn rules(self) -> Rules {
        let Self { chronic_comparator, five_percent_is, .. } = self;
        Rules {
            chronic_comparator,
            five_percent_is,
            at_risk_from_percent: self.at_risk_from_percent,
            chronic_from_percent: self.chronic_from_percent,
            severe_from_percent: self.severe_from_percent,
            minimum_enrolled_days: self.minimum_enrolled_days,
            ..Rules::default()
        }
    }
}

impl From<&Rules> for TierLimits {
    fn from(rules: &Rules) -> Self {
        Self {
            chronic_comparator: rules.chronic_comparator,
            five_percent_is: rules.five_percent_is,
            at_risk_from_percent: rules.at_risk_from_percent,
            chronic_from_percent: rules.chronic_from_percent,
            severe_from_percent: rules.severe_from_percent,
            minimum_enrolled_days: rules.minimum_enrolled_days,
        }
    }
}

/// Where nobody has set anything.
impl Default for TierLimits {
    fn default() -> Self {
        Self::from(&Rules::default())
    }
}
