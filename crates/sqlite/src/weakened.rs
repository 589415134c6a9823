//! A build that breaks a promise on purpose, so that the faults can be seen to find it (`docs/guarantees.md`).
//!
//! The feature `weakened` only makes it possible; which promise is broken is the environment's to say, one a process,
//! and without its word nothing is. Each crate names its own weakness beside the code that is weak.

#[cfg(not(debug_assertions))]
compile_error!(
    "a weakened build is for tests of the tests: it is never optimised, and never leaves this machine"
);

/// The variable that names the weakness.
const CHOSEN: &str = "DAYMARK_WEAKNESS";

/// Commits are left in the machine's memory: `synchronous=NORMAL`.
pub const FLUSHES_LESS: &str = "flushes-less";

/// Whether this process has this weakness.
pub fn is(weakness: &str) -> bool {
    std::env::var_os(CHOSEN).is_some_and(|chosen| chosen == weakness)
}
