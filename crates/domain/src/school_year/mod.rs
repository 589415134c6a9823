//! What a school knows of a student's year: calendar, enrollments and marks, and the one walk over them that tallies,
//! signals, streaks, strips and patterns are made from.

mod facts;
mod stray;
mod tally;
mod verdict;
mod walk;

pub use facts::{CalendarDay, Enrollment, History, Mark, SchoolRecord, Schools, Window};
pub use stray::{StrayMarks, stray_marks};
pub use tally::{Standing, Tally, instruction, tallies};
pub use verdict::{StudentDay, Verdict};
pub use walk::student_days;

#[cfg(test)]
mod tests;
