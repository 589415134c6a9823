//! The school, its clock, its calendar and what it decided.

use daymark_domain::{DayType, Rules, SafetyContact, SchoolDay};
use daymark_protocol::{CalendarRow, SafetyContactRow, SchoolRow};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::{day, parsed};

/// The school.
#[derive(Clone, Debug, Default)]
pub(crate) struct School {
    pub name: String,
    pub bell_minute: Option<u16>,
    pub recorded_through: Option<SchoolDay>,
    pub rules: Rules,
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
                rules: Rules::default(),
            })
        })
        .optional()?;
    Ok(School { rules: rules(db)?, ..found.unwrap_or_default() })
}

/// The rules in force; what this version does not know of them stays at its default.
pub(crate) fn rules(db: &Connection) -> Result<Rules> {
    let mut rules = Rules::default();
    let mut statement = db.prepare_cached(include_str!("rules.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let _ = rules.set(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
    }
    Ok(if rules.check().is_ok() { rules } else { Rules::default() })
}

/// Whom to phone at once when a student may not be safe, in their order.
pub(crate) fn safety_contacts(db: &Connection) -> Result<Vec<SafetyContact>> {
    db.prepare_cached(include_str!("safety_contacts.sql"))?
        .query_map([], |row| Ok(SafetyContact { name: row.get(0)?, role: row.get(1)?, phone: row.get(2)? }))?
        .collect()
}

pub(crate) fn set(tx: &Transaction<'_>, school: &SchoolRow) -> Result<()> {
    tx.execute(include_str!("set.sql"), params![school.name, school.bell_minute, school.recorded_through])?;
    tx.execute(include_str!("offsets_remove.sql"), [])?;
    let mut add = tx.prepare_cached(include_str!("offset_add.sql"))?;
    for (from_moment, seconds) in &school.offsets {
        add.execute(params![from_moment, seconds])?;
    }
    // A server of an earlier version says nothing of these; what is known stays.
    school.rules.iter().try_for_each(|rules| set_rules(tx, rules))?;
    school.safety_contacts.iter().try_for_each(|contacts| set_safety_contacts(tx, contacts))
}

fn set_rules(tx: &Transaction<'_>, rules: &[(String, String)]) -> Result<()> {
    tx.execute(include_str!("rules_remove.sql"), [])?;
    let mut add = tx.prepare_cached(include_str!("rule_add.sql"))?;
    rules.iter().try_for_each(|(key, value)| add.execute(params![key, value]).map(drop))
}

fn set_safety_contacts(tx: &Transaction<'_>, contacts: &[SafetyContactRow]) -> Result<()> {
    tx.execute(include_str!("safety_contacts_remove.sql"), [])?;
    let mut add = tx.prepare_cached(include_str!("safety_contact_add.sql"))?;
    contacts.iter().enumerate().try_for_each(|(position, contact)| {
        add.execute(params![position, contact.name, contact.role, contact.phone]).map(drop)
    })
}

/// The school's clock, read once for many moments.
pub(crate) struct Offsets(Vec<(i64, i32)>);

impl Offsets {
    pub(crate) fn read(db: &Connection) -> Result<Self> {
        let mut offsets = db.prepare_cached(include_str!("offsets.sql"))?;
        offsets.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>().map(Self)
    }

    /// Seconds east of UTC at a moment; before the first known one as then, and 0 before the first sync told.
    pub(crate) fn at(&self, moment: i64) -> i32 {
        let known = self.0.partition_point(|(from, _)| *from <= moment).saturating_sub(1);
        self.0.get(known).map_or(0, |(_, seconds)| *seconds)
    }
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

/// The last date that the calendar knows.
pub(crate) fn calendar_ends(db: &Connection) -> Result<Option<SchoolDay>> {
    let number: Option<i32> = db.query_row(include_str!("calendar_ends.sql"), [], |row| row.get(0))?;
    Ok(number.and_then(SchoolDay::from_number))
}
