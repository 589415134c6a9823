//! The one door between phone and server. The HTTP client implements it, and so do the links of the tests, which
//! lose, double and cut what passes.

use std::future::Future;

/// Why no whole answer came.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// No connection, or it broke. Asking again is always safe.
    #[error("no connection to the school's server")]
    NoConnection,
    /// The server does not know this phone, or no longer.
    #[error("the school's server does not know this phone")]
    NotPaired,
    /// The server is busy; how many seconds to wait, when it said so.
    #[error("the school's server is busy")]
    Busy {
        /// From `Retry-After`.
        retry_after_s: Option<u32>,
    },
    /// The server answered with something else.
    #[error("the school's server answered with status {status}")]
    Server {
        /// The HTTP status.
        status: u16,
    },
}

/// `POST /v1/sync`, whoever carries it.
pub trait SyncApi {
    /// Sends the frames (not compressed here) and returns the answer's frames. A cut answer may come back short:
    /// its whole frames still count.
    fn sync(&self, token: &str, frames: Vec<u8>) -> impl Future<Output = Result<Vec<u8>, LinkError>>;
}
