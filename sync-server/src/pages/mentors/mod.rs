//! The coordinator's mentors: the list, one mentor with the ladder, students and phones, and the forms that write down
//! what a mentor needs.

mod agreement;
mod application;
mod fields;
mod file;
mod forms;
mod handed_in;
mod ladder;
mod list;
mod one;
mod phones;
mod students;
mod unread;

use daymark_components::{Words, say};

use crate::service::school_time::{self, SchoolTime};
use crate::store::schools::School;

pub use agreement::{AgreementPage, agreement};
pub use application::{ApplicationPage, application};
pub use fields::Typed;
pub use list::{Filter, ListPage, list};
pub use one::{Form, MentorPage, one};
pub use students::end_reasons;

/// "Tue 14 Oct 7:58", or that it never was.
fn moment_or_never(words: Words, school: &School, moment: Option<i64>) -> String {
    moment.map_or_else(|| say!(words, "coordinate-never"), |moment| moment_at(words, school, moment))
}

/// "Tue 14 Oct 7:58".
pub fn moment_at(words: Words, school: &School, moment: i64) -> String {
    let SchoolTime { day, minute } = school_time::at(school, moment);
    let (day, time) = (words.day_short(day), words.time_of_minute(minute));
    say!(words, "coordinate-moment", day: day, time: time)
}

/// "Grade 7", or nothing.
pub fn grade(words: Words, grade: Option<&str>) -> String {
    grade.map(|grade| words.grade(grade)).unwrap_or_default()
}
