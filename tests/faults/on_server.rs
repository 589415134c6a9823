//! What the server's database holds, read while no server runs on it.

use std::collections::BTreeMap;
use std::path::Path;

use daymark_domain::MatchId;
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::Connection;

use crate::Broken;
use crate::phone::{DATABASE, Saved};

/// The team's tables of match records, each with one row an entry.
const TABLES: [&str; 3] = ["contact", "door_check", "note"];

/// The server's data, opened as the server opens it.
pub struct OnServer {
    store: SqliteStore,
}

impl OnServer {
    /// The server must not run: what is read is what a kill left behind.
    pub fn open(data: &Path) -> Result<Self, Broken> {
        Ok(Self { store: SqliteStore::open(data)? })
    }

    /// Every entry that the team's pages can show, with how often.
    pub fn counted(&self) -> Result<BTreeMap<Saved, u64>, Broken> {
        let read = |db: &Connection| {
            let mut rows = Vec::new();
            for table in TABLES {
                let mut statement = db.prepare(&format!("SELECT match_id, entry_key FROM {table}"))?;
                let found = statement
                    .query_map([], |row| Ok((MatchId::from_bytes(row.get(0)?), row.get::<_, String>(1)?)))?;
                rows.extend(found.collect::<Result<Vec<_>, _>>()?);
            }
            Ok(rows)
        };
        let mut counted = BTreeMap::new();
        for (match_id, key) in self.store.read_blocking(read)? {
            let key = key.parse().map_err(|_| "a key that cannot be read")?;
            *counted.entry((match_id, key)).or_default() += 1;
        }
        Ok(counted)
    }

    /// The same without the numbers.
    pub fn keys(&self) -> Result<Vec<Saved>, Broken> {
        Ok(self.counted()?.into_keys().collect())
    }

    /// Whether it holds exactly these entries, each once. Says what differs.
    pub fn differs(&self, entries: &[Saved]) -> Result<Option<String>, Broken> {
        let counted = self.counted()?;
        let missing = entries.iter().filter(|entry| !counted.contains_key(entry)).count();
        let doubled = counted.values().filter(|times| **times > 1).count();
        let strange = counted.keys().filter(|entry| !entries.contains(entry)).count();
        let differs = missing + doubled + strange > 0;
        Ok(differs.then(|| format!("{missing} entries missing, {doubled} doubled, {strange} from nowhere")))
    }

    /// Damage, or rows that the changes do not make.
    pub fn wrong(&self) -> Result<Option<String>, Broken> {
        let look = |db: &Connection| {
            let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
            let foreign: i64 =
                db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
            Ok((sound, foreign))
        };
        let (sound, foreign) = self.store.read_blocking(look)?;
        let good = sound == "ok" && foreign == 0;
        Ok((!good).then(|| format!("{DATABASE} of the server: {sound}, {foreign} broken references")))
    }
}
