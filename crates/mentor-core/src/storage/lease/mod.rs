//! Until when this phone may be read. What the numbers mean is `lock/lease.rs`.

use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

/// The lease as it is kept. Times are seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The last moment at which the phone may be read.
    pub until: i64,
    /// When the server signed it; `None`: none ever did.
    pub issued_at: Option<i64>,
    /// The latest moment that this phone knows of.
    pub used_to: i64,
    /// By how many seconds this phone's clock ran ahead when the lease was given; never less than 0.
    pub ahead: i64,
    /// It answers this phone's own question; a recorded one does not.
    pub asked_for: bool,
}

pub(crate) fn get(db: &Connection) -> Result<Option<Lease>> {
    let mut get = db.prepare_cached("SELECT until, issued_at, used_to, ahead, asked_for FROM lease")?;
    let lease = |row: &daymark_sqlite::rusqlite::Row<'_>| {
        let [until, used_to, ahead] = [row.get(0)?, row.get(2)?, row.get(3)?];
        Ok(Lease { until, issued_at: row.get(1)?, used_to, ahead, asked_for: row.get(4)? })
    };
    get.query_row([], lease).optional()
}

/// Whoever had it is not this phone any more.
pub(crate) fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM lease", [])?;
    Ok(())
}

pub(crate) fn set(tx: &Transaction<'_>, lease: Lease) -> Result<()> {
    let Lease { until, issued_at, used_to, ahead, asked_for } = lease;
    tx.execute(include_str!("set.sql"), params![until, issued_at, used_to, ahead, asked_for])?;
    Ok(())
}
