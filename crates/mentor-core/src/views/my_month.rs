//! A month of this mentor, added up.

use chrono::Months;
use daymark_domain::{DosageTotals, Element, MatchWeek, SchoolDay, Week};

use super::figures::week_of;
use super::months::first_of_month;
use super::{count, entries, now, reading};
use crate::api::{Failure, MyMonthView};
use crate::core::Core;
use crate::storage::StorageError;
use crate::storage::caseload::{self, Mentee};
use crate::storage::entry::{self, Kept};

pub(crate) fn my_month(core: &Core, day: Option<SchoolDay>) -> Result<MyMonthView, Failure> {
    let today = now(core)?.day;
    let first = first_of_month(day.unwrap_or(today));
    let last = SchoolDay(first.0.checked_add_months(Months::new(1)).unwrap_or(first.0)).minus(1);
    reading(|| {
        let mut kept: Vec<Vec<Kept>> = Vec::new();
        let mut weeks = Vec::new();
        let mentees = caseload::all(&core.db)?;
        for mentee in mentees.iter().filter(|mentee| mentee.start_day <= last) {
            kept.push(entry::standing_between(&core.db, mentee.match_id, first, last)?);
            weeks.extend(weeks_of(core, mentee, first, last, today)?);
        }
        let totals = DosageTotals::of(&weeks);
        Ok(MyMonthView {
            first,
            students: count(kept.len()),
            elements: elements(&kept),
            weeks_met: totals.weeks.n,
            weeks: totals.weeks.of,
            family_contacts: totals.family_contacts,
            attempts: totals.attempts,
            minutes: entries::minutes(kept.iter().map(Vec::as_slice)),
        })
    })
}

/// A week belongs to the month in which it begins.
fn weeks_of(
    core: &Core,
    mentee: &Mentee,
    first: SchoolDay,
    last: SchoolDay,
    today: SchoolDay,
) -> Result<Vec<MatchWeek>, StorageError> {
    let mondays = std::iter::successors(Some(first.plus(6).week()), |week: &Week| Some(week.next()));
    let mut weeks = Vec::new();
    for week in mondays.take_while(|week| week.monday <= last.min(today)) {
        let of_week = entry::standing_between(&core.db, mentee.match_id, week.monday, week.sunday())?;
        weeks.extend(week_of(core, mentee, week, today, &of_week)?);
    }
    Ok(weeks)
}

fn elements(kept: &[Vec<Kept>]) -> Vec<(Element, u32)> {
    let of_element = |element: Element| {
        let entries = kept.iter().flatten().filter(|kept| kept.entry.what.element() == Some(element));
        (element, count(entries.count()))
    };
    Element::ALL.iter().copied().map(of_element).collect()
}
