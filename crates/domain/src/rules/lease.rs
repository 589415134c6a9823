//! How long a phone may be read without a word from the school (P11).

use super::setting::settings;

settings! {
    /// The terms of the leases that the server signs.
    LeaseRules {
        lease_days: u32 = 14, [1 to 60],
            "Days that a phone of Daymark's own app may be read without having heard from the school.", "domain.md 6 R6";
        lease_hours_browser: u32 = 72, [1 to 336],
            "Hours that the app in a browser may be read without having heard from the school.", "trust.md 3.6";
    }
}

impl LeaseRules {
    /// The term in seconds.
    pub fn seconds(&self, in_a_browser: bool) -> i64 {
        const HOUR: i64 = 60 * 60;
        if in_a_browser {
            i64::from(self.lease_hours_browser) * HOUR
        } else {
            i64::from(self.lease_days) * 24 * HOUR
        }
    }
}
