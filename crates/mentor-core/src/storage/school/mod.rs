//! The school, its clock and its calendar.

use daymark_domain::{DayType, SchoolDay};
use daymark_protocol::{CalendarRow, SchoolRow};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::{day, parsed};

/// The school.
#[derive(Clone, Debug, Default)]
pub(crate) struct School {
    pub name: String,
    pub bell_minute: Option<u16>,
    pub recorded_through: Option<SchoolDay>,
}

pub(crate) fn get(db: &Connection) -> Result<School> {
    let found = db
        .prepare_cached(include_str!("get.sql"))?
        .query_row([], |row| {
            let through: Option<i32> = row.get("recorded_through")?;
            Ok(School {
                name: row.get("name")?,
                bell_minute: row.get("bell_minute")?,
                recorded_through: through.and_then(SchoolDay::from_number),
            })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

pub(crate) fn set(tx: &Transaction<'_>, school: &SchoolRow) -> Result<()> {
    tx.execute(include_str!("set.sql"), params![school.name, school.bell_minute, school.recorded_through])?;
    tx.execute(include_str!("offsets_remove.sql"), [])?;
    let mut add = tx.prepare_cached(include_str!("offset_add.sql"))?;
    for (from_moment, seconds) in &school.offsets {
        add.execute(params![from_moment, seconds])?;
    }
    Ok(())
}

/// Seconds east of UTC on the school's clock at a moment; 0 before the first sync told.
pub(crate) fn offset_at(db: &Connection, moment: i64) -> Result<i32> {
    let mut before = db.prepare_cached(include_str!("offset_at.sql"))?;
    let mut first = db.prepare_cached(include_str!("offset_first.sql"))?;
    let known = before.query_row(params![moment], |row| row.get(0)).optional()?;
    Ok(known.or(first.query_row([], |row| row.get(0)).optional()?).unwrap_or(0))
}

pub(crate) fn set_calendar_day(tx: &Transaction<'_>, row: &CalendarRow) -> Result<()> {
    tx.prepare_cached(include_str!("calendar_day_set.sql"))?.execute(params![row.day, row.day_type])?;
    Ok(())
}

pub(crate) fn day_type(db: &Connection, on: SchoolDay) -> Result<Option<DayType>> {
    db.prepare_cached(include_str!("day_type.sql"))?
        .query_row(params![on.number()], |row| parsed(row, "day_type"))
        .optional()
}

/// What each date from `first` to `last` is, as far as the calendar says.
pub(crate) fn calendar(
    db: &Connection,
    first: SchoolDay,
    last: SchoolDay,
) -> Result<Vec<(SchoolDay, DayType)>> {
    db.prepare_cached(include_str!("calendar.sql"))?
        .query_map(params![first.number(), last.number()], |row| {
            Ok((day(row, "day")?, parsed(row, "day_type")?))
        })?
        .collect()
}

/// The school days from `first` to `last`, in order.
pub(crate) fn school_days(db: &Connection, first: SchoolDay, last: SchoolDay) -> Result<Vec<SchoolDay>> {
    let days = calendar(db, first, last)?;
    Ok(days.into_iter().filter(|(_, kind)| kind.is_instructional()).map(|(day, _)| day).collect())
}

/// The first date that the calendar knows.
pub(crate) fn calendar_begins(db: &Connection) -> Result<Option<SchoolDay>> {
    let number: Option<i32> = db.query_row(include_str!("calendar_begins.sql"), [], |row| row.get(0))?;
    Ok(number.and_then(SchoolDay::from_number))
}
