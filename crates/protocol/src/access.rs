//! How a phone proves itself, and what a phone hears that is shut out.
//!
//! There is no password and no token that lives long: a request without a good token is answered `401` with a
//! [`Challenge`], the phone signs it and asks the same again with the proof, and the answer brings a token that is good
//! for a quarter of an hour. So it costs one request more, and only when the token has run out.

use serde::{Deserialize, Serialize};

/// What every proof begins with.
pub const PROOF_PREFIX: &[u8] = b"daymark-proof-v1";
/// What every word to a phone that is shut out begins with.
pub const SHUT_OUT_PREFIX: &[u8] = b"daymark-shut-out-v1";
/// The scheme of a proof in `Authorization`: `Daymark-Proof DEVICE.NONCE.SIGNATURE`.
pub const PROOF_SCHEME: &str = "Daymark-Proof";
/// The header of an answer that brings a token.
pub const TOKEN_HEADER: &str = "daymark-token";
/// How long a token is good, in seconds.
pub const TOKEN_GOOD_FOR_S: i64 = 15 * 60;
/// The most characters of a nonce that a phone signs.
pub const NONCE_CHARACTERS_MAX: usize = 128;

/// What the phone signs, in the body of a `401`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Good once and for two minutes. The phone reads nothing in it.
    pub nonce: String,
    /// The server's name, which is its Ed25519 public key, 64 hexadecimal digits. A phone that has pinned one signs for
    /// that one, whatever stands here.
    pub server_key: String,
}

/// What becomes of a phone that is shut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Leaving {
    /// The mentor left the programme: what is unsent is handed in, then everything is destroyed.
    Left,
    /// The phone was lost or stolen: everything is destroyed at once.
    Lost,
}

impl Leaving {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Left, Self::Lost];

    /// As it is stored and signed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Lost => "lost",
        }
    }

    /// The one with that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|leaving| leaving.word() == word)
    }
}

/// The server's word that this phone is shut out, in the body of a `401`. Only what is signed by the pinned key counts: no
/// proxy and no other server can clear a phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShutOut {
    /// What the phone has to do.
    pub action: Leaving,
    /// The nonce that the phone answered with.
    pub nonce: String,
    /// Ed25519, 128 hexadecimal digits, over [`shut_out_bytes`].
    pub signature: String,
}

/// The bytes under a proof. The nonce comes last: it is the only part without a fixed length.
pub fn proof_bytes(server_key: &[u8; 32], device_id: &[u8; 16], nonce: &str) -> Vec<u8> {
    [PROOF_PREFIX, server_key, device_id, nonce.as_bytes()].concat()
}

/// The bytes under the server's word.
pub fn shut_out_bytes(device_id: &[u8; 16], action: Leaving, nonce: &str) -> Vec<u8> {
    // Both words have four letters.
    [SHUT_OUT_PREFIX, device_id, action.word().as_bytes(), nonce.as_bytes()].concat()
}

/// `Authorization` of whoever holds a token.
pub fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}
