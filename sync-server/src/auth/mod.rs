//! Who is asking: staff by password, second factor and session, phones by their key.

pub mod browser;
pub mod challenge;
pub mod csrf;
pub mod device;
pub mod district;
pub mod one_time_code;
pub mod passkey;
pub mod password;
pub mod peer;
pub mod permissions;
pub mod proof;
pub mod rate_limit;
pub mod recovery_code;
pub mod server_key;
pub mod session;
pub mod waiting;

use sha2::{Digest, Sha256};

/// 256 random bits: a token, or the seed of one.
pub fn secret() -> [u8; 32] {
    let mut bytes = [0; 32];
    // Without randomness no token is a secret; a server that goes on would be worse than one that stops.
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// What is stored in place of a token.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of exactly `2 N` hexadecimal digits.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    from_hex_of_any_length(text)?.try_into().ok()
}

/// The bytes of an even number of hexadecimal digits.
pub fn from_hex_of_any_length(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.chunks_exact(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_reads_back_and_nothing_else_is_read() {
        assert_eq!(from_hex(&hex(&[0, 127, 255])), Some([0, 127, 255]));
        for wrong in ["", "0", "00ff", "00ff0g", "+0ff00", "00ff00ff"] {
            assert_eq!(from_hex::<3>(wrong), None, "{wrong}");
        }
    }
}
