//! The ladder from an empty file to today's tables. A step's number is its place in the list, its file's name and
//! the `user_version` that it leaves behind; a released step is never edited.

use rusqlite::{Connection, TransactionBehavior};

use crate::OpenError;

/// One numbered step.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// File name without `.sql`, beginning with the number: `0001_first_tables`.
    pub name: &'static str,
    /// Its statements.
    pub sql: &'static str,
}

/// Climbs the steps that the database has not taken yet, all in one transaction: a kill leaves it where it was.
pub(crate) fn migrate(db: &mut Connection, steps: &[Migration]) -> Result<(), OpenError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if taken > known {
        return Err(OpenError::FromTheFuture { found: taken, known });
    }
    for (number, step) in (1u32..).zip(steps).skip(taken as usize) {
        tx.execute_batch(step.sql).map_err(|source| OpenError::Migration { name: step.name, source })?;
        tx.pragma_update(None, "user_version", number)?;
    }
    tx.commit()?;
    Ok(())
}
