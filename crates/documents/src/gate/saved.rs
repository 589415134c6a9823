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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

    use std::io::Write as _;

    use super::super::forged::{ACTION, chunk, run, unsigned};
    use super::*;
    use crate::MatchRecord;

    fn record_with_a_column(specification: u64, column: &[u8]) -> Vec<u8> {
        let nobody_and_nothing = [0, 0, 0];
        let one_column = [unsigned(1), unsigned(specification), unsigned(column.len() as u64)].concat();
        chunk(DOCUMENT_CHUNK, &[&nobody_and_nothing[..], &one_column, column].concat())
    }

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn every_kind_of_record_that_we_save_is_taken() {
        assert_eq!(check(&MatchRecord::new().unwrap().save()), Ok(()));
        assert_eq!(check(&record_with_a_column(ACTION, &run(1 << 18, 1))), Ok(()));
        assert_eq!(check(&record_with_a_column(ACTION | DEFLATED, &deflated(&run(1 << 18, 1)))), Ok(()));
    }

    #[test]
    fn a_record_that_stands_for_more_than_a_mentor_can_write_is_refused_before_it_is_read() {
        let run_too_long = run((1 << 18) + 1, 1);
        assert_eq!(check(&record_with_a_column(ACTION, &run_too_long)), Err(Refusal::TooLarge));
        assert_eq!(
            check(&record_with_a_column(ACTION | DEFLATED, &deflated(&run_too_long))),
            Err(Refusal::TooLarge)
        );
    }

    #[test]
    fn a_column_that_swells_without_end_is_refused_while_it_swells() {
        let swelling = deflated(&vec![0; 17 << 20]);
        assert!(swelling.len() < 64 << 10);
        assert_eq!(check(&record_with_a_column(ACTION | DEFLATED, &swelling)), Err(Refusal::TooLarge));
    }

    #[test]
    fn a_change_is_no_record() {
        assert_eq!(check(&chunk(1, &[0; 40])), Err(Refusal::Malformed));
    }
}
