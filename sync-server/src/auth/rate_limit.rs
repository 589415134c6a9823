//! How often somebody may try. Kept in memory: a restart forgives, which an attacker cannot cause.

use daymark_domain::DeviceId;
use daymark_locks::{AtOnce, GrowingDelay, PerMinute};

/// All limits of the server.
pub struct RateLimits {
    /// Failed sign-ins by login.
    pub sign_in_by_login: GrowingDelay,
    /// Failed sign-ins by address; a whole school may share one.
    pub sign_in_by_peer: GrowingDelay,
    /// Wrong codes, keys and passwords of whoever gave a good password before, by account.
    pub proof_by_staff: GrowingDelay,
    /// Syncs under way by phone.
    pub syncs_by_device: AtOnce<DeviceId>,
    /// Questions for a passkey by address.
    pub passkeys_by_peer: PerMinute,
    /// Ways to the district's sign-in by address.
    pub district_by_peer: PerMinute,
    /// Pairing attempts by address.
    pub pairing_by_peer: PerMinute,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            sign_in_by_login: GrowingDelay::after(5),
            sign_in_by_peer: GrowingDelay::after(20),
            proof_by_staff: GrowingDelay::after(5),
            syncs_by_device: AtOnce::of(2),
            passkeys_by_peer: PerMinute::of(60),
            district_by_peer: PerMinute::of(60),
            pairing_by_peer: PerMinute::of(20),
        }
    }
}
