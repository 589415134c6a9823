//! Changes from a phone: whatever passes the gate can be kept, read and given to other phones.

use std::sync::LazyLock;

use daymark_documents::{MatchRecord, inspect, with_preamble, without_preamble};
use daymark_domain::{CalendarMark, DoorResult, What};

use super::{day, writer};

const SENDER: u8 = 1;
const OTHER: u8 = 2;
/// As many changes as one input is worth.
const PIECES_MAX: usize = 8;

/// The input is changes as they are pushed, each behind its length in two bytes; the checksum is put right, or nothing would
/// be reached behind it.
pub fn run(input: &[u8]) {
    let mut record = begun();
    let mut let_in = false;
    for bytes in pieces(input).take(PIECES_MAX).map(with_preamble) {
        let before = record.clone();
        let inspected = inspect(&bytes);
        let admitted = record.admit(&writer(SENDER), &bytes);
        if admitted.is_err() {
            assert_eq!(record.heads(), before.heads(), "a refused change left something behind");
        } else if record.prove(&before.heads()).is_err() {
            record = before;
        } else {
            let_in = true;
            assert_eq!(admitted, inspected, "the gate lets in what it would not even read");
        }
    }
    if let_in {
        can_be_kept_and_given_on(&record);
    }
}

fn can_be_kept_and_given_on(record: &MatchRecord) {
    let Ok(reloaded) = MatchRecord::load(&record.save()) else {
        panic!("what was let in cannot be read again")
    };
    assert_eq!(reloaded.canonical_hash(), record.canonical_hash());
    assert_eq!(reloaded.view(), record.view());
    let Ok(mut relayed) = MatchRecord::new() else { return };
    let all: Vec<_> = record.changes().into_iter().map(|(_, bytes)| bytes).collect();
    assert!(relayed.apply(&all).is_ok(), "what was let in cannot be given to another phone");
    assert_eq!(relayed.canonical_hash(), record.canonical_hash());
}

/// Honest changes that follow on the record as it begins.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut phone = begun();
    let mut pushes = Vec::new();
    for result in DoorResult::ALL {
        let Ok(written) = phone.add_entry(&writer(SENDER), day(), 7, &What::DoorCheck(*result)) else {
            continue;
        };
        pushes.push(written.bytes);
        if let Some(key) = &written.key
            && let Ok(void) = phone.void_entry(&writer(SENDER), day(), 9, key)
        {
            pushes.push(void.bytes);
        }
    }
    for mark in CalendarMark::ALL {
        if let Ok(Some(marked)) = phone.mark_day(&writer(SENDER), day(), *mark) {
            pushes.push(marked.bytes);
        }
    }
    let first = pushes.iter().take(1).map(|bytes| framed(bytes)).collect();
    let all = pushes.iter().flat_map(|bytes| framed(bytes)).collect();
    [first, vec![all]].concat()
}

fn framed(change: &[u8]) -> Vec<u8> {
    let rest = without_preamble(change);
    let length = u16::try_from(rest.len()).unwrap_or(u16::MAX);
    [&length.to_be_bytes(), rest].concat()
}

fn pieces(mut input: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = input.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length)).min(rest.len());
        let (piece, after) = rest.split_at(length);
        input = after;
        Some(piece)
    })
}

/// A record that two phones have written.
fn begun() -> MatchRecord {
    static BEGUN: LazyLock<MatchRecord> = LazyLock::new(|| {
        let mut record = MatchRecord::new().unwrap_or_else(|error| panic!("{error}"));
        for serial in [OTHER, SENDER] {
            let greeted = record.add_entry(&writer(serial), day(), 5, &What::DoorCheck(DoorResult::Greeted));
            assert!(greeted.is_ok());
        }
        record
    });
    BEGUN.clone()
}
