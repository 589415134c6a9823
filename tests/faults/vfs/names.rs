//! What SQLite asks of a name, opened or not.

use std::ffi::{CStr, c_char, c_int};

use daymark_sqlite::rusqlite::ffi;

use super::{code, disk};

/// SAFETY: `name` is a C string of SQLite's.
pub unsafe fn text(name: *const c_char) -> String {
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

/// `xDelete`.
pub unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, flush_folder: c_int) -> c_int {
    // SAFETY: the name is SQLite's.
    let name = unsafe { text(name) };
    let mut disk = disk();
    if !disk.has(&name) {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    }
    code(disk.delete(&name, flush_folder != 0))
}

/// `xAccess`.
pub unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: name and `out` are SQLite's.
    unsafe { *out = c_int::from(disk().has(&text(name))) };
    ffi::SQLITE_OK
}

/// `xFullPathname`.
pub unsafe extern "C" fn full_pathname(
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

/// `xGetLastError`.
pub unsafe extern "C" fn last_error(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}
