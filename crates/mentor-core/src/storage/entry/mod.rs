//! Entries of every kind, as screens read them: a row's columns are the fields of the record.

use std::collections::HashMap;

use daymark_documents::{Entry, FieldValue, Fields, fields_of, kind_word, what_of};
use daymark_domain::{DeviceTag, EntryKey, GroupId, MatchId, NumberMark, Reach, SchoolDay};
use daymark_sqlite::rusqlite::types::ValueRef;
use daymark_sqlite::rusqlite::{
    Connection, OptionalExtension, Params, Result, Row, Statement, ToSql, Transaction, named_params,
};

use super::{day, entry_key, match_id, seen};
use crate::api::EntryState;

/// Writes the row, or the fact that it was taken back.
pub(crate) fn add(tx: &Transaction<'_>, match_id: MatchId, entry: &Entry) -> Result<()> {
    let mut statement = tx.prepare_cached(include_str!("add.sql"))?;
    bind(&mut statement, ":match_id", match_id.as_bytes())?;
    bind(&mut statement, ":entry_key", entry.key.to_string())?;
    bind(&mut statement, ":kind", kind_word(&entry.what))?;
    bind(&mut statement, ":day", entry.day.number())?;
    bind(&mut statement, ":at", entry.at)?;
    bind(&mut statement, ":voided_at", entry.voided_at)?;
    bind(&mut statement, ":reached", entry.what.reach().map(Reach::word))?;
    for (field, value) in fields_of(&entry.what) {
        let name = format!(":{field}");
        match value {
            FieldValue::Text(text) => bind(&mut statement, &name, text)?,
            FieldValue::Number(number) => bind(&mut statement, &name, number)?,
        }
    }
    statement.raw_execute().map(drop)
}

/// A field without a column would be lost in silence, so it is an error. What is not bound is null.
fn bind(statement: &mut Statement<'_>, name: &str, value: impl ToSql) -> Result<()> {
    let missing = || daymark_sqlite::rusqlite::Error::InvalidParameterName(name.to_owned());
    let index = statement.parameter_index(name)?.ok_or_else(missing)?;
    statement.raw_bind_parameter(index, value)
}

/// Where a statement's columns stand: found once, and not by name for each field of each row of a long log.
struct Columns(HashMap<String, usize>);

impl Columns {
    fn of(statement: &Statement<'_>) -> Self {
        let names = statement.column_names().map(str::to_owned);
        Self(names.zip(0..).collect())
    }
}

/// A row as a source of fields.
struct RowFields<'r>(&'r Row<'r>, &'r Columns);

impl RowFields<'_> {
    fn get(&self, field: &str) -> Option<ValueRef<'_>> {
        self.0.get_ref(*self.1.0.get(field)?).ok()
    }
}

impl Fields for RowFields<'_> {
    fn text(&self, field: &str) -> Option<String> {
        self.get(field)?.as_str().ok().map(str::to_owned)
    }
    fn number(&self, field: &str) -> Option<i64> {
        match self.get(field)? {
            ValueRef::Integer(number) => Some(number),
            _ => None,
        }
    }
}

/// An entry with how far it has come.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub entry: Entry,
    pub state: EntryState,
}

/// An entry without a change in the outbox came from the server, or was sent and folded.
fn kept(row: &Row<'_>, columns: &Columns) -> Result<Kept> {
    let state = match row.get::<_, Option<String>>("state")?.as_deref() {
        Some("unsent") => EntryState::Saved,
        _ => EntryState::Sent,
    };
    let entry = Entry {
        key: entry_key(row)?,
        day: day(row, "day")?,
        at: row.get("at")?,
        what: what_of(&RowFields(row, columns)),
        voided_at: row.get("voided_at")?,
    };
    Ok(Kept { entry, state })
}

fn all(db: &Connection, match_id: MatchId, sql: &str, params: impl Params) -> Result<Vec<Kept>> {
    let mut statement = db.prepare_cached(sql)?;
    let columns = Columns::of(&statement);
    let mut entries: Vec<Kept> =
        statement.query_map(params, |row| kept(row, &columns))?.collect::<Result<_>>()?;
    let seen = seen::of_match(db, match_id)?;
    for kept in &mut entries {
        if kept.state == EntryState::Sent && seen.has(&kept.entry) {
            kept.state = EntryState::Seen;
        }
    }
    Ok(entries)
}

