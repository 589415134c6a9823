//! One student's school year, month by month.

use chrono::Months;
use daymark_domain::{CalendarMark, MatchId, SchoolDay, Window};

use super::months::{first_of_month, month_of};
use super::{count, figures, now, reading};
use crate::api::{Failure, MonthDay, YearView};
use crate::core::Core;
use crate::storage::{StorageError, caseload, school};

/// From the month in which the school year begins to the last one that its calendar knows.
pub(crate) fn year(core: &Core, match_id: MatchId) -> Result<YearView, Failure> {
    let today = now(core)?.day;
    let mentee = reading(|| Ok(caseload::get(&core.db, match_id)?))?.ok_or(Failure::NoSuchMatch)?;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let attendance = figures::marks(&core.db, &mentee)?;
        let months = firsts(core, &record, today)?
            .into_iter()
            .map(|first| month_of(core, &mentee, &record, &attendance, first))
            .collect::<Result<Vec<_>, _>>()?;
        let has_sun = |day: &&MonthDay| day.marks.contains(&CalendarMark::Present);
        let suns = count(months.iter().flat_map(|month| &month.days).filter(has_sun).count());
        Ok(YearView {
            match_id,
            student: mentee.name(),
            first_name: mentee.first_name,
            school: record.school.name,
            today,
            months,
            suns,
        })
    })
}

/// The first days of its months. After the last day that the calendar knows the year that ended is still shown; without
/// a calendar there is this month alone.
fn firsts(core: &Core, record: &figures::Record, today: SchoolDay) -> Result<Vec<SchoolDay>, StorageError> {
    let ends = school::calendar_ends(&core.db)?.unwrap_or(today);
    let year = Window::school_year(today.min(ends), record.school.rules.school_year_starts);
    let known = school::calendar(&core.db, year.first, year.last)?;
    let first_day = known.first().map_or(today, |(day, _)| *day);
    let last_day = known.last().map_or(today, |(day, _)| *day);
    let first = first_of_month(first_day).0;
    let firsts = (0..12).filter_map(|months| first.checked_add_months(Months::new(months)));
    Ok(firsts.map(SchoolDay).take_while(|first| *first <= last_day).collect())
}
