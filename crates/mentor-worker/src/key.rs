//! The database key, in a file of its own beside the database.
//!
//! It comes and goes with the database: storage that the browser clears takes both. Its protection by a PIN comes
//! later; until then `docs/SECURITY.md` says what this does and does not keep out.

use daymark_sqlite::DatabaseKey;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions, FileSystemSyncAccessHandle,
};

use crate::browser::scope;

const FILE: &str = "daymark-key";

/// Reads the key, or makes it on the first start.
pub async fn read_or_make() -> Result<DatabaseKey, JsValue> {
    let folder: FileSystemDirectoryHandle =
        JsFuture::from(scope().navigator().storage().get_directory()).await?.dyn_into()?;
    let options = FileSystemGetFileOptions::new();
    options.set_create(true);
    let file: FileSystemFileHandle =
        JsFuture::from(folder.get_file_handle_with_options(FILE, &options)).await?.dyn_into()?;
    let handle: FileSystemSyncAccessHandle =
        JsFuture::from(file.create_sync_access_handle()).await?.dyn_into()?;
    let key = key_in(&handle);
    handle.close();
    key
}

fn key_in(handle: &FileSystemSyncAccessHandle) -> Result<DatabaseKey, JsValue> {
    let mut key = [0; 32];
    if handle.get_size()? as usize == key.len() {
        handle.read_with_u8_array(&mut key)?;
    } else {
        let fresh = random()?;
        handle.truncate_with_u32(0)?;
        handle.write_with_u8_array(&fresh)?;
        handle.flush()?;
        key = fresh;
    }
    Ok(DatabaseKey(key))
}

fn random() -> Result<[u8; 32], JsValue> {
    let bytes = Uint8Array::new_with_length(32);
    scope().crypto()?.get_random_values_with_array_buffer_view(&bytes)?;
    let mut key = [0; 32];
    bytes.copy_to(&mut key);
    Ok(key)
}
