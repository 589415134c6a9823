//! Who holds which lock of a file on the disk in memory, and the memory that connections of one file share.
//!
//! The rules are SQLite's (`os.h`): any number of readers or one writer for a file, and eight slots of the same kind
//! for its log.

use std::collections::BTreeMap;
use std::ffi::c_int;

use daymark_sqlite::rusqlite::ffi;

const SLOTS: usize = 8;

/// One connection's hold on a file.
pub struct Holder {
    name: String,
    level: c_int,
    shared: [bool; SLOTS],
    exclusive: [bool; SLOTS],
}

#[derive(Default)]
struct OfFile {
    handles: usize,
    readers: usize,
    reserved: bool,
    pending: bool,
    exclusive: bool,
    shared_slots: [usize; SLOTS],
    exclusive_slots: [bool; SLOTS],
    /// Made for the length of the program, since SQLite holds their addresses; used again by the next file.
    regions: Vec<&'static mut [u64]>,
}

/// All locks of the disk.
pub struct Locks {
    files: BTreeMap<String, OfFile>,
    number: u64,
    free: Vec<&'static mut [u64]>,
}

impl Locks {
    /// None.
    pub const fn new() -> Self {
        Self { files: BTreeMap::new(), number: 0, free: Vec::new() }
    }

    /// As after a power cut.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// A number that was not given out before.
    pub const fn next(&mut self) -> u64 {
        self.number += 1;
        self.number
    }

    /// One more handle of the file.
    pub fn hold(&mut self, name: &str) -> Holder {
        self.files.entry(name.to_owned()).or_default().handles += 1;
        Holder { name: name.to_owned(), level: 0, shared: [false; SLOTS], exclusive: [false; SLOTS] }
    }

    /// The handle is closed.
    pub fn leave(&mut self, holder: &Holder) {
        let Some(file) = self.files.get_mut(&holder.name) else { return };
        file.handles = file.handles.saturating_sub(1);
        if file.handles == 0
            && let Some(file) = self.files.remove(&holder.name)
        {
            self.free.extend(file.regions);
        }
    }

    /// Takes a higher lock of the file, or says that it is busy.
    pub fn lock(&mut self, holder: &mut Holder, level: c_int) -> Result<(), c_int> {
        if holder.level >= level {
            return Ok(());
        }
        let file = self.files.entry(holder.name.clone()).or_default();
        match level {
            ffi::SQLITE_LOCK_SHARED if file.pending || file.exclusive => return Err(ffi::SQLITE_BUSY),
            ffi::SQLITE_LOCK_SHARED => file.readers += 1,
            ffi::SQLITE_LOCK_RESERVED if file.reserved => return Err(ffi::SQLITE_BUSY),
            ffi::SQLITE_LOCK_RESERVED => file.reserved = true,
            _ => {
                let mine = holder.level >= ffi::SQLITE_LOCK_PENDING;
                if (file.pending && !mine) || (file.reserved && holder.level < ffi::SQLITE_LOCK_RESERVED) {
                    return Err(ffi::SQLITE_BUSY);
                }
                file.reserved = true;
                file.pending = true;
                if file.readers > 1 {
                    holder.level = ffi::SQLITE_LOCK_PENDING;
                    return Err(ffi::SQLITE_BUSY);
                }
                file.exclusive = true;
            }
        }
        holder.level = level;
        Ok(())
    }

    /// Goes back to a lower lock.
    pub fn unlock(&mut self, holder: &mut Holder, level: c_int) {
        let Some(file) = self.files.get_mut(&holder.name) else { return };
        if holder.level >= ffi::SQLITE_LOCK_RESERVED {
            (file.reserved, file.pending, file.exclusive) = (false, false, false);
        }
        if level == ffi::SQLITE_LOCK_NONE && holder.level >= ffi::SQLITE_LOCK_SHARED {
            file.readers = file.readers.saturating_sub(1);
        }
        holder.level = holder.level.min(level);
    }

    /// Whether anybody is about to write.
    pub fn is_reserved(&self, holder: &Holder) -> bool {
        self.files.get(&holder.name).is_some_and(|file| file.reserved)
    }

    /// Shared memory of the file's log; null when it is not there and must not be made.
    pub fn region(&mut self, holder: &Holder, number: usize, bytes: usize, make: bool) -> *mut u64 {
        let file = self.files.entry(holder.name.clone()).or_default();
        while file.regions.len() <= number {
            if !make {
                return std::ptr::null_mut();
            }
            let used = self.free.pop().filter(|region| region.len() == bytes / 8);
            let region = used.unwrap_or_else(|| Box::leak(vec![0; bytes / 8].into_boxed_slice()));
            region.fill(0);
            file.regions.push(region);
        }
        file.regions[number].as_mut_ptr()
    }

    /// Takes or gives back slots of the log's locks.
    pub fn shm_lock(&mut self, holder: &mut Holder, at: c_int, n: c_int, flags: c_int) -> Result<(), c_int> {
        let slots = at as usize..(at + n) as usize;
        let file = self.files.entry(holder.name.clone()).or_default();
        if flags & ffi::SQLITE_SHM_UNLOCK != 0 {
            for slot in slots {
                if std::mem::take(&mut holder.shared[slot]) {
                    file.shared_slots[slot] -= 1;
                }
                if std::mem::take(&mut holder.exclusive[slot]) {
                    file.exclusive_slots[slot] = false;
                }
            }
            return Ok(());
        }
        let exclusive = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
        let others = |slot: usize| {
            let readers = file.shared_slots[slot] - usize::from(holder.shared[slot]);
            (file.exclusive_slots[slot] && !holder.exclusive[slot]) || (exclusive && readers > 0)
        };
        if slots.clone().any(others) {
            return Err(ffi::SQLITE_BUSY);
        }
        for slot in slots {
            if exclusive {
                holder.exclusive[slot] = true;
                file.exclusive_slots[slot] = true;
            } else if !std::mem::replace(&mut holder.shared[slot], true) {
                file.shared_slots[slot] += 1;
            }
        }
        Ok(())
    }
}
