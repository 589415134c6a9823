//! Codes for whoever has lost phone and key: 80 random bits each, good once, stored as hashes.

use daymark_protocol::pairing::CODE_ALPHABET;

use super::{secret, sha256};

/// So many are made at once.
pub const HOW_MANY: usize = 10;
/// Characters of one; each holds five bits.
pub const CHARACTERS: usize = 16;
const IN_A_GROUP: usize = 4;

/// New codes as they are shown, this once, and what is stored of them.
pub struct NewCodes {
    /// `7K3M-0119-ABCD-EFGH`.
    pub shown: Vec<String>,
    /// SHA-256 of each.
    pub hashes: Vec<[u8; 32]>,
}

/// One code as it is shown, this once, and what is stored of it.
pub struct NewCode {
    /// `7K3M-0119-ABCD-EFGH`.
    pub shown: String,
    /// SHA-256 of it.
    pub hash: [u8; 32],
}

/// Makes as many as a person gets.
pub fn new_codes() -> NewCodes {
    let (shown, hashes) = (0..HOW_MANY).map(|_| new_code()).map(|code| (code.shown, code.hash)).unzip();
    NewCodes { shown, hashes }
}

/// Makes one.
pub fn new_code() -> NewCode {
    let character = |byte: u8| char::from(CODE_ALPHABET[usize::from(byte % 32)]);
    let code: String = secret().into_iter().take(CHARACTERS).map(character).collect();
    NewCode { shown: grouped(&code), hash: sha256(code.as_bytes()) }
}

/// What is stored of a code that somebody typed, however they grouped it; none when it cannot be one.
pub fn hash_of_typed(typed: &str) -> Option<[u8; 32]> {
    let kept = typed.chars().filter(|character| !character.is_whitespace() && *character != '-');
    let code: String = kept.map(as_made).collect();
    let is_one = code.len() == CHARACTERS && code.bytes().all(|byte| CODE_ALPHABET.contains(&byte));
    is_one.then(|| sha256(code.as_bytes()))
}

/// Letters that look like digits are not in the alphabet; whoever types one means the digit.
fn as_made(character: char) -> char {
    match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn grouped(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    characters.chunks(IN_A_GROUP).map(String::from_iter).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_codes_are_made_and_each_is_known_however_it_is_typed() {
        let codes = new_codes();
        assert_eq!(codes.shown.len(), HOW_MANY);
        for (shown, hash) in codes.shown.iter().zip(&codes.hashes) {
            assert_eq!(shown.len(), 19, "{shown}");
            for typed in
                [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o")]
            {
                assert_eq!(hash_of_typed(&typed), Some(*hash), "{typed}");
            }
        }
        assert_eq!(hash_of_typed("7K3M-0119"), None);
        assert_eq!(hash_of_typed(&"é".repeat(8)), None);
    }
}
