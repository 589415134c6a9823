//! The school's word for what it holds: nothing leaves the outbox on anybody else's.

use daymark_documents::hash_of;
use daymark_domain::MatchId;
use daymark_protocol::receipt::{Receipted, held, signed_bytes};
use daymark_protocol::{Acknowledged, Down, Receipt};
use daymark_sqlite::rusqlite::Connection;
use ed25519_dalek::{Signature, VerifyingKey};

use crate::storage::{StorageError, phone, trust};

/// What one push of a request carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pushed {
    /// Of which match.
    pub match_id: MatchId,
    /// The hashes of its changes.
    pub hashes: Vec<[u8; 32]>,
}

impl Pushed {
    /// These changes of one match.
    pub fn of(match_id: MatchId, changes: &[&[u8]]) -> Self {
        Self { match_id, hashes: changes.iter().map(|bytes| hash_of(bytes).0).collect() }
    }
}

/// What a frame of an answer is worth.
#[allow(clippy::large_enum_variant, reason = "frames are read one at a time and never gathered")]
pub(super) enum Heard {
    /// It can be believed.
    Frame(Down),
    /// It is kept until it is proven.
    NotYet,
    /// Here is the proof of what was acknowledged.
    Proven(Acknowledged),
    /// Whoever sent it is not the school's server.
    Forged,
}

/// Waits for the receipt. While one is owed, nothing else in the answer is believed but the greeting.
pub(super) struct Proof<'a> {
    pushed: &'a [Pushed],
    owed: Option<Owed>,
}

struct Owed {
    key: [u8; 32],
    device_id: [u8; 16],
    log_id: [u8; 8],
    acknowledged: Option<Acknowledged>,
}

impl<'a> Proof<'a> {
    /// Owed for what was pushed, once a key is pinned.
    pub fn of(db: &Connection, pushed: &'a [Pushed]) -> Result<Self, StorageError> {
        let (key, phone) = (trust::key(db)?, phone::get(db)?);
        let owed = key.zip(phone).filter(|_| !pushed.is_empty()).map(|(key, phone)| Owed {
            key,
            device_id: *phone.device_id.as_bytes(),
            log_id: [0; 8],
            acknowledged: None,
        });
        Ok(Self { pushed, owed })
    }

    /// The next frame of the answer.
    pub fn hear(&mut self, frame: Down) -> Heard {
        let Some(owed) = &mut self.owed else { return Heard::Frame(frame) };
        match (frame, owed.acknowledged.take()) {
            (Down::Welcome(welcome), None) => {
                owed.log_id = *welcome.log_id;
                Heard::Frame(welcome.into())
            }
            (Down::Acknowledged(acknowledged), None) => {
                owed.acknowledged = Some(acknowledged);
                Heard::NotYet
            }
            (Down::Receipt(receipt), Some(acknowledged)) => {
                let names = (owed.log_id, owed.device_id);
                if !is_genuine(&owed.key, &receipt, names, self.pushed, &acknowledged.hashes) {
                    return Heard::Forged;
                }
                self.owed = None;
                Heard::Proven(acknowledged)
            }
            _ => Heard::Forged,
        }
    }
}

/// Whether the server whose key this is gave that receipt for what was pushed.
fn is_genuine(
    key: &[u8; 32],
    receipt: &Receipt,
    (log_id, device_id): ([u8; 8], [u8; 16]),
    pushed: &[Pushed],
    acknowledged: &[u8],
) -> bool {
    let names: Vec<_> = pushed.iter().map(|push| (*push.match_id.as_bytes(), push.hashes.clone())).collect();
    let held = held(&names, acknowledged);
    let Receipt { seq, at, .. } = *receipt;
    let signed = signed_bytes(&Receipted { log_id, device_id, seq, at, held: &held });
    let signature = Signature::from_bytes(&receipt.signature);
    VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify_strict(&signed, &signature).is_ok())
}
