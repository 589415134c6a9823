//! A week of this mentor, student by student.

use daymark_domain::{Rules, SchoolDay, Week};

use super::figures::{self, week_of};
use super::{count, entries, now, reading};
use crate::api::{Failure, MyWeekRow, MyWeekView};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::entry::{self, Kept};
use crate::storage::{StorageError, school};

pub(crate) fn my_week(core: &Core, day: Option<SchoolDay>) -> Result<MyWeekView, Failure> {
    let today = now(core)?.day;
    let week = day.unwrap_or(today).week();
    reading(|| {
        let rules = school::rules(&core.db)?;
        let mut rows = Vec::new();
        let mut kept = Vec::new();
        for mentee in caseload::all(&core.db)? {
            let of_week = entry::standing_between(&core.db, mentee.match_id, week.monday, week.sunday())?;
            rows.push(row(core, &rules, &mentee, week, today, &of_week)?);
            kept.push(of_week);
        }
        let minutes = entries::minutes(kept.iter().map(Vec::as_slice));
        Ok(MyWeekView { monday: week.monday, today, rows, minutes })
    })
}

fn row(
    core: &Core,
    rules: &Rules,
    mentee: &Mentee,
    week: Week,
    today: SchoolDay,
    of_week: &[Kept],
) -> Result<MyWeekRow, StorageError> {
    let reached = entry::reached_between(&core.db, mentee.match_id, week.monday, week.sunday())?;
    let counted = week_of(core, mentee, week, today, of_week)?;
    let school_days = school::school_days(&core.db, week.monday, week.sunday())?;
    let open = |day: &&SchoolDay| {
        **day >= today && figures::in_match(mentee, **day) && !(**day == today && reached.contains(&today))
    };
    Ok(MyWeekRow {
        who: mentee.who(),
        week: figures::week(&core.db, rules, mentee, week.monday)?,
        attempts: counted.map_or(0, |week| week.attempts),
        family_contacts: counted.map_or(0, |week| week.family_contacts),
        days_left: count(school_days.iter().filter(open).count()),
        reached,
    })
}
