//! What other mentors of the same students did lately: that it happened, and whom it reached.

use daymark_domain::{ContactKind, Reach, SchoolDay, StudentId};
use daymark_protocol::OthersRow;
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, params};

/// Something that another mentor did.
pub(crate) struct Other {
    pub at: i64,
    pub kind: ContactKind,
    pub reach: Reach,
}

/// All that is known of a student's other mentors, in place of what was.
pub(crate) fn set(tx: &Transaction<'_>, row: &OthersRow) -> Result<()> {
    let student: &[u8; 16] = &row.student_id;
    tx.prepare_cached(include_str!("remove.sql"))?.execute(params![student])?;
    let mut add = tx.prepare_cached(include_str!("add.sql"))?;
    for contact in &row.contacts {
        add.execute(params![student, contact.day, contact.at, contact.kind, contact.reach])?;
    }
    Ok(())
}

/// Those of one day, in the order in which they were done. A kind that this version does not know is not shown.
pub(crate) fn of_day(db: &Connection, student: StudentId, day: SchoolDay) -> Result<Vec<Other>> {
    let rows = db
        .prepare_cached(include_str!("of_day.sql"))?
        .query_map(params![student.as_bytes(), day.number()], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?
        .collect::<Result<Vec<(i64, String, String)>>>()?;
    let known = |(at, kind, reach): (_, String, String)| {
        Some(Other { at, kind: kind.parse().ok()?, reach: Reach::from_word(&reach)? })
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Forgets what was before the day.
pub(crate) fn forget_before(tx: &Transaction<'_>, day: SchoolDay) -> Result<()> {
    tx.execute(include_str!("forget_before.sql"), params![day.number()]).map(drop)
}
