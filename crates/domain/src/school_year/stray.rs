//! Marks that count nowhere: facts about the quality of the data.

use serde::{Deserialize, Serialize};

use super::walk::school_of;
use super::{History, Mark, Schools, Window};
use crate::SchoolDay;

/// Marks of a window that count nowhere, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StrayMarks {
    /// On a day on which the student was enrolled at no school.
    pub not_enrolled: u32,
    /// At another school than the one that the day belongs to.
    pub other_school: u32,
    /// On a day without instruction.
    pub no_instruction: u32,
    /// Followed by another mark of the same school for the same day.
    pub superseded: u32,
}

impl StrayMarks {
    /// All of them.
    pub fn all(self) -> u32 {
        self.not_enrolled + self.other_school + self.no_instruction + self.superseded
    }
}

impl std::ops::AddAssign for StrayMarks {
    fn add_assign(&mut self, more: Self) {
        self.not_enrolled += more.not_enrolled;
        self.other_school += more.other_school;
        self.no_instruction += more.no_instruction;
        self.superseded += more.superseded;
    }
}

/// Counts the marks of the window that [`super::student_days`] passes over.
pub fn stray_marks(history: History<'_>, schools: &Schools<'_>, window: Window) -> StrayMarks {
    let mut stray = StrayMarks::default();
    for (nth, mark) in history.marks.iter().enumerate().filter(|(_, mark)| window.contains(mark.day)) {
        match school_of(history.enrollments, mark.day) {
            None => stray.not_enrolled += 1,
            Some(owner) if owner != mark.school_id => stray.other_school += 1,
            Some(_) if !is_school_day(schools, mark, mark.day) => stray.no_instruction += 1,
            Some(_) if is_followed(mark, &history.marks[nth + 1..]) => stray.superseded += 1,
            Some(_) => {}
        }
    }
    stray
}

fn is_school_day(schools: &Schools<'_>, mark: &Mark, day: SchoolDay) -> bool {
    let calendar = schools.get(&mark.school_id).map_or(&[][..], |record| record.calendar);
    let found = calendar.binary_search_by_key(&day, |calendar_day| calendar_day.day);
    found.is_ok_and(|at| calendar[at].is_school_day())
}

fn is_followed(mark: &Mark, later: &[Mark]) -> bool {
    later.iter().take_while(|next| next.day == mark.day).any(|next| next.school_id == mark.school_id)
}
