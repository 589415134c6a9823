//! The demo district in a server's data folder.
//!
//! Nothing is written past the server: the district's files go through the import, mentors and matches through the
//! store's own calls, and what mentors did through the sync service as changes of paired phones. So the demo shows
//! what the program does, and making it tests the doors.

mod contacts;
mod district;
mod invite;
mod later;
mod let_in;
pub mod mentors;
mod paired_phone;
mod years;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use daymark_server::auth::server_key::ServerKey;
use daymark_server::imports::ImportError;
use daymark_server::problem::Problem;
use daymark_server::store::StoreError;
use daymark_server::store::sqlite::SqliteStore;
use daymark_server::{App, Clock, Settings};

pub use district::{Made, MentorPlan, add_mentor_with, import_folder, make, staff_imported};
pub use invite::{Invitation, invite};
pub use later::serve_later;
pub use let_in::{let_in, let_in_everywhere};
pub use paired_phone::{PairedPhone, Pairing};

/// The password of every account of a demo. It is printed, and opens nothing but made-up data.
pub const DEMO_PASSWORD: &str = "daymark demo district";

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The files of the generated district.
    #[error("the district's files could not be written: {0}")]
    Export(#[from] daymark_test_support::ExportError),
    /// A folder.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
    /// The sync service refused what it should take.
    #[error("the server refused the demo's own entries ({0:?})")]
    Refused(Problem),
    /// A match record.
    #[error(transparent)]
    Record(#[from] daymark_documents::RecordError),
    /// Something that must be there is not.
    #[error("{0}")]
    Missing(&'static str),
}

/// A server without a port, and the hand of its clock.
pub struct Workshop {
    /// The server's state.
    pub app: App,
    /// The store below it, for the imports.
    pub store: SqliteStore,
    hand: Arc<AtomicI64>,
}

impl Workshop {
    /// Over a data folder, at a moment.
    pub fn open(data: &std::path::Path, now: i64) -> Result<Self, DemoError> {
        std::fs::create_dir_all(data)?;
        let store = SqliteStore::open(data)?;
        let hand = Arc::new(AtomicI64::new(now));
        let app = App::new(Arc::new(store.clone()), Clock::stepped(hand.clone()), Settings::default());
        let app = app.with_key(ServerKey::in_folder(data)?);
        Ok(Self { app, store, hand })
    }

    /// Moves the clock.
    pub fn set_clock(&self, now: i64) {
        self.hand.store(now, Ordering::Relaxed);
    }
}
