//! One short hash of all records that a phone holds, so that both sides can tell at each sync whether they differ.

use sha2::{Digest, Sha256};

/// The first 8 bytes of SHA-256 over match and the first 16 bytes of the canonical hash of each record, by match. A
/// record without any change is left out: neither side need have heard of it.
pub fn digest(records: impl IntoIterator<Item = ([u8; 16], [u8; 32])>) -> [u8; 8] {
    let mut sorted: Vec<_> = records.into_iter().collect();
    sorted.sort_unstable();
    let hash = sorted
        .iter()
        .fold(Sha256::new(), |hash, (id, of_record)| hash.chain_update(id).chain_update(&of_record[..16]));
    let mut digest = [0; 8];
    digest.copy_from_slice(&hash.finalize()[..8]);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_does_not_matter_and_every_record_does() {
        let (one, other) = (([1; 16], [7; 32]), ([2; 16], [8; 32]));
        assert_eq!(digest([one, other]), digest([other, one]));
        assert_ne!(digest([one, other]), digest([one]));
        assert_ne!(digest([one]), digest([([1; 16], [8; 32])]));
        let first_half = |last: u8| [[7; 16], [last; 16]].concat().try_into().unwrap();
        assert_eq!(digest([([1; 16], first_half(1))]), digest([([1; 16], first_half(2))]));
    }
}
