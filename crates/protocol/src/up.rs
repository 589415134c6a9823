//! Frames from the phone: `hello`, then a `push` a match.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::frames::{Kind, frames};
use crate::{HashPrefix, Id};

frames! {
    /// A frame from the phone.
    Up {
        /// Opens every request.
        1 => Hello,
        /// Own changes of one match.
        2 => Push,
    }
}

/// Opens every request: where this phone stands in the school's log.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Hello {
    #[n(0)]
    kind: Kind<1>,
    /// Everything up to this number of the log is on the phone.
    #[n(1)]
    pub cursor: u64,
    /// Which log the cursor counts in; `None` before the first answer.
    #[n(2)]
    pub log_id: Option<HashPrefix>,
    /// The installation's generation: a restored copy counts one up, and with it writes as another actor.
    #[n(3)]
    pub generation: u32,
}

impl Hello {
    /// A hello from the given place in the given log.
    pub fn new(cursor: u64, log_id: Option<HashPrefix>, generation: u32) -> Self {
        Self { kind: Kind, cursor, log_id, generation }
    }
}

/// Own changes of one match, each after those it depends on.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Push {
    #[n(0)]
    kind: Kind<2>,
    /// The match, which is also its record.
    #[n(1)]
    pub match_id: Id,
    /// Automerge change chunks, not compressed, without the eight bytes in front that follow from the rest.
    #[n(2)]
    pub changes: Vec<ByteVec>,
}

impl Push {
    /// A push of changes of one match.
    pub fn new(match_id: Id, changes: Vec<ByteVec>) -> Self {
        Self { kind: Kind, match_id, changes }
    }
}
