//! What the team has had on a page: a mentor's phone says of an entry that it was *seen*.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, SchoolId};

use super::StoreError;

/// A page that was opened.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// The week: the contacts of these days that reached somebody.
    Week {
        /// First day.
        first: SchoolDay,
        /// Last day.
        last: SchoolDay,
    },
    /// All requests.
    Asks,
}

/// What was seen.
#[async_trait]
pub trait SeenStore {
    /// Remembers the newest entry of each phone that was on the page. `false`: nothing was newer, nothing is written.
    async fn mark_seen(&self, school: SchoolId, shown: Shown, at: i64) -> Result<bool, StoreError>;
}
