//! The three words that a phone and the coordinator's page show while a phone is being paired.
//!
//! They are the first 33 bits of a hash of all that makes this exchange this one. Whoever stands in between has to show
//! each side other keys, and so other words. He cannot search for keys that give the same words either: the phone names
//! the hash of its nonce before it gets the server's, and its nonce only afterwards, so both sides are bound before
//! anybody can compute a word.
//!
//! The lists come from BIP 39 (MIT licence), without what does not belong into a school, filled up by hand. They
//! are no translations of each other: both sides show the words of the language that the phone named, so that they can
//! be compared letter by letter. A list is never changed: an older phone shows the words of its own.

use sha2::{Digest, Sha256};

/// How many words there are in a list: 11 bits.
const WORDS: usize = 2_048;
const PREFIX: &[u8] = b"daymark-words-v1";

const ENGLISH: &str = include_str!("en.txt");
const SPANISH: &str = include_str!("es.txt");

/// All that makes an exchange this one.
#[derive(Clone, Copy, Debug)]
pub struct Exchange {
    /// SHA-256 of the invitation's code.
    pub code_hash: [u8; 32],
    /// The phone's Ed25519 public key.
    pub public_key: [u8; 32],
    /// The server's.
    pub server_key: [u8; 32],
    /// The phone's nonce.
    pub phone_nonce: [u8; 32],
    /// The server's.
    pub server_nonce: [u8; 32],
}

/// The three words of an exchange, in the language with this word (`en`, `es`); English for any other.
pub fn three_words(exchange: &Exchange, language: &str) -> [&'static str; 3] {
    let hash = Sha256::new()
        .chain_update(PREFIX)
        .chain_update(exchange.code_hash)
        .chain_update(exchange.public_key)
        .chain_update(exchange.server_key)
        .chain_update(exchange.phone_nonce)
        .chain_update(exchange.server_nonce)
        .finalize();
    let bits = hash.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte)) >> 7;
    let list = if language == "es" { SPANISH } else { ENGLISH };
    [22, 11, 0].map(|shift| word(list, bits >> shift))
}

fn word(list: &'static str, bits: u64) -> &'static str {
    let place = usize::try_from(bits % WORDS as u64).unwrap_or_default();
    list.lines().nth(place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const EXCHANGE: Exchange = Exchange {
        code_hash: [1; 32],
        public_key: [2; 32],
        server_key: [3; 32],
        phone_nonce: [4; 32],
        server_nonce: [5; 32],
    };

    #[test]
    fn both_lists_have_2048_words_that_a_person_can_tell_apart() {
        let plain = |word: &str| -> String {
            let letter = |c: char| match c {
                'á' => 'a',
                'é' => 'e',
                'í' => 'i',
                'ó' => 'o',
                'ú' | 'ü' => 'u',
                'ñ' => 'n',
                other => other,
            };
            word.chars().map(letter).collect()
        };
        for list in [ENGLISH, SPANISH] {
            let words: Vec<String> = list.lines().map(plain).collect();
            assert_eq!(words.len(), WORDS);
            assert!(words.iter().all(|word| (2..=11).contains(&word.chars().count())));
            assert!(words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())));
            // Not by an accent alone, and not in the last letters of a long word alone.
            let begins: BTreeSet<String> = words.iter().map(|word| word.chars().take(5).collect()).collect();
            assert_eq!(begins.len(), WORDS);
        }
    }

    #[test]
    fn an_exchange_keeps_its_words_and_every_part_of_it_counts() {
        let words = three_words(&EXCHANGE, "en");
        assert_eq!(words, three_words(&EXCHANGE, "tlh"), "an unknown language is English");
        assert_eq!(
            (words, three_words(&EXCHANGE, "es")),
            (["shamrock", "this", "decide"], ["reja", "tango", "contar"])
        );
        let others = [
            Exchange { code_hash: [9; 32], ..EXCHANGE },
            Exchange { public_key: [9; 32], ..EXCHANGE },
            Exchange { server_key: [9; 32], ..EXCHANGE },
            Exchange { phone_nonce: [9; 32], ..EXCHANGE },
            Exchange { server_nonce: [9; 32], ..EXCHANGE },
        ];
        for other in others {
            assert_ne!(three_words(&other, "en"), words);
        }
    }
}
