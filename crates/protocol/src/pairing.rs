//! `POST /v1/pair`, JSON: a code becomes a paired phone.

use serde::{Deserialize, Serialize};

/// What the signature of a [`PairRequest`] covers: this, the normalised code, the public key's 32 bytes.
pub const SIGNED_PREFIX: &[u8] = b"daymark-pair-v1";

/// The phone's request.
#[derive(Clone, Serialize, Deserialize)]
pub struct PairRequest {
    /// The code, as typed or scanned.
    pub code: String,
    /// Ed25519 public key, 64 hexadecimal digits.
    pub public_key: String,
    /// Ed25519 signature, 128 hexadecimal digits: the phone holds the key that it names.
    pub signature: String,
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
}

/// The server's answer.
#[derive(Clone, Serialize, Deserialize)]
pub struct PairReply {
    /// 32 hexadecimal digits.
    pub device_id: String,
    /// The device's tag.
    pub device_tag: String,
    /// The bearer token of every later request.
    pub token: String,
    /// The mentor's name.
    pub mentor: String,
    /// The school's name.
    pub school: String,
    /// The Ed25519 public key of the server, 64 hexadecimal digits: from now on the phone believes its receipts alone.
    /// Absent: a server that signs nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server_key: Option<String>,
    /// The server's word of whose phone this is, 128 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
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
pub fn signed_bytes(normalised_code: &str, public_key: &[u8; 32]) -> Vec<u8> {
    [SIGNED_PREFIX, normalised_code.as_bytes(), public_key].concat()
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
