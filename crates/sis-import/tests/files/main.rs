//! A school's files, from well kept to hostile, as they are read. One program, so that it is linked once.

#![allow(clippy::unwrap_used, reason = "a test's helper may fail the test")]

mod dialects;
mod fixtures;
mod grand_bend;
mod hostile;
mod one_roster;
mod properties;
mod versions;
