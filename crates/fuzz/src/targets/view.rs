//! A whole record as a phone receives it or finds it on its disk: read, or refused, and what is read stays the same.

use daymark_documents::{MatchRecord, with_preamble, without_preamble};
use daymark_domain::{CalendarMark, DoorResult, What};

use super::{day, writer};

/// The input is a saved record without its magic number and checksum.
pub fn run(input: &[u8]) {
    let Ok(record) = MatchRecord::load(&with_preamble(input)) else { return };
    let view = record.view();
    let Ok(again) = MatchRecord::load(&record.save()) else {
        panic!("a record that was read cannot be kept")
    };
    assert_eq!(again.view(), view);
    assert_eq!(again.canonical_hash(), record.canonical_hash());
}

/// Records of two phones.
pub fn seeds() -> Vec<Vec<u8>> {
    let Ok(mut record) = MatchRecord::new() else { return Vec::new() };
    let mut seeds = vec![without_preamble(&record.save()).to_vec()];
    for (serial, result) in [1, 2].into_iter().zip(DoorResult::ALL) {
        let _ = record.add_entry(&writer(serial), day(), 5, &What::DoorCheck(*result));
        let _ = record.mark_day(&writer(serial), day(), CalendarMark::Present);
        seeds.push(without_preamble(&record.save()).to_vec());
    }
    seeds
}
