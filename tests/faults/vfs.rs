//! SQLite's door to the disk in memory (`disk.rs`): the one file of the project's own Rust with `unsafe` in it.
//!
//! SQLite asks for a file system as a table of C functions, so there is no other way in. What has to hold for each of
//! them: SQLite passes the pointers that it was given by `open`, never after `close`, and buffers of the length that
//! it names (`sqlite3.h`, "OS Interface Object"). The device promises nothing: no atomic sector, no order, no safe
//! append (`xDeviceCharacteristics` is 0).

#![allow(unsafe_code, reason = "sqlite3_vfs is a table of C functions; nothing else of the tests needs this")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::{Mutex, MutexGuard, PoisonError};

use daymark_sqlite::rusqlite::ffi;

use crate::disk::{Disk, Fault, Image};
use crate::locks::{Holder, Locks};
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

/// An open file, as SQLite allocates it: its own part first.
#[repr(C)]
struct Handle {
    base: ffi::sqlite3_file,
    open: *mut Open,
}

struct Open {
    name: String,
    boot: u64,
    holder: Holder,
    delete_on_close: bool,
}

fn table(before: &ffi::sqlite3_vfs) -> ffi::sqlite3_vfs {
    ffi::sqlite3_vfs {
        iVersion: 2,
        szOsFile: size_of::<Handle>() as c_int,
        mxPathname: 1024,
        pNext: std::ptr::null_mut(),
        zName: c"daymark-power-cut".as_ptr(),
        pAppData: std::ptr::null_mut(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        // Chance, sleep and the clock are the machine's: they ask for nothing of the file system's own state.
        xRandomness: before.xRandomness,
        xSleep: before.xSleep,
        xCurrentTime: before.xCurrentTime,
        xGetLastError: Some(last_error),
        xCurrentTimeInt64: before.xCurrentTimeInt64,
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// SAFETY: `file` is one that [`open`] filled in and that is not closed yet.
unsafe fn opened<'f>(file: *mut ffi::sqlite3_file) -> &'f mut Open {
    unsafe { &mut *(*file.cast::<Handle>()).open }
}

/// SAFETY: `name` is a C string of SQLite's.
unsafe fn text(name: *const c_char) -> String {
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

fn code(done: Result<(), c_int>) -> c_int {
    done.err().unwrap_or(ffi::SQLITE_OK)
}

/// The disk, unless the file was opened before the power went.
fn of(file: &Open) -> Result<MutexGuard<'static, Disk>, c_int> {
    let disk = disk();
    if disk.boot() == file.boot { disk.alive().map(|()| disk) } else { Err(ffi::SQLITE_IOERR) }
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let mut disk = disk();
    let name = if name.is_null() {
        format!("temporary-{}", locks().next())
    } else {
        // SAFETY: not null, and SQLite's.
        unsafe { text(name) }
    };
    let boot = disk.boot();
    if disk.alive().is_err() || (flags & ffi::SQLITE_OPEN_CREATE == 0 && !disk.has(&name)) {
        // SAFETY: SQLite's own file; without methods it will not be closed.
        unsafe { (*file).pMethods = std::ptr::null() };
        return ffi::SQLITE_CANTOPEN;
    }
    disk.create(&name);
    let delete_on_close = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
    let open = Open { holder: locks().hold(&name), name, boot, delete_on_close };
    // SAFETY: `file` has room for `szOsFile` bytes, which is a `Handle`; `out` may be null.
    unsafe {
        file.cast::<Handle>().write(Handle {
            base: ffi::sqlite3_file { pMethods: &raw const METHODS },
            open: Box::into_raw(Box::new(open)),
        });
        if !out.is_null() {
            *out = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: made by `open`, given back once.
    let open = unsafe { Box::from_raw((*file.cast::<Handle>()).open) };
    let mut disk = disk();
    if disk.boot() == open.boot {
        locks().leave(&open.holder);
        if open.delete_on_close {
            return code(disk.delete(&open.name, false));
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open and the buffer has `amount` bytes.
    let (open, buffer) =
        unsafe { (opened(file), std::slice::from_raw_parts_mut(buffer.cast::<u8>(), amount as usize)) };
    let disk = match of(open) {
        Ok(disk) => disk,
        Err(refused) => return refused,
    };
    let there = disk.bytes(&open.name).get(offset as usize..).unwrap_or_default();
    let length = there.len().min(buffer.len());
    buffer[..length].copy_from_slice(&there[..length]);
    buffer[length..].fill(0);
    if length == buffer.len() { ffi::SQLITE_OK } else { ffi::SQLITE_IOERR_SHORT_READ }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    buffer: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open and the buffer has `amount` bytes.
    let (open, bytes) =
        unsafe { (opened(file), std::slice::from_raw_parts(buffer.cast::<u8>(), amount as usize)) };
    code(of(open).and_then(|mut disk| disk.write(&open.name, offset as usize, bytes)))
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: the file is open.
    let open = unsafe { opened(file) };
    code(of(open).and_then(|mut disk| disk.truncate(&open.name, size as usize)))
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: the file is open.
    let open = unsafe { opened(file) };
    code(of(open).and_then(|mut disk| disk.flush(&open.name)))
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: the file is open, `size` is SQLite's.
    let open = unsafe { opened(file) };
    match of(open) {
        Ok(disk) => {
            unsafe { *size = disk.bytes(&open.name).len() as ffi::sqlite3_int64 };
            ffi::SQLITE_OK
        }
        Err(refused) => refused,
    }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the file is open.
    let open = unsafe { opened(file) };
    code(locks().lock(&mut open.holder, level))
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the file is open.
    let open = unsafe { opened(file) };
    locks().unlock(&mut open.holder, level);
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: the file is open, `out` is SQLite's.
    unsafe { *out = c_int::from(locks().is_reserved(&opened(file).holder)) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    512
}

unsafe extern "C" fn characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: the file is open; `out` is SQLite's; the region lives until the last connection has left the file.
    unsafe {
        let region = locks().region(&opened(file).holder, page as usize, size as usize, extend != 0);
        *out = region.cast();
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, at: c_int, n: c_int, flags: c_int) -> c_int {
    // SAFETY: the file is open.
    let open = unsafe { opened(file) };
    code(locks().shm_lock(&mut open.holder, at, n, flags))
}

unsafe extern "C" fn shm_barrier(_: *mut ffi::sqlite3_file) {
    std::sync::atomic::fence(std::sync::atomic::Ordering::SeqCst);
}

unsafe extern "C" fn shm_unmap(_: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // The regions go with the last handle of the file.
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, flush_folder: c_int) -> c_int {
    // SAFETY: the name is SQLite's.
    let name = unsafe { text(name) };
    let mut disk = disk();
    if !disk.has(&name) {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    }
    code(disk.delete(&name, flush_folder != 0))
}

unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: name and `out` are SQLite's.
    unsafe { *out = c_int::from(disk().has(&text(name))) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_pathname(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: `out` has `length` bytes.
    unsafe {
        let bytes = CStr::from_ptr(name).to_bytes_with_nul();
        if bytes.len() > length as usize {
            return ffi::SQLITE_CANTOPEN;
        }
        std::ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn last_error(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}