/// One entry.
pub(crate) fn get(db: &Connection, match_id: MatchId, key: &EntryKey) -> Result<Option<Entry>> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":entry_key": key.to_string() };
    let mut statement = db.prepare_cached(include_str!("get.sql"))?;
    let columns = Columns::of(&statement);
    let found = statement.query_row(which, |row| kept(row, &columns)).optional()?;
    Ok(found.map(|kept| kept.entry))
}

/// What this phone itself saw at the door on the day and did not take back, in whichever generation.
pub(crate) fn own_door_checks_of_day(
    tx: &Transaction<'_>,
    match_id: MatchId,
    day: SchoolDay,
    tag: &DeviceTag,
) -> Result<Vec<Entry>> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":day": day.number() };
    let found = all(tx, match_id, include_str!("door_checks_of_day.sql"), which)?;
    Ok(found
        .into_iter()
        .map(|kept| kept.entry)
        .filter(|entry| entry.key.tag.phone() == tag.phone())
        .collect())
}

/// The entries of a group that stand.
pub(crate) fn of_group(db: &Connection, group: GroupId) -> Result<Vec<(MatchId, EntryKey)>> {
    db.prepare_cached(include_str!("of_group.sql"))?
        .query_map(named_params! { ":group_id": group.to_string() }, |row| {
            Ok((match_id(row, "match_id")?, entry_key(row)?))
        })?
        .collect()
}

/// With whom the latest group was.
pub(crate) fn last_group(db: &Connection) -> Result<Vec<MatchId>> {
    db.prepare_cached(include_str!("last_group.sql"))?
        .query_map([], |row| match_id(row, "match_id"))?
        .collect()
}

/// What stands of one kind, latest first.
pub(crate) fn standing_of_kind(db: &Connection, match_id: MatchId, kind: &str) -> Result<Vec<Kept>> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":kind": kind };
    all(db, match_id, include_str!("standing_of_kind.sql"), which)
}

/// What stands of the days, in the order in which it was done.
pub(crate) fn standing_between(
    db: &Connection,
    match_id: MatchId,
    first: SchoolDay,
    last: SchoolDay,
) -> Result<Vec<Kept>> {
    let which = named_params! {
        ":match_id": match_id.as_bytes(), ":first": first.number(), ":last": last.number(),
    };
    all(db, match_id, include_str!("standing_between.sql"), which)
}

/// Everything, latest first; what was taken back too.
pub(crate) fn all_of_match(db: &Connection, match_id: MatchId) -> Result<Vec<Kept>> {
    all(db, match_id, include_str!("all_of_match.sql"), named_params! { ":match_id": match_id.as_bytes() })
}

/// The dates on which the student was reached.
pub(crate) fn reached_between(
    db: &Connection,
    match_id: MatchId,
    first: SchoolDay,
    last: SchoolDay,
) -> Result<Vec<SchoolDay>> {
    let which = named_params! {
        ":match_id": match_id.as_bytes(), ":first": first.number(), ":last": last.number(),
    };
    db.prepare_cached(include_str!("reached_between.sql"))?.query_map(which, |row| day(row, "day"))?.collect()
}

/// When the family was last reached.
pub(crate) fn family_reached(db: &Connection, match_id: MatchId) -> Result<Option<SchoolDay>> {
    let of = named_params! { ":match_id": match_id.as_bytes() };
    let number: Option<i32> =
        db.prepare_cached(include_str!("family_reached.sql"))?.query_row(of, |row| row.get(0))?;
    Ok(number.and_then(SchoolDay::from_number))
}

/// Numbers that were found wrong.
pub(crate) fn wrong_numbers(db: &Connection, match_id: MatchId) -> Result<Vec<NumberMark>> {
    db.prepare_cached(include_str!("wrong_numbers.sql"))?
        .query_map(named_params! { ":match_id": match_id.as_bytes() }, |row| row.get(0).map(NumberMark))?
        .collect()
}

/// Contacts to come back to by today, unless the mentor came back to them on an earlier day.
pub(crate) fn follow_ups(db: &Connection, match_id: MatchId, today: SchoolDay) -> Result<Vec<Kept>> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":today": today.number() };
    all(db, match_id, include_str!("follow_ups.sql"), which)
}

/// Whether the mentor came back to a contact.
pub(crate) fn is_followed(db: &Connection, match_id: MatchId, key: &EntryKey) -> Result<bool> {
    let which = named_params! { ":match_id": match_id.as_bytes(), ":entry_key": key.to_string() };
    db.prepare_cached(include_str!("is_followed.sql"))?.query_row(which, |row| row.get(0))
}
