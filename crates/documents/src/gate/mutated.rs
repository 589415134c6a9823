//! Honest changes with a few bytes turned, their checksum mended: what gets through the cheap checks must be read and
//! applied in little time, and nothing may come out of the gate but a verdict.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use automerge::Change;
use daymark_domain::{CalendarMark, DoorResult, SchoolDay, What};

use super::forged::writer;
use super::{OPERATIONS_MAX, chunk, inspect, unwinding};
use crate::{MatchRecord, hash_of, with_preamble, without_preamble};

const CASES: u32 = 12_000;
/// What a worker may take for a job; here each change has it for itself, on a machine that does other things too.
const WITHIN: Duration = Duration::from_secs(2);

/// Small, seeded, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// A record with a little history, and honest next changes for it.
fn honest() -> (MatchRecord, Vec<Vec<u8>>) {
    let day = |number: i32| SchoolDay::from_number(20_000 + number).unwrap();
    let mut record = MatchRecord::new().unwrap();
    for number in 0..4 {
        record.add_entry(&writer(), day(number), 5, &What::DoorCheck(DoorResult::Greeted)).unwrap();
    }
    record.mark_day(&writer(), day(1), CalendarMark::Present).unwrap();
    let next = |write: &dyn Fn(&mut MatchRecord) -> Vec<u8>| write(&mut record.clone());
    let first = record.view().entries[0].key.clone();
    let changes = vec![
        next(&|record| {
            record.add_entry(&writer(), day(5), 6, &What::DoorCheck(DoorResult::Late)).unwrap().bytes
        }),
        next(&|record| record.mark_day(&writer(), day(1), CalendarMark::Cleared).unwrap().unwrap().bytes),
        next(&|record| record.mark_day(&writer(), day(2), CalendarMark::Present).unwrap().unwrap().bytes),
        next(&|record| record.void_entry(&writer(), day(0), 7, &first).unwrap().bytes),
    ];
    (record, changes)
}

fn mutated(honest: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut body = without_preamble(honest).to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(body.len());
        match chance.below(4) {
            0 => body[at] ^= 1 << chance.below(8),
            1 => body[at] = [0, 1, 0x7f, 0x80, 0xff][chance.below(5)],
            2 => body[at] = chance.below(256) as u8,
            _ => {
                let from = chance.below(body.len());
                body[at] = body[from];
            }
        }
    }
    with_preamble(&body)
}

#[test]
fn what_passes_the_cheap_checks_is_small_and_quick_and_never_escapes_as_a_panic() {
    let (record, honest) = honest();
    let before = record.canonical_hash();
    let mut chance = Chance(20_251_123);
    let (mut small, mut panics, mut slowest) = (0_u32, 0_u32, Duration::ZERO);
    let mut verdicts = BTreeMap::<&str, u32>::new();
    for nth in 0..CASES {
        let bytes = mutated(&honest[nth as usize % honest.len()], &mut chance);
        let began = Instant::now();
        if chunk::check(&bytes).is_ok() {
            small += 1;
            match unwinding(|| Change::from_bytes(bytes.clone()).map(|change| change.len())) {
                Some(Ok(operations)) => assert!(operations as u64 <= OPERATIONS_MAX, "case {nth}: {bytes:?}"),
                Some(Err(_)) => {}
                None => panics += 1,
            }
        }
        let mut next = record.clone();
        let verdict = next.admit(&writer(), &bytes).and_then(|change| {
            next.prove(&record.heads())?;
            assert_eq!(change.hash, hash_of(&bytes), "case {nth}");
            Ok(())
        });
        *verdicts.entry(verdict.map_or_else(|refusal| refusal.code(), |()| "passed")).or_default() += 1;
        let _ = inspect(&bytes);
        slowest = slowest.max(began.elapsed());
        assert!(began.elapsed() < WITHIN, "case {nth}: {bytes:?}");
    }
    assert_eq!(record.canonical_hash(), before);
    println!(
        "{CASES} mutated changes: {small} pass the cheap checks, {panics} make the parser panic; {verdicts:?}"
    );
    println!("the slowest takes {slowest:?}");
    assert!(small > CASES / 20, "the generator no longer reaches past the cheap checks");
    assert!(verdicts.len() >= 5, "and reaches few of the reasons: {verdicts:?}");
}
