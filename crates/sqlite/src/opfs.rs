//! SQLite's files in a browser: the origin's private file system, through the pool of synchronous access handles.
//!
//! Works in a dedicated worker only. There is no fall-back to memory: an entry that would be gone with the tab must
//! not look saved.

use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfgBuilder, install};

/// Makes OPFS the place of every database that is opened from here on.
pub async fn install_as_default() -> Result<(), String> {
    let config = OpfsSAHPoolCfgBuilder::new().directory("daymark").build();
    install::<WasmOsCallback>(&config, true).await.map(|_| ()).map_err(|error| error.to_string())
}
