//! One student's attendance as the team reads it: by the same rules and the same walk as the week.

use daymark_components::CalendarDay;
use daymark_domain::{CalendarMark, Rules, SchoolDay, Standing, StudentId};
use daymark_reports::team_week;

use super::school_time::reference_day;
use crate::reports::{Past, Question, ReportError, facts};
use crate::store::reports::Whom;
use crate::store::schools::School;
use crate::store::student_file::StudentFile;
use crate::store::{Store, StoreError};

/// The year to date, with what it was counted by.
pub struct Attendance {
    /// The figure; none: not enrolled on the last day that counts.
    pub standing: Option<Standing>,
    /// The last day that counts.
    pub through: Option<SchoolDay>,
    /// The rules that held.
    pub rules: Rules,
}

/// The student's year to date.
pub async fn attendance(
    store: &dyn Store,
    school: &School,
    student: StudentId,
    now: i64,
) -> Result<Attendance, ReportError> {
    let today = reference_day(school, now);
    // Of this year, and nothing of what mentors did.
    let past = Past::ContactsFrom(today.next());
    let (school_id, whom) = (Some(school.id), Whom::One(student));
    let question = Question { school: school_id, as_of: Some(today), whom, past, ..Question::default() };
    let facts = facts(store, &question).await?;
    let rules = facts.school(school.id).map(|of| of.rules.rules.clone()).unwrap_or_default();
    let through = school.recorded_through.map(|day| day.min(today));
    let standing =
        through.and_then(|day| team_week(&facts, school.id, day, day).standings.get(&student).copied());
    Ok(Attendance { standing, through, rules })
}

/// A month with the school's signs and the marks made together.
pub async fn month(
    store: &dyn Store,
    school: &School,
    file: &StudentFile,
    day_in_it: SchoolDay,
) -> Result<Vec<CalendarDay>, StoreError> {
    let (first, last) = bounds(day_in_it);
    let types = store.day_types(school.id, first, last).await?;
    let days = std::iter::successors(Some(first), |day| Some(day.plus(1))).take_while(|day| *day <= last);
    let of = |day| CalendarDay {
        day,
        day_type: types.get(&day).copied(),
        official: file.official.iter().find(|official| official.day == day).map(|official| official.status),
        marks: marks_of(file, day),
    };
    Ok(days.map(of).collect())
}

fn marks_of(file: &StudentFile, day: SchoolDay) -> Vec<CalendarMark> {
    file.marks.iter().filter(|(of, _)| *of == day).map(|(_, mark)| *mark).collect()
}

/// The first and the last day of a month.
pub fn bounds(day: SchoolDay) -> (SchoolDay, SchoolDay) {
    use chrono::Datelike;
    let first = day.minus(u64::from(day.0.day0()));
    let inside_next = first.plus(31);
    (first, inside_next.minus(u64::from(inside_next.0.day())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_on_its_own_last_day() {
        for (day, first, last) in [
            ("2025-10-14", "2025-10-01", "2025-10-31"),
            ("2026-02-28", "2026-02-01", "2026-02-28"),
            ("2028-02-01", "2028-02-01", "2028-02-29"),
            ("2025-12-31", "2025-12-01", "2025-12-31"),
        ] {
            let (from, to) = bounds(day.parse().unwrap());
            assert_eq!((from.to_string().as_str(), to.to_string().as_str()), (first, last));
        }
    }
}
