//! Scenarios with the real server and real phones live in `scenarios/`, what a browser does in `browser/`; what both a
//! test and the table of faults run lives here.

#![allow(clippy::unwrap_used, reason = "a harness that cannot go on has failed, and says where")]

pub mod rows;
pub mod simulator;
