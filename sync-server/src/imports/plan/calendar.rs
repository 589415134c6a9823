//! A calendar × what is stored. A file sets the dates that it names; the others stay.

use std::collections::HashMap;

use daymark_domain::{DayPart, Days, SchoolDay, SchoolId};
use daymark_sis_import::CalendarRow;

use super::problem;
use crate::imports::apply::file_rows::FileRows;
use crate::imports::report::{Done, ImportKind, ImportReport, Noun};
use crate::store::imports::{CalendarDayRow, SchoolRow};

/// What a calendar import writes.
pub(in crate::imports) struct CalendarPlan {
    pub days: Vec<CalendarDayRow>,
    /// Those among them on which school was held before.
    pub taken_back: Vec<CalendarDayRow>,
    pub report: ImportReport,
}

pub(in crate::imports) type CalendarFile = FileRows<CalendarRow>;

impl CalendarPlan {
    pub fn new(schools: &[SchoolRow], stored: &[CalendarDayRow], file: &CalendarFile) -> Self {
        let report = file.report(ImportKind::Calendar);
        let mut plan = Self { days: Vec::new(), taken_back: Vec::new(), report };
        let schools: HashMap<&str, SchoolId> =
            schools.iter().map(|row| (row.sis_id.as_str(), row.id)).collect();
        let stored: HashMap<(SchoolId, SchoolDay), CalendarDayRow> =
            stored.iter().map(|row| ((row.school_id, row.day), *row)).collect();
        for row in &file.rows {
            match schools.get(row.school_id.as_str()) {
                Some(&school_id) => {
                    let CalendarRow { date: day, day_type, value, .. } = *row;
                    let known = stored.get(&(school_id, day)).copied();
                    plan.day(&row.school_id, CalendarDayRow { school_id, day, day_type, value }, known);
                }
                None => {
                    let expected = "the id of a school that is here; import the OneRoster set first";
                    let unknown = problem(file.name(), row.line, "school_id", &row.school_id, expected);
                    plan.report.skip_row(unknown);
                }
            }
        }
        plan
    }

    fn day(&mut self, school: &str, row: CalendarDayRow, known: Option<CalendarDayRow>) {
        let now = day_words(&row);
        match known {
            Some(known) if known == row => {
                self.report.unchanged.count(Noun::CalendarDay);
                return;
            }
            None => {
                self.report.change(Done::Added, Noun::CalendarDay, || format!("{school} {}: {now}", row.day))
            }
            Some(known) => self.report.change(Done::Corrected, Noun::CalendarDay, || {
                format!("{school} {}: {} → {now}", row.day, day_words(&known))
            }),
        }
        self.days.push(row);
        if known.is_some_and(|known| known.day_type.is_instructional()) && !row.day_type.is_instructional() {
            self.taken_back.push(row);
        }
    }
}

fn day_words(row: &CalendarDayRow) -> String {
    let word = row.day_type.word();
    let is_part = row.day_type.is_instructional() && row.value != DayPart::WHOLE;
    if is_part { format!("{word}, {} of a day", Days::from(row.value)) } else { word.to_owned() }
}
