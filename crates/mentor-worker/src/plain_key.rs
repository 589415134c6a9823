//! The plain key of a phone from before the lock: read once, written over, removed.

use daymark_sqlite::DatabaseKey;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemSyncAccessHandle};

use crate::browser::scope;

const FILE: &str = "daymark-key";

/// The key, where there is one.
pub async fn read() -> Result<Option<DatabaseKey>, JsValue> {
    let Some(handle) = open().await? else { return Ok(None) };
    let mut key = [0; 32];
    let read = handle.read_with_u8_array(&mut key);
    handle.close();
    Ok((read? as usize == key.len()).then_some(DatabaseKey(key)))
}

/// Leaves no key behind. A disk may keep what was written over; that key opens the database it lay beside, until the
/// phone is paired anew.
pub async fn erase() -> Result<(), JsValue> {
    let Some(handle) = open().await? else { return Ok(()) };
    let written = handle.write_with_u8_array(&[0; 32]).and_then(|_| handle.flush());
    handle.close();
    written?;
    JsFuture::from(folder().await?.remove_entry(FILE)).await?;
    Ok(())
}

async fn open() -> Result<Option<FileSystemSyncAccessHandle>, JsValue> {
    let file = match JsFuture::from(folder().await?.get_file_handle(FILE)).await {
        Ok(file) => file.dyn_into::<FileSystemFileHandle>()?,
        Err(error) if Reflect::get(&error, &"name".into())? == "NotFoundError" => return Ok(None),
        Err(error) => return Err(error),
    };
    JsFuture::from(file.create_sync_access_handle()).await?.dyn_into().map(Some)
}

async fn folder() -> Result<FileSystemDirectoryHandle, JsValue> {
    JsFuture::from(scope().navigator().storage().get_directory()).await?.dyn_into()
}
