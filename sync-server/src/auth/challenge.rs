//! What a phone signs to prove itself: made without keeping anything, good for two minutes and once.
//!
//! A nonce says when it was made, and carries a mark that only this process can put on it. So whoever asks without a
//! token costs no memory; only a nonce under a good proof is remembered, until it is too old anyway.

use daymark_locks::Used;

use super::{from_hex, hex, sha256};
use crate::entropy::Entropy;

const GOOD_FOR_S: i64 = 2 * 60;

/// Makes nonces and knows them again. After a restart phones get new ones.
pub struct Challenges {
    secret: [u8; 32],
    used: Used<[u8; 40]>,
}

impl Challenges {
    /// With a secret of its own.
    pub fn new(entropy: &Entropy) -> Self {
        Self { secret: entropy.secret(), used: Used::default() }
    }

    /// A new nonce.
    pub fn nonce(&self, entropy: &Entropy, now: i64) -> String {
        let random: [u8; 16] = entropy.bytes();
        let mut nonce = [0; 40];
        nonce[..8].copy_from_slice(&now.to_be_bytes());
        nonce[8..24].copy_from_slice(&random);
        let mark = self.mark(&nonce[..24]);
        nonce[24..].copy_from_slice(&mark);
        hex(&nonce)
    }

    /// Uses a nonce up, whose proof was good. `false`: it is not ours, too old, or was used before.
    pub fn use_up(&self, nonce: &str, now: i64) -> bool {
        let Some(bytes) = from_hex::<40>(nonce) else { return false };
        let mut made_at = [0; 8];
        made_at.copy_from_slice(&bytes[..8]);
        let age = now.saturating_sub(i64::from_be_bytes(made_at));
        if bytes[24..] != self.mark(&bytes[..24]) || !(0..=GOOD_FOR_S).contains(&age) {
            return false;
        }
        self.used.use_up(bytes, now + GOOD_FOR_S, now)
    }

    /// The message has always the same length, so that a hash behind a secret is a mark that cannot be put on by others.
    fn mark(&self, message: &[u8]) -> [u8; 16] {
        let hash = sha256(&[&self.secret, message].concat());
        let mut mark = [0; 16];
        mark.copy_from_slice(&hash[..16]);
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_good_once_for_two_minutes_and_only_where_it_was_made() {
        let entropy = Entropy::system();
        let (here, there) = (Challenges::new(&entropy), Challenges::new(&entropy));
        let nonces: Vec<String> = (0..4).map(|_| here.nonce(&entropy, 1_000)).collect();
        assert!(here.use_up(&nonces[0], 1_120));
        assert!(!here.use_up(&nonces[0], 1_120), "twice");
        assert!(!here.use_up(&nonces[1], 1_121), "too old");
        assert!(!here.use_up(&nonces[2], 999), "from the future");
        assert!(!there.use_up(&nonces[3], 1_000), "another server's");
        let forged = format!("{}{}", hex(&2_000_i64.to_be_bytes()), &nonces[3][16..]);
        assert!(!here.use_up(&forged, 2_000), "with another time");
        assert!(!here.use_up("", 1_000));
    }
}
