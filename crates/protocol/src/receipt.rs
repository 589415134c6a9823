//! What the server signs: that it holds what was pushed, and whose phone a phone is. Each side puts the bytes together
//! by itself, so a signature is all that crosses.

/// What every receipt begins with.
pub const RECEIPT_PREFIX: &[u8] = b"daymark-receipt-v1";
/// What every certificate begins with.
pub const CERTIFICATE_PREFIX: &[u8] = b"daymark-device-v1";

/// One push by its names: the match, and the whole hashes of its changes.
pub type Named = ([u8; 16], Vec<[u8; 32]>);

/// What a receipt says.
#[derive(Clone, Copy, Debug)]
pub struct Receipted<'a> {
    /// Which log.
    pub log_id: [u8; 8],
    /// The phone that pushed.
    pub device_id: [u8; 16],
    /// The newest number of the log when it was signed.
    pub seq: u64,
    /// When, in seconds since 1970.
    pub at: i64,
    /// For each push in its order: the match, and the whole hash of the last change that is held; zeros for none.
    pub held: &'a [([u8; 16], [u8; 32])],
}

/// The bytes under the signature of a receipt.
pub fn signed_bytes(receipt: &Receipted<'_>) -> Vec<u8> {
    let Receipted { log_id, device_id, seq, at, held } = receipt;
    let mut bytes = [RECEIPT_PREFIX, log_id, device_id, &seq.to_be_bytes(), &at.to_be_bytes()].concat();
    bytes.extend(held.iter().flat_map(|(match_id, hash)| match_id.iter().chain(hash)));
    bytes
}

/// What a receipt covers, by both sides: for each push its match and the whole hash of the change that the
/// acknowledgement names by its first 8 bytes, zeros when it names none.
pub fn held(pushed: &[Named], acknowledged: &[u8]) -> Vec<([u8; 16], [u8; 32])> {
    let whole = |(of_push, prefix): (&Named, &[u8])| {
        let named = of_push.1.iter().rev().find(|hash| hash[..8] == *prefix);
        (of_push.0, named.copied().unwrap_or_default())
    };
    pushed.iter().zip(acknowledged.chunks_exact(8)).map(whole).collect()
}

/// The bytes under the signature of a certificate: this phone, with this tag, is or was this mentor's. The tag comes
/// last: it is the only part without a fixed length.
pub fn certificate_bytes(device_id: &[u8; 16], mentor_id: &[u8; 16], tag: &str) -> Vec<u8> {
    [CERTIFICATE_PREFIX, device_id, mentor_id, tag.as_bytes()].concat()
}
