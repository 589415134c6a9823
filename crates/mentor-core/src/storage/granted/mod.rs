//! What was granted of a student beyond what every phone gets, until a day.

use daymark_domain::{GrantedField, MatchId, SchoolDay};
use daymark_protocol::GrantedRow;
use daymark_sqlite::rusqlite::{Connection, Result, Row, Transaction, params};

use super::day;
use crate::api::{GrantedLine, GrantedView};

/// Forgets what was granted of a match. Whether there was something.
pub(crate) fn forget(tx: &Transaction<'_>, match_id: &[u8; 16]) -> Result<bool> {
    Ok(tx.prepare_cached(include_str!("remove.sql"))?.execute(params![match_id])? > 0)
}

/// Forgets what was granted until before that day, should the school not say so itself. Whether there was something.
pub(crate) fn forget_over(tx: &Transaction<'_>, today: SchoolDay) -> Result<bool> {
    Ok(tx.prepare_cached(include_str!("remove_over.sql"))?.execute(params![today.number()])? > 0)
}

/// All that is granted of a match, in place of what was. Whether something left.
pub(crate) fn set(tx: &Transaction<'_>, row: &GrantedRow) -> Result<bool> {
    let id: &[u8; 16] = &row.match_id;
    let left = forget(tx, id)?;
    let mut add = tx.prepare_cached(include_str!("add.sql"))?;
    let mut add_line = tx.prepare_cached(include_str!("add_line.sql"))?;
    for granted in &row.fields {
        add.execute(params![id, granted.field, granted.until])?;
        for (position, line) in granted.lines.iter().enumerate() {
            let line = params![id, granted.field, position, line.day, line.kind, line.text, line.hundredths];
            add_line.execute(line)?;
        }
    }
    Ok(left)
}

/// What may be shown on that day. A field or a kind that this version does not know is not.
pub(crate) fn on(db: &Connection, match_id: MatchId, today: SchoolDay) -> Result<Vec<GrantedView>> {
    let fields = db
        .prepare_cached(include_str!("fields.sql"))?
        .query_map(params![match_id.as_bytes(), today.number()], |row| {
            Ok((row.get::<_, String>("field")?, day(row, "until_day")?))
        })?
        .collect::<Result<Vec<_>>>()?;
    let known = |(word, until): (String, SchoolDay)| Some((word.parse().ok()?, until));
    fields.into_iter().filter_map(known).map(|of| view(db, match_id, of)).collect()
}

fn view(
    db: &Connection,
    match_id: MatchId,
    (field, until): (GrantedField, SchoolDay),
) -> Result<GrantedView> {
    let lines = db
        .prepare_cached(include_str!("lines.sql"))?
        .query_map(params![match_id.as_bytes(), field.word()], line)?
        .collect::<Result<Vec<_>>>()?;
    Ok(GrantedView { field, until, lines: lines.into_iter().flatten().collect() })
}

fn line(row: &Row<'_>) -> Result<Option<GrantedLine>> {
    let kind: Option<String> = row.get("kind")?;
    let Ok(kind) = kind.map(|word| word.parse()).transpose() else { return Ok(None) };
    Ok(Some(GrantedLine {
        day: day(row, "day")?,
        kind,
        text: row.get("text")?,
        hundredths: row.get("hundredths")?,
    }))
}
