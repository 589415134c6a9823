//! The school's log: whatever phones must learn takes the next number in the transaction that stores it.

use daymark_domain::SchoolId;
use daymark_sqlite::rusqlite::{Transaction, params};

use crate::store::StoreError;

/// Takes the school's next number and writes down what it was for. Call it once in a transaction and give the number
/// to every row that the transaction touches: a phone sees all of them or none.
pub(crate) fn next_seq(
    tx: &Transaction<'_>,
    school: SchoolId,
    what: &str,
    subject: Option<&[u8; 16]>,
    at: i64,
) -> Result<i64, StoreError> {
    let seq = tx
        .prepare_cached(include_str!("log_next_seq.sql"))?
        .query_row(params![school.as_bytes()], |row| row.get(0))?;
    tx.prepare_cached(include_str!("log_add.sql"))?.execute(params![
        school.as_bytes(),
        seq,
        what,
        subject,
        at
    ])?;
    Ok(seq)
}

/// After a restore: every school's log is another one from now on, so that its phones start over and bring back what the
/// backup lacks; and serials of phones go on beyond those that were given out since the backup.
pub(crate) fn new_log_ids(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute(include_str!("log_new_ids.sql"), [])?;
    tx.execute(include_str!("log_leave_serials.sql"), [])?;
    Ok(())
}
