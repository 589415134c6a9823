//! A disk in memory that holds for certain only what was flushed. SQLite reaches it through `vfs.rs`.
//!
//! When the power goes, each write since the last flush of its file is kept, dropped or torn at 512 bytes, as the seed
//! has it; a deletion that was not flushed may come undone. So a program that answers *saved* before its flush loses
//! what it promised.

use std::collections::BTreeMap;

use crate::luck::Luck;

/// What a disk writes at once, or not.
const SECTOR: usize = 512;

/// The files of a disk by their names.
pub type Image = BTreeMap<String, Vec<u8>>;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The power goes in the middle of this operation, counted from 1.
    PowerCut(u64),
    /// This operation fails with SQLite's code, and only it.
    Once(u64, i32),
    /// From this operation on all fail with SQLite's code.
    FromThenOn(u64, i32),
}

/// Why an operation was not done: SQLite's code for it.
pub type Refused = i32;

/// What is not on the disk for certain.
enum Pending {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

#[derive(Default)]
struct File {
    now: Vec<u8>,
    /// None: never flushed, the file itself may be gone.
    durable: Option<Vec<u8>>,
    pending: Vec<Pending>,
    deleted: bool,
}

/// The disk.
pub struct Disk {
    files: BTreeMap<String, File>,
    operations: u64,
    fault: Option<Fault>,
    dead: bool,
    /// Flushes are answered and not done: as under a program that leaves them out.
    lies: bool,
    boot: u64,
}

impl Disk {
    /// An empty one.
    pub const fn new() -> Self {
        Self { files: BTreeMap::new(), operations: 0, fault: None, dead: false, lies: false, boot: 0 }
    }

    /// Starts with these files, all of them flushed.
    pub fn start(&mut self, image: Image, fault: Option<Fault>) {
        let flushed = |bytes: Vec<u8>| File { now: bytes.clone(), durable: Some(bytes), ..File::default() };
        self.files = image.into_iter().map(|(name, bytes)| (name, flushed(bytes))).collect();
        self.operations = 0;
        self.fault = fault;
        self.dead = false;
        self.lies = false;
        self.boot += 1;
    }

    /// From here on flushes are left out.
    pub const fn lie(&mut self) {
        self.lies = true;
    }

    /// What is found when the power is back: the seed decides about everything that was not flushed.
    pub fn after_power_cut(&self, luck: &mut Luck) -> Image {
        let found =
            |(name, file): (&String, &File)| file.after_power_cut(luck).map(|bytes| (name.clone(), bytes));
        self.files.iter().filter_map(found).collect()
    }

    /// The files as the running program sees them.
    pub fn image(&self) -> Image {
        let standing = self.files.iter().filter(|(_, file)| !file.deleted);
        standing.map(|(name, file)| (name.clone(), file.now.clone())).collect()
    }

    /// How many operations there were since the start.
    pub const fn operations(&self) -> u64 {
        self.operations
    }

    /// Which start this is: a handle of an earlier one reaches nothing.
    pub const fn boot(&self) -> u64 {
        self.boot
    }

    /// Whether the file is there.
    pub fn has(&self, name: &str) -> bool {
        self.files.get(name).is_some_and(|file| !file.deleted)
    }

    /// Makes the file when it is not there.
    pub fn create(&mut self, name: &str) {
        let file = self.files.entry(name.to_owned()).or_default();
        if file.deleted {
            file.deleted = false;
            file.now.clear();
            file.pending.push(Pending::Truncate(0));
        }
    }

    /// Its bytes as the program sees them.
    pub fn bytes(&self, name: &str) -> &[u8] {
        self.files.get(name).map_or(&[], |file| &file.now)
    }

    /// Writes; on the disk only after the next flush.
    pub fn write(&mut self, name: &str, at: usize, bytes: &[u8]) -> Result<(), Refused> {
        let step = self.step(codes::WRITE);
        // The write in whose middle the power goes may have reached the disk, whole or in part.
        if step.is_ok() || self.dead {
            self.change(name, Pending::Write { at, bytes: bytes.to_vec() });
        }
        step
    }

