//! SQLite's files in a browser: the origin's private file system, through the pool of synchronous access handles.
//!
//! Works in a dedicated worker only. There is no fall-back to memory: an entry that would be gone with the tab must
//! not look saved.

use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_rs::vfs::VfsFilesManager;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfgBuilder, OpfsSAHPoolUtil, install};

/// The files of the pool.
pub struct Pool(OpfsSAHPoolUtil);

impl Pool {
    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name).unwrap_or(false)
    }

    /// Removes a file that nobody has open; none of that name is none to remove.
    ///
    /// # Errors
    /// What the pool says.
    pub fn remove(&self, name: &str) -> Result<(), String> {
        self.0.remove(name).map(drop).map_err(|error| error.to_string())
    }
}

/// Makes OPFS the place of every database that is opened from here on.
///
/// # Errors
/// What the browser says: no such storage, or another worker holds the files.
pub async fn install_as_default() -> Result<Pool, String> {
    // The database, the lock's, a damaged one that is kept, each with its log, and room for two more.
    let config = OpfsSAHPoolCfgBuilder::new().directory("daymark").initial_capacity(8).build();
    install::<WasmOsCallback>(&config, true).await.map(Pool).map_err(|error| error.to_string())
}
