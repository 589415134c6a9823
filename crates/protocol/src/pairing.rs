//! `POST /v1/pair` and `POST /v1/pair/answer`, JSON: a code, three words that two people compare, a paired phone.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the signature of a [`PairRequest`] covers begins with.
pub const SIGNED_PREFIX: &[u8] = b"daymark-pair-v2";

/// The phone's first request. It may be repeated; another phone with the same code is refused.
#[derive(Clone, Serialize, Deserialize)]
pub struct PairRequest {
    /// The code, as typed or scanned.
    pub code: String,
    /// Ed25519 public key, 64 hexadecimal digits.
    pub public_key: String,
    /// SHA-256 of the phone's nonce, 64 hexadecimal digits: the phone is bound to it before it knows the server's.
    pub commitment: String,
    /// Ed25519 signature over [`signed_bytes`], 128 hexadecimal digits: the phone holds the key that it names.
    pub signature: String,
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
    /// In which language the words are shown, on both sides: `en`, `es`.
    pub language: String,
}

/// The server's half of the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairAsked {
    /// The Ed25519 public key of the server, 64 hexadecimal digits.
    pub server_key: String,
    /// The server's nonce, 64 hexadecimal digits.
    pub nonce: String,
}

/// Asks what the coordinator said. No code crosses any more: the phone is known by its key and its nonce.
#[derive(Clone, Serialize, Deserialize)]
pub struct AnswerRequest {
    /// The phone's public key.
    pub public_key: String,
    /// The phone's nonce, 64 hexadecimal digits.
    pub nonce: String,
}

/// What the coordinator said. *They differ* is a `403`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "lowercase")]
pub enum PairAnswer {
    /// Nothing yet.
    Waiting,
    /// *These are the words.*
    Same(PairReply),
}

/// The server's word to a phone that is paired. It holds no secret: from here on the phone proves itself by its key.
#[derive(Clone, Serialize, Deserialize)]
pub struct PairReply {
    /// 32 hexadecimal digits.
    pub device_id: String,
    /// The device's tag.
    pub device_tag: String,
    /// The mentor's name.
    pub mentor: String,
    /// The school's name.
    pub school: String,
    /// The server's word of whose phone this is, 128 hexadecimal digits.
    pub certificate: String,
}

/// The characters of a code: Crockford's base 32, without I, L, O and U.
pub const CODE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many characters a code has: 50 bits.
pub const CODE_CHARACTERS: usize = 10;

/// The code as it was made: upper case, without spaces and hyphens, O read as 0, I and L as 1. `None` when that
/// leaves something else than ten characters of the alphabet.
pub fn normalised_code(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let known = |c: char| c.is_ascii() && CODE_ALPHABET.contains(&(c as u8));
    (code.chars().count() == CODE_CHARACTERS && code.chars().all(known)).then_some(code)
}

/// The bytes that the phone signs.
pub fn signed_bytes(normalised_code: &str, public_key: &[u8; 32], commitment: &[u8; 32]) -> Vec<u8> {
    [SIGNED_PREFIX, normalised_code.as_bytes(), public_key, commitment].concat()
}

/// What a phone commits itself to, and what is kept of a code.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(normalised_code(" 7k3mo-il9ab ").as_deref(), Some("7K3M0119AB"));
        for wrong in ["", "7K3M0119A", "7K3M0119ABC", "7K3M0119AU", "7K3M0119A!"] {
            assert_eq!(normalised_code(wrong), None, "{wrong}");
        }
    }
}
