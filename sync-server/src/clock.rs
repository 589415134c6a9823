//! The time, taken here and nowhere else, so that a test can step it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Says the time in seconds since 1970-01-01 UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Arc::new(|| {
            let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX)
        }))
    }
    /// Always the same moment.
    pub fn fixed(at: i64) -> Self {
        Self(Arc::new(move || at))
    }
    /// The moment that the other end of the handle says.
    pub fn stepped(hand: Arc<AtomicI64>) -> Self {
        Self(Arc::new(move || hand.load(Ordering::Relaxed)))
    }
    /// Now.
    pub fn now(&self) -> i64 {
        (self.0)()
    }
}
