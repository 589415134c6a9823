//! What the school's server signed: its key, and whose phones wrote what is here.

use daymark_protocol::{Kin, Writing};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

/// The server's key. None: this phone has none yet, or the server signs nothing.
pub(crate) fn key(db: &Connection) -> Result<Option<[u8; 32]>> {
    let key = db.prepare_cached(include_str!("key.sql"))?.query_row([], |row| row.get(0)).optional()?;
    Ok(key.flatten())
}

/// Pins the server's key, and keeps its certificate for this phone.
pub(crate) fn pin(
    tx: &Transaction<'_>,
    key: Option<&[u8; 32]>,
    certificate: Option<&[u8; 64]>,
) -> Result<()> {
    tx.execute(include_str!("pin.sql"), params![key, certificate.map(|bytes| bytes.as_slice())])?;
    Ok(())
}

/// Before this phone gets another name: what it wrote under this one is still to be handed in.
pub(crate) fn keep_earlier_name(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("keep_earlier_name.sql"), [])?;
    tx.execute(include_str!("forget_told.sql"), [])?;
    Ok(())
}

/// Another phone of the mentor, which the server of this log knows.
pub(crate) fn add_kin(tx: &Transaction<'_>, other: &Writing, log_id: Option<[u8; 8]>) -> Result<()> {
    let row = params![*other.device_id, other.tag, other.certificate.as_slice(), log_id];
    tx.execute(include_str!("add_kin.sql"), row)?;
    Ok(())
}

/// The phones of which the server of this log may not know.
pub(crate) fn untold(db: &Connection, log_id: Option<[u8; 8]>) -> Result<Vec<Kin>> {
    db.prepare_cached(include_str!("untold.sql"))?
        .query_map(params![log_id], |row| {
            let (id, certificate): ([u8; 16], [u8; 64]) = (row.get(0)?, row.get(2)?);
            Ok(Kin::new(id.into(), row.get(1)?, certificate.into()))
        })?
        .collect()
}

/// Now it knows of all.
pub(crate) fn told(tx: &Transaction<'_>, log_id: Option<[u8; 8]>) -> Result<()> {
    tx.execute(include_str!("told.sql"), params![log_id])?;
    Ok(())
}
