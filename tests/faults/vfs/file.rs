//! What SQLite does with a file that it has opened.

use std::ffi::{c_char, c_int, c_void};
use std::sync::MutexGuard;

use daymark_sqlite::rusqlite::ffi;

use super::names::text;
use super::{code, disk, locks};
use crate::disk::Disk;
use crate::locks::Holder;

/// So many bytes SQLite sets aside for each.
pub const SIZE: c_int = size_of::<Handle>() as c_int;

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

/// The disk, unless the file was opened before the power went.
fn of(file: &Open) -> Result<MutexGuard<'static, Disk>, c_int> {
    let disk = disk();
    if disk.boot() == file.boot { disk.alive().map(|()| disk) } else { Err(ffi::SQLITE_IOERR) }
}

/// `xOpen`.
pub unsafe extern "C" fn open(
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
