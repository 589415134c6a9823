//! What is still possible this year (`domain.md` 4.7).

use serde::{Deserialize, Serialize};

use crate::{AbsenceFigure, Days, Rules, SchoolDay, Working};

/// How the year may still end for a student, with the numbers that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Projection {
    /// A and E so far.
    pub figure: AbsenceFigure,
    /// E of the whole year: the days so far and those to come.
    pub year: Days,
    /// Whole days that may still be missed with the year ending below chronic; `None` when it cannot (T20).
    pub absences_left: Option<u32>,
    /// Present days in a row until the rate is no longer chronic; 0 when it is not (T21). It may be more than are left.
    pub present_days_needed: u32,
}

impl Projection {
    /// From the figure so far and the instruction still to come (see [`crate::instruction`]).
    pub fn new(figure: AbsenceFigure, to_come: Days, rules: &Rules) -> Self {
        let year = figure.enrolled + to_come;
        let absences_left = figure.absences_left_under(year, rules);
        Self {
            figure,
            year,
            absences_left,
            present_days_needed: figure.present_days_to_leave_chronic_under(rules),
        }
    }
    /// How it came about; `through` is the last day whose marks are in.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let of_the_year = AbsenceFigure { missed: self.figure.missed, enrolled: self.year };
        Working::new("projection", of_the_year, rules, &["chronic_from_percent", "chronic_comparator"])
            .known_through(through)
    }
}
