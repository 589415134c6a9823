//! The corpus of hostile changes (`sync.md` 1.5, `trust.md` section 0): each a file in `tests/fixtures/hostile-changes`,
//! called by the word that refuses it and what it is. A test of the server's binary sends them all.
//!
//! `DAYMARK_WRITE_HOSTILE=1 cargo test -p daymark-documents hostile` writes the files anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use automerge::transaction::Transactable;
use automerge::{ActorId, ROOT, ReadDoc};
use daymark_domain::{DeviceTag, DoorResult, SchoolDay, What};

use super::forged::{
    ACTION, Forged, INSERT, KEY_ACTOR, KEY_CTR, KEY_STR, OBJ_ACTOR, OBJ_CTR, PRED_GROUP, VALUE, VALUE_META,
    chunk, one, other_writer, run, signed, unsigned, writer,
};
use crate::{MatchRecord, Writer};

/// In how many inserts the bomb explodes: half a gigabyte (`trust.md` section 0).
const INSERTS: i64 = 1_000_000;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/hostile-changes"))
}

/// Name and bytes.
fn corpus() -> Vec<(&'static str, Vec<u8>)> {
    let honest = Forged::honest;
    let far = u64::from(u32::MAX) - 3;
    let deps = |count: u8| (0..count).map(|nth| [nth; 32]).collect::<Vec<_>>();
    vec![
        // Applied and saved without a word; the document can never be loaded again.
        ("wrong-start--too-low", Forged { start_op: 1, ..honest() }.bytes()),
        ("wrong-start--too-high", Forged { start_op: 99, ..honest() }.bytes()),
        // Accepted by Automerge; after the next honest edit the document is dead.
        ("too-large--start-near-the-end", Forged { start_op: far, ..honest() }.bytes()),
        // The victim's own next change would be refused for ever.
        (
            "foreign-actor--the-other-phone",
            Forged { actor: other_writer().actor.to_vec(), ..honest() }.bytes(),
        ),
        ("foreign-actor--nobody", Forged { actor: vec![9; 16], ..honest() }.bytes()),
        (
            "foreign-actor--names-a-stranger",
            Forged { others: vec![vec![0], vec![9; 16]], ..honest() }.bytes(),
        ),
        // A panic inside Automerge, when nothing stands before it.
        ("wrong-sequence--begins-at-seven", Forged { seq: 7, ..honest() }.bytes()),
        ("wrong-sequence--begins-at-nothing", Forged { seq: 0, ..honest() }.bytes()),
        ("not-allowed--an-object-that-is-not-there", honest().with(OBJ_CTR, one(77)).bytes()),
        // A second beginning of the record; orphans that would be saved and never seen.
        ("unknown-dependency--none", Forged { deps: vec![], start_op: 1, ..honest() }.bytes()),
        ("unknown-dependency--of-nobody", Forged { deps: deps(1), ..honest() }.bytes()),
        ("too-large--seventeen-dependencies", Forged { deps: deps(17), ..honest() }.bytes()),
        // A few bytes that announce gigabytes.
        ("too-large--a-run-of-a-billion-actions", honest().with(ACTION, run(1 << 30, 1)).bytes()),
        ("too-large--a-run-of-a-billion-inserts", honest().with(INSERT, run_of_true(1 << 30)).bytes()),
        ("too-large--a-group-of-a-billion", honest().with(PRED_GROUP, one(1 << 30)).bytes()),
        ("too-large--a-value-of-a-gigabyte", honest().with(VALUE_META, one(1 << 34 | 6)).bytes()),
        ("too-large--ten-thousand-bytes-behind-it", Forged { extra: vec![1; 10_000], ..honest() }.bytes()),
        ("too-large--a-long-message", Forged { message: vec![b'a'; 300], ..honest() }.bytes()),
        // Inflated by Automerge without a limit, before it looks at a checksum.
        ("malformed--deflated-whole", deflated_whole()),
        ("malformed--deflated-column", honest().with(ACTION | 0b1000, deflated(&[0; 1 << 20])).bytes()),
        ("malformed--a-document", Forged { kind: 0, ..honest() }.bytes()),
        ("malformed--a-bundle", Forged { kind: 3, ..honest() }.bytes()),
        ("malformed--nothing", Vec::new()),
        ("malformed--nine-bytes", chunk(1, &[])),
        ("malformed--half", half(&honest().bytes())),
        // Well formed, and not a phone's business.
        ("not-allowed--an-entry-of-another-phone", entry_of_another_phone()),
        ("not-allowed--a-deletion", honest().with(ACTION, one(3)).bytes()),
        ("not-allowed--a-counter-moved", counter_moved()),
        ("not-allowed--nothing-done", Forged { columns: vec![], ..honest() }.bytes()),
        ("not-allowed--at-the-root", at_the_root()),
        ("too-large--a-million-inserts", a_million_inserts()),
    ]
}

