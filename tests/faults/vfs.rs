//! SQLite's door to the disk in memory (`disk.rs`): the one module of the project's own Rust with `unsafe` in it. Here it
//! is put in its place; `vfs/file.rs` is what SQLite does with an open file, `vfs/names.rs` what it asks of a name.
//!
//! SQLite asks for a file system as a table of C functions, so there is no other way in. What has to hold for each of
//! them: SQLite passes the pointers that it was given by `open`, never after `close`, and buffers of the length that
//! it names (`sqlite3.h`, "OS Interface Object"). The device promises nothing: no atomic sector, no order, no safe
//! append (`xDeviceCharacteristics` is 0).

#![allow(unsafe_code, reason = "sqlite3_vfs is a table of C functions; nothing else of the tests needs this")]

mod file;
mod names;

use std::ffi::c_int;
use std::sync::{Mutex, MutexGuard, PoisonError};

use daymark_sqlite::rusqlite::ffi;

use crate::disk::{Disk, Fault, Image};
use crate::locks::Locks;
use crate::luck::Luck;

static DISK: Mutex<Disk> = Mutex::new(Disk::new());
static LOCKS: Mutex<Locks> = Mutex::new(Locks::new());

fn disk() -> MutexGuard<'static, Disk> {
    DISK.lock().unwrap_or_else(PoisonError::into_inner)
}

fn locks() -> MutexGuard<'static, Locks> {
    LOCKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// While this lives, every database that is opened lies on the disk in memory.
pub struct InMemory {
    vfs: *mut ffi::sqlite3_vfs,
    before: *mut ffi::sqlite3_vfs,
}

impl InMemory {
    /// Makes it the default; the one before comes back when this is dropped.
    pub fn install() -> Self {
        // SAFETY: `sqlite3_vfs_find` may be called at any time; the table that is registered is never freed, since
        // SQLite keeps its address.
        unsafe {
            ffi::sqlite3_initialize();
            let before = ffi::sqlite3_vfs_find(std::ptr::null());
            let vfs = Box::into_raw(Box::new(table(&*before)));
            ffi::sqlite3_vfs_register(vfs, 1);
            Self { vfs, before }
        }
    }

    /// Starts anew with these files and a fault to come.
    pub fn start(&self, image: Image, fault: Option<Fault>) {
        locks().clear();
        disk().start(image, fault);
    }

    /// As [`Disk::lie`].
    pub fn lie(&self) {
        disk().lie();
    }

    /// As [`Disk::operations`].
    pub fn operations(&self) -> u64 {
        disk().operations()
    }

    /// As [`Disk::after_power_cut`].
    pub fn after_power_cut(&self, seed: u64) -> Image {
        disk().after_power_cut(&mut Luck::new(seed))
    }

    /// As [`Disk::image`].
    pub fn image(&self) -> Image {
        disk().image()
    }
}

impl Drop for InMemory {
    fn drop(&mut self) {
        // SAFETY: both were registered; rows drop their connections before this.
        unsafe {
            ffi::sqlite3_vfs_register(self.before, 1);
            ffi::sqlite3_vfs_unregister(self.vfs);
        }
    }
}

fn table(before: &ffi::sqlite3_vfs) -> ffi::sqlite3_vfs {
    ffi::sqlite3_vfs {
        iVersion: 2,
        szOsFile: file::SIZE,
        mxPathname: 1024,
        pNext: std::ptr::null_mut(),
        zName: c"daymark-power-cut".as_ptr(),
        pAppData: std::ptr::null_mut(),
        xOpen: Some(file::open),
        xDelete: Some(names::delete),
        xAccess: Some(names::access),
        xFullPathname: Some(names::full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        // Chance, sleep and the clock are the machine's: they ask for nothing of the file system's own state.
        xRandomness: before.xRandomness,
        xSleep: before.xSleep,
        xCurrentTime: before.xCurrentTime,
        xGetLastError: Some(names::last_error),
        xCurrentTimeInt64: before.xCurrentTimeInt64,
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }
}

fn code(done: Result<(), c_int>) -> c_int {
    done.err().unwrap_or(ffi::SQLITE_OK)
}