    /// Shortens; on the disk only after the next flush.
    pub fn truncate(&mut self, name: &str, length: usize) -> Result<(), Refused> {
        self.step(codes::TRUNCATE)?;
        self.change(name, Pending::Truncate(length));
        Ok(())
    }

    /// Flushes one file.
    pub fn flush(&mut self, name: &str) -> Result<(), Refused> {
        self.step(codes::FSYNC)?;
        if let Some(file) = self.files.get_mut(name).filter(|_| !self.lies) {
            file.durable = Some(file.now.clone());
            file.pending.clear();
        }
        Ok(())
    }

    /// Deletes; for certain only when the folder is flushed with it.
    pub fn delete(&mut self, name: &str, flush_folder: bool) -> Result<(), Refused> {
        self.step(codes::DELETE)?;
        if flush_folder {
            self.files.remove(name);
        } else if let Some(file) = self.files.get_mut(name) {
            file.deleted = true;
        }
        Ok(())
    }

    /// A dead disk answers nothing.
    pub const fn alive(&self) -> Result<(), Refused> {
        if self.dead { Err(codes::READ) } else { Ok(()) }
    }

    fn step(&mut self, dead_code: Refused) -> Result<(), Refused> {
        if self.dead {
            // Once is enough: what was attempted after the cut never reached the disk.
            return Err(dead_code);
        }
        self.operations += 1;
        match self.fault {
            Some(Fault::PowerCut(at)) if self.operations == at => {
                self.dead = true;
                Err(dead_code)
            }
            Some(Fault::Once(at, code)) if self.operations == at => Err(code),
            Some(Fault::FromThenOn(at, code)) if self.operations >= at => Err(code),
            _ => Ok(()),
        }
    }

    fn change(&mut self, name: &str, change: Pending) {
        let file = self.files.entry(name.to_owned()).or_default();
        apply(&mut file.now, &change, |_| true);
        file.pending.push(change);
    }
}

impl File {
    fn after_power_cut(&self, luck: &mut Luck) -> Option<Vec<u8>> {
        if self.deleted && luck.coin() {
            return None;
        }
        let mut found = match &self.durable {
            Some(durable) => durable.clone(),
            None if luck.coin() => return None,
            None => Vec::new(),
        };
        // One seed in three keeps nothing, one keeps whole writes or none, one tears each at its sectors.
        let mode = luck.below(3);
        for change in &self.pending {
            let whole = mode == 1 && luck.coin();
            apply(&mut found, change, |_| whole || (mode == 2 && luck.coin()));
        }
        Some(found)
    }
}

/// Applies a change sector by sector, as far as each is kept.
fn apply(bytes: &mut Vec<u8>, change: &Pending, mut kept: impl FnMut(usize) -> bool) {
    match change {
        Pending::Truncate(length) if kept(0) => bytes.truncate(*length),
        Pending::Truncate(_) => {}
        Pending::Write { at, bytes: written } => {
            let mut from = 0;
            while from < written.len() {
                let to = (((at + from) / SECTOR + 1) * SECTOR - at).min(written.len());
                if kept(at + from) {
                    bytes.resize(bytes.len().max(at + to), 0);
                    bytes[at + from..at + to].copy_from_slice(&written[from..to]);
                }
                from = to;
            }
        }
    }
}

/// SQLite's codes for operations that a dead disk does not do.
mod codes {
    use daymark_sqlite::rusqlite::ffi;

    pub const READ: i32 = ffi::SQLITE_IOERR_READ;
    pub const WRITE: i32 = ffi::SQLITE_IOERR_WRITE;
    pub const TRUNCATE: i32 = ffi::SQLITE_IOERR_TRUNCATE;
    pub const FSYNC: i32 = ffi::SQLITE_IOERR_FSYNC;
    pub const DELETE: i32 = ffi::SQLITE_IOERR_DELETE;
}
