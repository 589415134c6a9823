//! A calendar × what is stored. A file sets the dates that it names; the others stay.

use std::collections::HashMap;

use daymark_domain::{DayType, SchoolDay, SchoolId};
use daymark_sis_import::{CalendarRow, FileReport, Problem};

use super::problem;
use crate::imports::report::{ImportKind, ImportReport, Noun};
use crate::store::imports::{CalendarDayRow, SchoolRow};

/// What a calendar import writes.
pub(in crate::imports) struct CalendarPlan {
    pub days: Vec<CalendarDayRow>,
    /// Those among them on which school was held before.
    pub taken_back: Vec<CalendarDayRow>,
    pub report: ImportReport,
}

/// A file that was read whole.
pub(in crate::imports) struct CalendarFile {
    pub rows: Vec<CalendarRow>,
    pub problems: Vec<Problem>,
    pub report: FileReport,
}

impl CalendarPlan {
    pub fn new(schools: &[SchoolRow], stored: &[CalendarDayRow], file: &CalendarFile) -> Self {
        let mut report = ImportReport::new(ImportKind::Calendar);
        report.rows = file.report.rows + file.report.bad_rows;
        report.rows_skipped = file.report.bad_rows;
        report.notes.clone_from(&file.report.notes);
        file.problems.iter().cloned().for_each(|problem| report.problem(problem));
        let mut plan = Self { days: Vec::new(), taken_back: Vec::new(), report };
        let schools: HashMap<&str, SchoolId> =
            schools.iter().map(|row| (row.sis_id.as_str(), row.id)).collect();
        let stored: HashMap<(SchoolId, SchoolDay), DayType> =
            stored.iter().map(|row| ((row.school_id, row.day), row.day_type)).collect();
        for row in &file.rows {
            match schools.get(row.school_id.as_str()) {
                Some(&school_id) => {
                    let CalendarRow { date: day, day_type, .. } = *row;
                    let known = stored.get(&(school_id, day)).copied();
                    plan.day(CalendarDayRow { school_id, day, day_type }, known);
                }
                None => {
                    let expected = "the id of a school that is here; import the OneRoster set first";
                    let unknown = problem(&file.report.file, row.line, "school_id", &row.school_id, expected);
                    plan.report.skip_row(unknown);
                }
            }
        }
        plan
    }

    fn day(&mut self, row: CalendarDayRow, known: Option<DayType>) {
        let tally = match known {
            None => &mut self.report.added,
            Some(known) if known == row.day_type => return self.report.unchanged.count(Noun::CalendarDay),
            Some(_) => &mut self.report.corrected,
        };
        tally.count(Noun::CalendarDay);
        self.days.push(row);
        if known.is_some_and(DayType::is_instructional) && !row.day_type.is_instructional() {
            self.taken_back.push(row);
        }
    }
}