/// By one, of a mark that is no counter.
fn counter_moved() -> Vec<u8> {
    let increment = Forged::honest().with(ACTION, one(5));
    increment.with(VALUE_META, one(1 << 4 | 4)).with(VALUE, vec![1]).bytes()
}

fn run_of_true(times: u64) -> Vec<u8> {
    [unsigned(0), unsigned(times)].concat()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflated_whole() -> Vec<u8> {
    chunk(2, &deflated(&vec![0; 32 << 20]))
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

/// Right in everything but the tag in front of its key.
fn entry_of_another_phone() -> Vec<u8> {
    let liar = Writer { tag: DeviceTag::from_serial(2), ..writer() };
    let day = SchoolDay::from_number(20_000).unwrap();
    let what = What::DoorCheck(DoorResult::Greeted);
    MatchRecord::new().unwrap().add_entry(&liar, day, 5, &what).unwrap().bytes
}

fn at_the_root() -> Vec<u8> {
    by_automerge(|tx| tx.put(ROOT, "schema", 7).unwrap())
}

/// A hundred bytes, perfectly legal, that take four seconds and half a gigabyte: a list, and in it one nothing behind
/// the other.
fn a_million_inserts() -> Vec<u8> {
    let honest = Forged::honest();
    let list = honest.start_op;
    let nothing = |times: u64| [vec![0], unsigned(times)].concat();
    let one_and_all_others = |first: Vec<u8>, others: u64| [first, run(INSERTS, others)].concat();
    let places = [signed(-2), signed(0), signed(list as i64 + 1), signed(INSERTS - 2), signed(1)].concat();
    let columns = vec![
        (OBJ_ACTOR, one_and_all_others(nothing(1), 0)),
        (OBJ_CTR, one_and_all_others(nothing(1), list)),
        (KEY_ACTOR, [nothing(2), run(INSERTS - 1, 0)].concat()),
        (KEY_CTR, [nothing(1), places].concat()),
        (KEY_STR, [&[0x7f, 4][..], b"list", &nothing(INSERTS as u64)].concat()),
        (INSERT, [unsigned(1), unsigned(INSERTS as u64)].concat()),
        (ACTION, one_and_all_others(one(2), 1)),
        (VALUE_META, run(INSERTS + 1, 0)),
        (PRED_GROUP, run(INSERTS + 1, 0)),
    ];
    Forged { others: vec![], columns, ..honest }.bytes()
}

fn by_automerge(fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>)) -> Vec<u8> {
    let mut doc = MatchRecord::new().unwrap().doc.with_actor(ActorId::from(&writer().actor[..]));
    let mut tx = doc.transaction();
    fill(&mut tx);
    let (hash, _) = tx.commit();
    doc.get_change_by_hash(&hash.unwrap()).unwrap().raw_bytes().to_vec()
}

#[test]
fn each_hostile_change_is_refused_with_its_word() {
    let mut record = MatchRecord::new().unwrap();
    let before = record.canonical_hash();
    let word = |name: &str| name.split("--").next().unwrap().to_owned();
    let refused =
        |(name, bytes): (String, Vec<u8>)| (record.admit(&writer(), &bytes).unwrap_err().code(), name);
    let found: Vec<_> = committed().into_iter().map(refused).collect();
    let wrong: Vec<_> = found.iter().filter(|(code, name)| **code != word(name)).collect();
    assert!(wrong.is_empty() && found.len() >= 30, "{wrong:?} of {}", found.len());
    assert_eq!(record.canonical_hash(), before);
}

#[test]
fn the_committed_corpus_is_what_the_code_makes() {
    let made = corpus();
    if std::env::var_os("DAYMARK_WRITE_HOSTILE").is_some() {
        fs::create_dir_all(folder()).unwrap();
        for (name, bytes) in &made {
            fs::write(folder().join(format!("{name}.bin")), bytes).unwrap();
        }
    }
    let committed = committed();
    for (name, bytes) in &made {
        let found = committed.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes);
        assert!(found == Some(bytes), "{name} is not as it was committed");
    }
    assert!(a_million_inserts().len() < 256, "a hundred bytes or so");
}

fn committed() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "bin"));
    files.sort();
    let named = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (named(path), fs::read(path).unwrap())).collect()
}
