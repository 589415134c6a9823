//! A clock that tests set: everything of ours takes the time as an argument, and this is where a test keeps it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Seconds since 1970, shared by all its clones; it stands still until it is moved.
#[derive(Clone, Debug)]
pub struct FixedClock(Arc<AtomicI64>);

impl FixedClock {
    /// A clock that stands at the given second.
    pub fn at(unix_seconds: i64) -> Self {
        Self(Arc::new(AtomicI64::new(unix_seconds)))
    }
    /// What it shows.
    pub fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
    /// Sets it, forwards or back.
    pub fn set(&self, unix_seconds: i64) {
        self.0.store(unix_seconds, Ordering::SeqCst);
    }
    /// Moves it by so many seconds and gives what it shows then.
    pub fn advance(&self, seconds: i64) -> i64 {
        self.0.fetch_add(seconds, Ordering::SeqCst) + seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_clones_of_a_clock_show_the_same_time() {
        let clock = FixedClock::at(1_000);
        let other = clock.clone();
        assert_eq!(clock.advance(60), 1_060);
        assert_eq!(other.now(), 1_060);
        other.set(5);
        assert_eq!(clock.now(), 5);
    }
}
