//! Between rows and the domain's types, and the shapes that a question comes in.

use daymark_domain::{DayPart, DeviceTag, SchoolDay};
use daymark_sqlite::rusqlite::{Connection, Params, Row};

use crate::store::StoreError;

/// All rows of a statement.
pub(crate) fn all<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    db.prepare_cached(sql)?.query_and_then(params, read)?.collect()
}

/// The first row of a statement, when there is one.
pub(crate) fn one<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    db.prepare_cached(sql)?.query_and_then(params, read)?.next().transpose()
}

/// Runs a statement; how many rows it touched.
pub(crate) fn run(db: &Connection, sql: &str, params: impl Params) -> Result<usize, StoreError> {
    Ok(db.prepare_cached(sql)?.execute(params)?)
}

/// Reads one of our 16-byte ids: `id(row, 0, MatchId::from_bytes)`.
pub(crate) fn id<T>(row: &Row<'_>, column: usize, from_bytes: fn([u8; 16]) -> T) -> Result<T, StoreError> {
    Ok(from_bytes(row.get(column)?))
}

/// Reads a day.
pub(crate) fn day(row: &Row<'_>, column: usize) -> Result<SchoolDay, StoreError> {
    to_day(row.get(column)?)
}

/// Reads a day that may be null.
pub(crate) fn optional_day(row: &Row<'_>, column: usize) -> Result<Option<SchoolDay>, StoreError> {
    row.get::<_, Option<i32>>(column)?.map(to_day).transpose()
}

/// Reads a part of a day.
pub(crate) fn day_part(row: &Row<'_>, column: usize) -> Result<DayPart, StoreError> {
    DayPart::new(row.get(column)?).ok_or(StoreError::Unreadable { what: "part of a day" })
}

/// Reads a device's serial number as the tag that the phone writes.
pub(crate) fn device_tag(row: &Row<'_>, column: usize) -> Result<DeviceTag, StoreError> {
    Ok(DeviceTag::from_serial(row.get(column)?))
}

/// Reads one of the domain's words.
pub(crate) fn word<T: std::str::FromStr>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let word: String = row.get(column)?;
    word.parse().map_err(|_| StoreError::Unreadable { what: column })
}

fn to_day(number: i32) -> Result<SchoolDay, StoreError> {
    SchoolDay::from_number(number).ok_or(StoreError::Unreadable { what: "day" })
}
