//! Opening a database: key, pragmas, numbered migrations. The same on a phone, in a browser and on a server.
//!
//! *Saved means committed*: every connection runs with `synchronous=FULL`, so a commit that returned is on disk
//! (`trust.md` section 0.3). This crate knows nothing of what the tables hold.

mod migrations;
mod open;
#[cfg(target_family = "wasm")]
pub mod opfs;
#[cfg(feature = "weakened")]
pub mod weakened;

pub use migrations::Migration;
pub use open::{DatabaseKey, OpenError, attach, open, open_as_it_is, open_in_memory};
pub use rusqlite;
