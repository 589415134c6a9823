//! The one door between phone and server. The HTTP client implements it, and so do the links of the tests, which
//! lose, double and cut what passes.

use std::future::Future;

use crate::Problem;
use crate::access::{Challenge, ShutOut};

/// Why no whole answer came.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// No connection, or it broke. Asking again is always safe.
    #[error("no connection to the school's server")]
    NoConnection,
    /// The server asks the phone to prove itself.
    #[error("the school's server asks this phone to prove itself")]
    Challenged(Challenge),
    /// The server says that this phone is shut out. Not believed before its signature was looked at.
    #[error("the school has shut this phone out")]
    ShutOut(ShutOut, Challenge),
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

impl LinkError {
    /// What a `401` means.
    pub fn of_unauthorized(problem: Problem) -> Self {
        match (problem.kind.as_str(), problem.challenge, problem.shut_out) {
            ("shut-out", Some(challenge), Some(word)) => Self::ShutOut(word, challenge),
            ("prove", Some(challenge), _) => Self::Challenged(challenge),
            _ => Self::NotPaired,
        }
    }
}

/// A whole answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Its frames.
    pub frames: Vec<u8>,
    /// A new token, when the request carried a proof.
    pub token: Option<String>,
}

/// `POST /v1/sync`, whoever carries it.
pub trait SyncApi {
    /// Sends the frames (not compressed here) and returns the answer's frames. A cut answer may come back short:
    /// its whole frames still count. `authorization` is the header of that name, empty for none.
    fn sync(&self, authorization: &str, frames: Vec<u8>)
    -> impl Future<Output = Result<Answered, LinkError>>;
}
