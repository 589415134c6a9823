//! From candidates to active matches: who is considered and why, which mentor fits, and what a match still needs.

pub mod board;
pub mod candidates;
pub mod form;
pub mod starting;
