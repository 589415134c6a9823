//! A change chunk's header, read by hand before Automerge sees it; its columns are [`columns`](super::columns)' business.

use super::columns::{DEFLATED, Input, Limits, MAGIC, NAME_BYTES_MAX, check_column};
use super::{BYTES_MAX, DEPENDENCIES_MAX, OPERATIONS_MAX, Refusal};

const CHANGE_CHUNK: u8 = 1;
const ACTORS_MAX: u64 = 32;
const LIMITS: Limits = Limits { operations: OPERATIONS_MAX, bytes: BYTES_MAX as u64 };

/// Checks one whole, plain (not deflated) change chunk.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    let mut input = Input(bytes);
    if input.take(4)? != MAGIC {
        return Err(Refusal::Malformed);
    }
    input.take(4)?; // checksum: compared after parsing
    if input.take(1)? != [CHANGE_CHUNK] {
        return Err(Refusal::Malformed);
    }
    let length = input.unsigned()?;
    if length != input.0.len() as u64 {
        return Err(Refusal::Malformed);
    }
    check_body(input)
}

fn check_body(mut input: Input<'_>) -> Result<(), Refusal> {
    let dependencies = input.at_most(DEPENDENCIES_MAX)?;
    input.take(32 * dependencies)?;
    input.name()?; // actor
    input.unsigned()?; // seq
    // Operation numbers are 32 bits inside Automerge; near the end of them it panics on the next edit.
    input.at_most(u64::from(u32::MAX / 2))?; // start_op
    input.signed()?; // time
    input.name()?; // message
    for _ in 0..input.at_most(ACTORS_MAX)? {
        input.name()?;
    }
    for (specification, length) in input.columns()? {
        // An honest phone deflates nothing so short.
        if specification & DEFLATED != 0 {
            return Err(Refusal::Malformed);
        }
        check_column(&LIMITS, specification, input.take(length)?)?;
    }
    // What follows the columns is a newer version's business, and short.
    if input.0.len() as u64 > NAME_BYTES_MAX { Err(Refusal::TooLarge) } else { Ok(()) }
}
