//! How the people of the dashboard sign in.

use super::setting::settings;

settings! {
    /// How staff sign in.
    StaffRules {
        second_factor_within_days: u32 = 14, [0 to 365],
            "Days from the first time that somebody signs in with a password alone until the password alone opens nothing (our decision).", "ADR 0015";
    }
}
