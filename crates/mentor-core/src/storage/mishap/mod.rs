//! What befell this phone's data: told until the mentor has read it, and known as long as the damaged file is kept.

use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

/// For so long somebody could still look into the damaged file.
const KEPT_S: i64 = 30 * 24 * 60 * 60;

/// The database was found damaged, set aside and made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damage {
    /// By this phone's clock.
    pub at: i64,
    /// Unsent changes that were taken over.
    pub rescued: u32,
    /// Unsent changes that were seen and could not be read.
    pub lost: u32,
    /// The pairing was taken over.
    pub paired: bool,
}

/// Remembers it.
pub(crate) fn add(tx: &Transaction<'_>, damage: Damage) -> Result<()> {
    tx.execute(include_str!("add.sql"), params![damage.at, damage.rescued, damage.lost, damage.paired])?;
    Ok(())
}

/// The latest that was not read.
pub(crate) fn latest(db: &Connection) -> Result<Option<Damage>> {
    db.prepare_cached(include_str!("latest.sql"))?
        .query_row([], |row| {
            Ok(Damage { at: row.get(0)?, rescued: row.get(1)?, lost: row.get(2)?, paired: row.get(3)? })
        })
        .optional()
}

/// It was read.
pub(crate) fn read(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("read.sql"), [])?;
    Ok(())
}

/// Whether something was damaged, the last time so long ago that nobody will look into the damaged file any more.
pub(crate) fn is_over(db: &Connection, now: i64) -> Result<bool> {
    db.prepare_cached(include_str!("is_any_before.sql"))?.query_row(params![now - KEPT_S], |row| row.get(0))
}

/// The damaged files are gone; what was not read yet is still told.
pub(crate) fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("forget.sql"), [])?;
    Ok(())
}
