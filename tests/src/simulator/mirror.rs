//! What the server holds, read past it: every change that it has stored, and the records that they make.

use std::collections::{BTreeMap, BTreeSet};

use daymark_documents::{MatchRecord, RecordView};
use daymark_domain::{MatchId, What};

use super::server::Server;

/// Row, match, hash, number of the log, bytes.
type Stored = (i64, MatchId, [u8; 32], i64, Vec<u8>);

/// As of the last look.
#[derive(Default)]
pub struct Mirror {
    /// Each record.
    pub records: BTreeMap<MatchId, Held>,
    hashes: BTreeSet<(MatchId, [u8; 32])>,
    last_row: i64,
    starts: u64,
}

/// One record.
pub struct Held {
    /// The record.
    pub record: MatchRecord,
    /// Its changes with their numbers of the log.
    pub changes: Vec<(i64, [u8; 32])>,
    /// What it says.
    pub view: RecordView,
    rows: Rows,
}

/// How many entries of each kind that has a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    door_checks: usize,
    contacts: usize,
    notes: usize,
    voided: usize,
}

impl Mirror {
    /// Whether the server holds the change.
    pub fn holds(&self, match_id: MatchId, hash: [u8; 32]) -> bool {
        self.hashes.contains(&(match_id, hash))
    }

    /// Forgets everything: the server was put back on purpose.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Looks again. Nothing that was there may be gone, nothing may be there twice.
    pub fn look(&mut self, server: &Server) -> Result<(), String> {
        if self.starts != server.starts {
            self.starts = server.starts;
            self.still_there(server)?;
        }
        let fresh = self.fresh(server);
        let mut changed = BTreeMap::<MatchId, Vec<Vec<u8>>>::new();
        for (row, match_id, hash, seq, bytes) in fresh {
            self.last_row = row;
            if !self.hashes.insert((match_id, hash)) {
                return Err(format!("the server stored a change of {match_id} twice"));
            }
            changed.entry(match_id).or_default().push(bytes);
            let held = match self.records.remove(&match_id) {
                Some(held) => held,
                None => Held::new()?,
            };
            let held = self.records.entry(match_id).or_insert(held);
            held.changes.push((seq, hash));
        }
        for (match_id, bytes) in &changed {
            if let Some(held) = self.records.get_mut(match_id) {
                held.take(bytes).map_err(|error| format!("{match_id} cannot be read: {error}"))?;
            }
        }
        let stored: i64 = server.read(|db| db.query_row("SELECT count(*) FROM change", [], |row| row.get(0)));
        if stored != i64::try_from(self.hashes.len()).unwrap_or(0) {
            return Err(format!("the server has {stored} changes, it had {}", self.hashes.len()));
        }
        self.rows_are_once(server)
    }

    fn fresh(&self, server: &Server) -> Vec<Stored> {
        let sql = "SELECT rowid, match_id, hash, seq, bytes FROM change WHERE rowid > ?1 ORDER BY rowid";
        server.read(|db| {
            db.prepare_cached(sql)?
                .query_map([self.last_row], |row| {
                    let id = MatchId::from_bytes(row.get(1)?);
                    Ok((row.get(0)?, id, row.get(2)?, row.get(3)?, row.get(4)?))
                })?
                .collect()
        })
    }

    fn still_there(&mut self, server: &Server) -> Result<(), String> {
        let stored: BTreeSet<(MatchId, [u8; 32])> = server.read(|db| {
            db.prepare_cached("SELECT match_id, hash FROM change")?
                .query_map([], |row| Ok((MatchId::from_bytes(row.get(0)?), row.get(1)?)))?
                .collect()
        });
        match self.hashes.difference(&stored).count() {
            0 => Ok(()),
            lost => Err(format!("{lost} changes that the server held are gone after it was killed")),
        }
    }

    /// A row an entry, however often it arrived.
    fn rows_are_once(&self, server: &Server) -> Result<(), String> {
        let rows = self.records.values().fold(Rows::default(), |sum, held| sum.and(held.rows));
        let sql = "SELECT (SELECT count(*) FROM door_check), (SELECT count(*) FROM contact), (SELECT count(*) FROM note),
                          (SELECT count(*) FROM door_check WHERE voided) + (SELECT count(*) FROM contact WHERE voided)
                          + (SELECT count(*) FROM note WHERE voided)";
        let stored = server.read(|db| {
            db.prepare_cached(sql)?.query_row([], |row| {
                let count =
                    |column| Ok::<_, daymark_sqlite::rusqlite::Error>(row.get::<_, i64>(column)? as usize);
                Ok(Rows { door_checks: count(0)?, contacts: count(1)?, notes: count(2)?, voided: count(3)? })
            })
        });
        if stored == rows {
            Ok(())
        } else {
            Err(format!("the server shows {stored:?}, its records say {rows:?}"))
        }
    }
}

impl Held {
    fn new() -> Result<Self, String> {
        let record = MatchRecord::new().map_err(|error| error.to_string())?;
        Ok(Self { record, changes: Vec::new(), view: RecordView::default(), rows: Rows::default() })
    }

    fn take(&mut self, changes: &[Vec<u8>]) -> Result<(), daymark_documents::RecordError> {
        self.record.apply(changes)?;
        self.view = self.record.view();
        self.rows = Rows::of(&self.view);
        Ok(())
    }

    /// Its canonical hash.
    pub fn hash(&self) -> [u8; 32] {
        self.record.canonical_hash()
    }
}

impl Rows {
    fn of(view: &RecordView) -> Self {
        let mut rows = Self::default();
        for entry in &view.entries {
            match entry.what {
                What::DoorCheck(_) => rows.door_checks += 1,
                What::Contact(_) => rows.contacts += 1,
                What::Note { .. } => rows.notes += 1,
                _ => continue,
            }
            rows.voided += usize::from(entry.is_voided());
        }
        rows
    }

    fn and(self, other: Self) -> Self {
        Self {
            door_checks: self.door_checks + other.door_checks,
            contacts: self.contacts + other.contacts,
            notes: self.notes + other.notes,
            voided: self.voided + other.voided,
        }
    }
}
