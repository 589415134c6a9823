//! Frames from the phone: `hello`, then a `push` a match. Before the pushes what the server may not know any more: the
//! phones that wrote them (`kin`); and, when the two sides differ, what the phone has of each record (`standing`).

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::frames::{Kind, frames};
use crate::{HashPrefix, Id, Signature};

frames! {
    /// A frame from the phone.
    Up {
        /// Opens every request.
        1 => Hello,
        /// Own changes of one match.
        2 => Push,
        /// Another phone whose changes this one hands in.
        3 => Kin,
        /// What the phone has of each record.
        4 => Standing,
        /// The mentor wants to read the confidentiality agreement.
        24 => AgreementWanted,
        /// The mentor has read and accepted it.
        25 => AgreementAccepted,
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
    /// The phone has no key of the server yet and asks for it, and for its own certificate.
    #[n(4)]
    pub wants_key: Option<bool>,
    /// What this request is called, another name each time: the answer says it again, so that the phone knows a late
    /// answer to an earlier request.
    #[n(5)]
    pub request: Option<u32>,
    /// The phone keeps to leases, and what it has is not fresh. Asked for so that an exchange without anything new does
    /// not carry a signature each time.
    #[n(6)]
    pub wants_lease: Option<bool>,
    /// What the phone's clock shows, seconds since 1970: of what comes with a clock that is far off, the server notes that
    /// its time is not certain.
    #[n(7)]
    pub clock: Option<i64>,
    /// With `wants_lease`: another number each time, which the lease that answers is signed with. So the phone knows the
    /// school's newest word from one that was recorded, whatever the server's clock said when.
    #[n(8)]
    pub lease_nonce: Option<Id>,
}

impl Hello {
    /// A hello from the given place in the given log.
    pub fn new(cursor: u64, log_id: Option<HashPrefix>, generation: u32) -> Self {
        Self {
            kind: Kind,
            cursor,
            log_id,
            generation,
            wants_key: None,
            request: None,
            wants_lease: None,
            clock: None,
            lease_nonce: None,
        }
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

/// A phone whose changes this one holds, with the server's own word of whose phone it is. A server that was restored
/// from a backup may have forgotten it; its changes are taken all the same.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Kin {
    #[n(0)]
    kind: Kind<3>,
    /// The phone.
    #[n(1)]
    pub device_id: Id,
    /// Its tag.
    #[n(2)]
    pub tag: String,
    /// What the server signed ([`certificate_bytes`](crate::receipt::certificate_bytes)).
    #[n(3)]
    pub certificate: Signature,
}

impl Kin {
    /// That phone.
    pub fn new(device_id: Id, tag: String, certificate: Signature) -> Self {
        Self { kind: Kind, device_id, tag, certificate }
    }
}

/// What the phone has of each record: the server answers with a snapshot of each that is another one there.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Standing {
    #[n(0)]
    kind: Kind<4>,
    /// For each record 16 bytes of the match and 8 of its canonical hash; eight zeros: what lies here is damaged.
    #[n(1)]
    pub records: ByteVec,
}

impl Standing {
    /// Of these records.
    pub fn of(records: impl IntoIterator<Item = ([u8; 16], [u8; 8])>) -> Self {
        let bytes: Vec<u8> = records.into_iter().flat_map(|(id, hash)| id.into_iter().chain(hash)).collect();
        Self { kind: Kind, records: bytes.into() }
    }

    /// Each record again; a rest that is no whole one is left out.
    pub fn records(&self) -> impl Iterator<Item = ([u8; 16], [u8; 8])> {
        self.records.chunks_exact(24).filter_map(|record| {
            let (id, hash) = record.split_first_chunk()?;
            Some((*id, *hash.first_chunk()?))
        })
    }
}

/// The mentor wants to read the confidentiality agreement that is signed now.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct AgreementWanted {
    #[n(0)]
    kind: Kind<24>,
    /// `en`, `es`.
    #[n(1)]
    pub language: String,
}

impl AgreementWanted {
    /// In that language.
    pub fn new(language: String) -> Self {
        Self { kind: Kind, language }
    }
}

/// The mentor has read and accepted one version of it. The server knows the name; another version than the current one is
/// no signature.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct AgreementAccepted {
    #[n(0)]
    kind: Kind<25>,
    /// Which version was on the screen.
    #[n(1)]
    pub version: u32,
    /// In which language.
    #[n(2)]
    pub language: String,
}

impl AgreementAccepted {
    /// That text.
    pub fn new(version: u32, language: String) -> Self {
        Self { kind: Kind, version, language }
    }
}
