//! A mentor's phone: the real core over its encrypted file, with a clock of its own.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use daymark_domain::{DeviceId, MatchId};
use daymark_mentor_core::open::{Damaged, Place, open as open_data};
use daymark_mentor_core::storage::{MIGRATIONS, projection};
use daymark_mentor_core::sync::SharedCore;
use daymark_mentor_core::{Clock, Entropy};
use daymark_sqlite::DatabaseKey;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension};
use tempfile::TempDir;

use super::chance::Chance;
use super::files::{as_they_lie, database, folder};
use super::steps::Fuse;

/// A phone.
pub struct Phone {
    /// Whose.
    pub mentor: usize,
    /// Shared with a sync that is under way.
    pub core: SharedCore,
    /// Its disk is full.
    pub full: bool,
    /// What was kept of its data.
    pub image: Option<TempDir>,
    folder: TempDir,
    inside: Inside,
}

/// What stays with the phone whatever becomes of its data.
#[derive(Clone)]
struct Inside {
    hand: Arc<AtomicI64>,
    ahead: Rc<Cell<i64>>,
    chance: Rc<RefCell<Chance>>,
    /// What no backup carries.
    install: [u8; 16],
}

/// An own change that the server has not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiting {
    /// Of which record.
    pub match_id: MatchId,
    /// Its name.
    pub hash: [u8; 32],
    /// The entry that it adds; none: a calendar mark.
    pub key: Option<String>,
    /// The server refused it.
    pub refused: bool,
}

impl Waiting {
    /// As a phone's owner remembers it: the change, and the entry in it.
    pub fn by_hash(self) -> ((MatchId, [u8; 32]), Option<String>) {
        ((self.match_id, self.hash), self.key)
    }
}

impl Phone {
    /// Out of the box.
    pub fn new(mentor: usize, hand: Arc<AtomicI64>, chance: Chance) -> Self {
        static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
        let folder = folder();
        let empty = EMPTY.get_or_init(empty_database);
        std::fs::write(database(folder.path()), empty).unwrap();
        let (ahead, chance) = (Rc::new(Cell::new(0)), Rc::new(RefCell::new(chance)));
        let install = chance.borrow_mut().bytes();
        let inside = Inside { hand, ahead, chance, install };
        let core = open(folder.path(), &inside);
        Self { mentor, core, full: false, image: None, folder, inside }
    }

    /// What its clock shows.
    pub fn now(&self) -> i64 {
        self.inside.hand.load(Ordering::Relaxed) + self.inside.ahead.get()
    }

    /// How many seconds its clock is ahead of the true time.
    pub fn ahead(&self) -> i64 {
        self.inside.ahead.get()
    }

    /// Sets its clock.
    pub fn set_ahead(&self, seconds: i64) {
        self.inside.ahead.set(seconds);
    }

    /// Killed at this moment, and opened again on what lies on its disk.
    pub fn kill(&mut self) {
        let lies = as_they_lie(self.folder.path());
        self.open_on(lies);
    }

    /// Keeps an image of its data.
    pub fn keep_image(&mut self) {
        self.image = Some(as_they_lie(self.folder.path()));
    }

    /// Goes back to the image; whether there is one. On another phone, or where the installation has forgotten what no
    /// backup carries, it is `noticed` when the data is opened; otherwise the server must notice.
    pub fn restore_image(&mut self, noticed: bool) -> bool {
        let Some(image) = self.image.take() else { return false };
        if noticed {
            self.inside.install = self.inside.chance.borrow_mut().bytes();
        }
        self.open_on(image);
        true
    }

    fn open_on(&mut self, files: TempDir) {
        self.core = open(files.path(), &self.inside);
        self.folder = files;
        if self.full {
            self.set_full(true);
        }
    }

    /// Looks into its database.
    pub fn look<T>(&self, look: impl FnOnce(&mut Connection) -> daymark_sqlite::rusqlite::Result<T>) -> T {
        look(self.core.borrow_mut().database()).unwrap()
    }

