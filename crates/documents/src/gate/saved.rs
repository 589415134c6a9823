//! A saved record, read by hand before Automerge sees it. What a phone keeps and what the school sends carry checksums,
//! so nothing here is expected to be hostile; but 122 bytes can stand for more than 20 GiB
//! (`tests/fixtures/fuzz/view/a-run-that-fills-the-memory`), and a phone that runs out of memory can say nothing.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::DeflateDecoder;

use super::Refusal;
use super::columns::{DEFLATED, Input, Limits, MAGIC, NAME_BYTES_MAX, check_column};

const DOCUMENT_CHUNK: u8 = 0;
/// A phone writes under a new name only after a loss: hundreds are many.
const ACTORS_MAX: u64 = 4096;
/// Changes that nobody has built upon.
const HEADS_MAX: u64 = 4096;
/// Seventeen thousand entries of one mentor with one student, and 16 MiB of what they say.
const LIMITS: Limits = Limits { operations: 1 << 18, bytes: 16 << 20 };

/// Checks that it is one document chunk, whose columns stand for no more than a record can hold.
pub(crate) fn check(saved: &[u8]) -> Result<(), Refusal> {
    let mut input = Input(saved);
    if input.take(4)? != MAGIC {
        return Err(Refusal::Malformed);
    }
    input.take(4)?; // checksum: compared by Automerge
    if input.take(1)? != [DOCUMENT_CHUNK] {
        return Err(Refusal::Malformed);
    }
    if input.unsigned()? != input.0.len() as u64 {
        return Err(Refusal::Malformed);
    }
    for _ in 0..input.at_most(ACTORS_MAX)? {
        input.name()?;
    }
    let heads = input.at_most(HEADS_MAX)?;
    input.take(32 * heads)?;
    let (of_changes, of_operations) = (input.columns()?, input.columns()?);
    for (specification, length) in of_changes.into_iter().chain(of_operations) {
        let stored = input.take(length)?;
        check_column(&LIMITS, specification, &plain(specification, stored)?)?;
    }
    // The heads' places, and what a newer version adds.
    if input.0.len() as u64 > 10 * heads + NAME_BYTES_MAX { Err(Refusal::TooLarge) } else { Ok(()) }
}

fn plain(specification: u64, stored: &[u8]) -> Result<Cow<'_, [u8]>, Refusal> {
    if specification & DEFLATED == 0 {
        return Ok(Cow::Borrowed(stored));
    }
    let mut inflated = Vec::new();
    let read = DeflateDecoder::new(stored).take(LIMITS.bytes + 1).read_to_end(&mut inflated);
    match read {
        Ok(bytes) if bytes as u64 > LIMITS.bytes => Err(Refusal::TooLarge),
        Ok(_) => Ok(Cow::Owned(inflated)),
        Err(_) => Err(Refusal::Malformed),
    }
}
