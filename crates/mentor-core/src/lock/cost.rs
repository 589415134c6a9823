//! How hard a PIN is to try: as hard as a mentor at a door can wait for, and never easier than the floor.

use std::rc::Rc;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};

use super::LockError;
use crate::api::Pin;

/// Time that only grows, since any moment; it may stand still while the device sleeps.
pub type Ticks = Rc<dyn Fn() -> Duration>;

/// What stretching one PIN takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// How often it is gone through.
    pub passes: u32,
}

impl Cost {
    /// OWASP's least for Argon2id with one lane.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2 };

    /// From `trust.md`'s wish downwards. A browser's module never gives memory back, so it stops at 64 MiB.
    const LADDER: [Self; 4] = [
        Self { memory_kib: 64 * 1024, passes: 3 },
        Self { memory_kib: 46 * 1024, passes: 3 },
        Self { memory_kib: 46 * 1024, passes: 2 },
        Self { memory_kib: 32 * 1024, passes: 2 },
    ];

    /// Hardly any: for tests, whose PINs guard nothing.
    #[cfg(any(test, feature = "test-costs"))]
    pub const HARDLY_ANY: Self = Self { memory_kib: 8, passes: 1 };

    fn work(self) -> f64 {
        f64::from(self.memory_kib) * f64::from(self.passes)
    }

    /// The hardest that this device does within the time, when the floor took it so long.
    fn within(time: Duration, floor_took: Duration) -> Self {
        let fits =
            |cost: &Self| floor_took.as_secs_f64() * cost.work() / Self::FLOOR.work() <= time.as_secs_f64();
        Self::LADDER.into_iter().find(fits).unwrap_or(Self::FLOOR)
    }
}

/// Unlocking is to take less than 0.8 s, with the opening of the database in it, on a device that may have been resting
/// when it was measured and works when it is unlocked.
const STRETCHING_MAX: Duration = Duration::from_millis(400);

/// Who says what a new PIN is to cost.
#[derive(Clone)]
pub enum Effort {
    /// This device's own speed.
    Measured(Ticks),
    /// A test.
    #[cfg(any(test, feature = "test-costs"))]
    HardlyAny,
}

impl Effort {
    pub(super) fn cost(&self) -> Result<Cost, LockError> {
        match self {
            Self::Measured(ticks) => {
                let began = ticks();
                stretch(&Pin::typed("000000"), &[0; 16], Cost::FLOOR)?;
                Ok(Cost::within(STRETCHING_MAX, ticks().saturating_sub(began)))
            }
            #[cfg(any(test, feature = "test-costs"))]
            Self::HardlyAny => Ok(Cost::HARDLY_ANY),
        }
    }
}

/// Argon2id over the PIN.
pub(super) fn stretch(pin: &Pin, salt: &[u8; 16], cost: Cost) -> Result<[u8; 32], LockError> {
    let wrong = |error: argon2::Error| LockError::Key(error.to_string());
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(wrong)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut stretched = [0; 32];
    argon2.hash_password_into(pin.digits().as_bytes(), salt, &mut stretched).map_err(wrong)?;
    Ok(stretched)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_phone_stays_at_the_floor_and_a_fast_one_goes_up_to_sixty_four_mebibytes() {
        let chosen = |floor_ms| Cost::within(STRETCHING_MAX, Duration::from_millis(floor_ms));
        assert_eq!(chosen(900), Cost::FLOOR);
        assert_eq!(chosen(230), Cost { memory_kib: 32 * 1024, passes: 2 });
        assert_eq!(chosen(30), Cost { memory_kib: 64 * 1024, passes: 3 });
        assert!(Cost::LADDER.iter().all(|cost| cost.work() > Cost::FLOOR.work()));
    }

    #[test]
    fn a_measured_cost_is_never_below_the_floor() {
        let began = std::time::Instant::now();
        let cost = Effort::Measured(Rc::new(move || began.elapsed())).cost().unwrap();
        assert!(cost.work() >= Cost::FLOOR.work(), "{cost:?}");
    }
}