    /// No page more, or as many as there are numbers for.
    pub fn set_full(&mut self, full: bool) {
        self.full = full;
        self.look(|db| {
            let pages: i64 = db.pragma_query_value(None, "page_count", |row| row.get(0))?;
            let most = if full { pages } else { i64::from(u32::MAX) - 1 };
            db.pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))
        });
    }

    /// From here on the so-manyth row that goes into the table makes its transaction fail.
    pub fn set_fuse(&self, fuse: Fuse) {
        let table = Fuse::TABLES[fuse.table % Fuse::TABLES.len()];
        let rows = fuse.rows;
        let mut sql = format!(
            "CREATE TEMP TABLE fuse (rows INTEGER NOT NULL);
             INSERT INTO temp.fuse VALUES ({rows});"
        );
        for verb in ["INSERT", "UPDATE"] {
            sql += &format!(
                "CREATE TEMP TRIGGER fuse_burns_{verb} AFTER {verb} ON main.{table}
                   BEGIN UPDATE fuse SET rows = rows - 1; END;
                 CREATE TEMP TRIGGER fuse_fails_{verb} BEFORE {verb} ON main.{table}
                   WHEN (SELECT rows FROM fuse) <= 0
                   BEGIN SELECT RAISE(ABORT, 'the phone is killed here'); END;"
            );
        }
        self.look(|db| db.execute_batch(&sql));
    }

    /// As the server calls it; none: not paired.
    pub fn device(&self) -> Option<DeviceId> {
        self.look(|db| db.query_row("SELECT device_id FROM phone", [], |row| row.get(0)).optional())
            .map(DeviceId::from_bytes)
    }

    /// Where it stands in the school's log.
    pub fn cursor(&self) -> i64 {
        self.look(|db| db.query_row("SELECT cursor FROM phone", [], |row| row.get(0)).optional()).unwrap_or(0)
    }

    /// Who is on it.
    pub fn caseload(&self) -> Vec<MatchId> {
        self.look(|db| {
            db.prepare_cached("SELECT id FROM match ORDER BY id")?
                .query_map([], |row| row.get(0).map(MatchId::from_bytes))?
                .collect()
        })
    }

    /// What waits for the server's word, and what was refused.
    pub fn waiting(&self) -> Vec<Waiting> {
        let sql = "SELECT match_id, hash, entry_key, state = 'refused' FROM change WHERE state <> 'sent'
                   ORDER BY position";
        self.look(|db| {
            db.prepare_cached(sql)?
                .query_map([], |row| {
                    Ok(Waiting {
                        match_id: MatchId::from_bytes(row.get(0)?),
                        hash: row.get(1)?,
                        key: row.get(2)?,
                        refused: row.get(3)?,
                    })
                })?
                .collect()
        })
    }

    /// Every entry that a screen could show, with whether it was taken back.
    pub fn entries(&self) -> Vec<(MatchId, String, bool)> {
        let sql = "SELECT match_id, entry_key, voided_at IS NOT NULL FROM entry ORDER BY match_id, entry_key";
        self.look(|db| {
            db.prepare_cached(sql)?
                .query_map([], |row| Ok((MatchId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)))?
                .collect()
        })
    }
}

fn key() -> DatabaseKey {
    DatabaseKey([7; 32])
}

fn empty_database() -> Vec<u8> {
    let folder = folder();
    let path = database(folder.path());
    let mut db = daymark_sqlite::open(&path, Some(&key()), MIGRATIONS).unwrap();
    projection::catch_up(&mut db).unwrap();
    drop(db);
    std::fs::read(path).unwrap()
}

fn open(folder: &Path, inside: &Inside) -> SharedCore {
    let Inside { hand, ahead, chance: draws, install } = inside.clone();
    let clock: Clock = Rc::new(move || hand.load(Ordering::Relaxed) + ahead.get());
    let entropy = Entropy::drawn_by(move |bytes| draws.borrow_mut().fill(bytes));
    let core = open_data(&mut Files(database(folder)), &key(), Some(&install), clock).unwrap();
    Rc::new(RefCell::new(core.with_entropy(entropy)))
}

/// The one database, without the second copy: disks that damage what they hold are not simulated here.
struct Files(PathBuf);

impl Place for Files {
    fn database(&self) -> &Path {
        &self.0
    }
    fn spare(&self) -> Option<&Path> {
        None
    }
    fn always_looks(&self) -> bool {
        false
    }
    fn set_aside(&mut self, _: i64) -> Result<(), String> {
        Err("a sound database was taken for a damaged one".to_owned())
    }
    fn drop_spare(&mut self) -> Result<(), String> {
        Ok(())
    }
    fn damaged(&self) -> Damaged {
        Box::new(|| Ok(()))
    }
    fn lock(&self) -> Option<&Path> {
        None
    }
    fn remove_all(&mut self) -> Vec<String> {
        vec![]
    }
}
