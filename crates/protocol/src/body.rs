//! Deflate on the way up, never inflated past a limit.

use std::io::{Read, Write};

use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};

/// Why a body could not be inflated.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// It is more than the limit.
    #[error("the body is larger than {limit} bytes")]
    TooLarge {
        /// In bytes.
        limit: usize,
    },
    /// It is damaged or cut off.
    #[error("the body is damaged: {0}")]
    Damaged(#[from] std::io::Error),
}

/// The body as it goes up, with `Content-Encoding: deflate` (zlib, as RFC 9110 defines the name).
pub fn deflate(body: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(body.len() / 2), Compression::best());
    // Writing to memory does not fail.
    let written = encoder.write_all(body).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

/// The body as it was before [`deflate`], or an error once it grows past `limit` bytes.
pub fn inflate(body: &[u8], limit: usize) -> Result<Vec<u8>, BodyError> {
    let mut inflated = Vec::new();
    ZlibDecoder::new(body).take(limit as u64 + 1).read_to_end(&mut inflated)?;
    if inflated.len() > limit { Err(BodyError::TooLarge { limit }) } else { Ok(inflated) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_comes_back_as_it_was() {
        let body = b"a greeting at the door, a greeting at the door".repeat(20);
        assert!(deflate(&body).len() < body.len());
        assert_eq!(inflate(&deflate(&body), body.len()).unwrap(), body);
    }

    #[test]
    fn a_bomb_is_refused_at_the_limit() {
        let bomb = deflate(&vec![0; 10_000_000]);
        assert!(matches!(inflate(&bomb, 1_000), Err(BodyError::TooLarge { limit: 1_000 })));
    }

    #[test]
    fn a_body_that_was_cut_off_is_damaged() {
        let body = deflate(b"a greeting at the door");
        assert!(matches!(inflate(&body[..body.len() - 5], 1_000), Err(BodyError::Damaged(_))));
    }
}
