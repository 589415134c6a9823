//! Until when a phone may be read without a word of the school: what the server signs, and both sides put together by
//! themselves.

/// What every lease begins with, so that no other signature of the server can be taken for one.
pub const PREFIX: &[u8] = b"daymark-lease-v1";
/// The same of one that answers a phone's own question.
pub const PREFIX_OF_AN_ANSWER: &[u8] = b"daymark-lease-v2";

/// What a lease says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leased {
    /// The server's name, which is its Ed25519 public key.
    pub server_key: [u8; 32],
    /// The phone.
    pub device_id: [u8; 16],
    /// When it was signed, in seconds since 1970.
    pub issued_at: i64,
    /// The last second in which the phone may be read.
    pub until: i64,
    /// The question that it answers ([`Hello::lease_nonce`](crate::Hello)); `None`: to a phone from before there were any.
    pub nonce: Option<[u8; 16]>,
}

/// The bytes under its signature. Every part has a fixed length.
pub fn signed_bytes(lease: &Leased) -> Vec<u8> {
    let Leased { server_key, device_id, issued_at, until, nonce } = lease;
    let (issued_at, until) = (issued_at.to_be_bytes(), until.to_be_bytes());
    match nonce {
        None => [PREFIX, server_key, device_id, &issued_at, &until].concat(),
        Some(nonce) => [PREFIX_OF_AN_ANSWER, server_key, device_id, &issued_at, &until, nonce].concat(),
    }
}
