//! What threads of the server share under a lock: who leads a commit, who may go now, what is used up once. Small types
//! without a database or a request, so that a test can try every order in which threads may meet at them.
//!
//! The tests of this crate are built with `loom`'s lock in the place of the system's: the same code, under a scheduler that
//! goes through all orders with at most three interruptions. The phone has none of these: its core is one thread.

mod limits;
mod line;
mod once;
#[cfg(test)]
mod races;

pub use limits::{AtOnce, GrowingDelay, HeldUp, PerMinute, Turn};
pub use line::{Full, Line};
pub use once::{Kept, Used};

#[cfg(test)]
use loom::sync::{Mutex, MutexGuard};
use std::sync::PoisonError;
#[cfg(not(test))]
use std::sync::{Mutex, MutexGuard};

/// Whoever panicked in the middle left a number that is wrong by one at the most: better than a server that stands.
fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
