//! Who this phone is, and where it stands in the school's log.

use daymark_documents::Writer;
use daymark_domain::{ClearanceGap, DeviceId, DeviceTag};
use daymark_protocol::MentorRow;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

use super::parsed;

/// The paired phone.
#[derive(Clone)]
pub struct Phone {
    /// The device, as the server calls it.
    pub device_id: DeviceId,
    /// In front of this phone's entry keys.
    pub tag: DeviceTag,
    /// Of this installation.
    pub generation: u32,
    /// Where the school's server is.
    pub server: String,
    /// The mentor's name.
    pub mentor: String,
    /// Which log the cursor counts in.
    pub log_id: Option<[u8; 8]>,
    /// Everything up to here has been received.
    pub cursor: u64,
    /// When the server last acknowledged something.
    pub last_sent_at: Option<i64>,
}

/// Names stay out of logs.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phone")
            .field("device_id", &self.device_id)
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}

impl Phone {
    /// Under which name this phone writes.
    pub fn writer(&self) -> Writer {
        self.writer_of(self.generation)
    }

    fn writer_of(&self, generation: u32) -> Writer {
        Writer::of_device(self.device_id.as_bytes(), &self.tag, generation)
    }

    /// Under all the names that this phone has written under.
    pub(crate) fn actors(&self) -> Vec<[u8; 16]> {
        (0..=self.generation).map(|generation| self.writer_of(generation).actor).collect()
    }
}

/// The phone, once paired.
pub(crate) fn get(db: &Connection) -> Result<Option<Phone>> {
    db.prepare_cached(include_str!("get.sql"))?
        .query_row([], |row| {
            Ok(Phone {
                device_id: DeviceId::from_bytes(row.get("device_id")?),
                tag: parsed(row, "device_tag")?,
                generation: row.get("generation")?,
                server: row.get("server")?,
                mentor: row.get("mentor")?,
                log_id: row.get("log_id")?,
                cursor: row.get("cursor")?,
                last_sent_at: row.get("last_sent_at")?,
            })
        })
        .optional()
}

/// The secret half of this phone's key.
pub(crate) fn signing_key(db: &Connection) -> Result<[u8; 32]> {
    db.prepare_cached(include_str!("signing_key.sql"))?.query_row([], |row| row.get(0))
}

/// Keeps the pairing. Pairing again (a phone that the server forgot) keeps what is unsent and starts the log over.
pub(crate) fn set(tx: &Transaction<'_>, phone: &Phone, signing_key: &[u8; 32]) -> Result<()> {
    tx.execute(
        include_str!("set.sql"),
        params![
            phone.device_id.as_bytes(),
            phone.tag.as_str(),
            phone.generation,
            signing_key,
            phone.server,
            phone.mentor
        ],
    )?;
    Ok(())
}

/// Moves to a place in a log.
pub(crate) fn set_cursor(tx: &Transaction<'_>, log_id: Option<[u8; 8]>, cursor: u64) -> Result<()> {
    tx.execute(include_str!("set_cursor.sql"), params![log_id, cursor])?;
    Ok(())
}

/// Remembers when something was acknowledged.
pub(crate) fn set_last_sent(tx: &Transaction<'_>, at: i64) -> Result<()> {
    tx.execute(include_str!("set_last_sent.sql"), params![at])?;
    Ok(())
}

/// What the school says of the mentor. A server that does not say what it waits for changes nothing of that.
pub(crate) fn set_mentor(tx: &Transaction<'_>, row: &MentorRow) -> Result<()> {
    let waits_for = row.waits_for.as_ref().map(|words| words.join(" "));
    tx.execute(include_str!("set_mentor.sql"), params![row.name, waits_for])?;
    Ok(())
}

/// What the school waits for before it gives students to this phone; words of a newer version are left out.
pub(crate) fn waits_for(db: &Connection) -> Result<Vec<ClearanceGap>> {
    let words: Option<String> = db
        .prepare_cached(include_str!("waits_for.sql"))?
        .query_row([], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(words.unwrap_or_default().split_whitespace().filter_map(|word| word.parse().ok()).collect())
}

/// Gives this phone another name to write under: somebody else may have written under the one it has. Of the next ones
/// the first that no entry here bears; should another copy take it as well, the server says so.
pub(crate) fn next_generation(tx: &Transaction<'_>, phone: &mut Phone) -> Result<()> {
    loop {
        phone.generation = phone.generation.saturating_add(1);
        let tag = phone.writer().tag;
        let taken: bool =
            tx.query_row(include_str!("is_tag_taken.sql"), params![tag.as_str()], |row| row.get(0))?;
        if !taken {
            break;
        }
    }
    tx.execute(include_str!("set_generation.sql"), params![phone.generation])?;
    Ok(())
}

/// On which installation this database was last open; `None`: the platform was not asked.
pub(crate) fn install(db: &Connection) -> Result<Option<Vec<u8>>> {
    Ok(db.query_row(include_str!("install.sql"), [], |row| row.get(0)).optional()?.flatten())
}

/// Remembers the installation.
pub(crate) fn set_install(tx: &Transaction<'_>, install: &[u8]) -> Result<()> {
    tx.execute(include_str!("set_install.sql"), params![install])?;
    Ok(())
}
