//! A change chunk written by hand, so that each of its parts can lie.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use automerge::ReadDoc;
use daymark_domain::{CalendarMark, DeviceTag};

use crate::{MatchRecord, Writer, with_preamble};

/// The phone of all hostile changes: the first that a server pairs, under an id of sevens.
pub(super) fn writer() -> Writer {
    Writer::of_device(&[7; 16], &DeviceTag::from_serial(1), 0)
}

/// The mentor's other phone.
pub(super) fn other_writer() -> Writer {
    Writer::of_device(&[8; 16], &DeviceTag::from_serial(2), 0)
}

/// Everything that a change says, as it says it.
#[derive(Clone)]
pub(super) struct Forged {
    pub kind: u8,
    pub deps: Vec<[u8; 32]>,
    pub actor: Vec<u8>,
    pub seq: u64,
    pub start_op: u64,
    pub message: Vec<u8>,
    pub others: Vec<Vec<u8>>,
    pub columns: Vec<(u64, Vec<u8>)>,
    pub extra: Vec<u8>,
}

pub(super) const OBJ_ACTOR: u64 = 0x01;
pub(super) const OBJ_CTR: u64 = 0x02;
pub(super) const KEY_ACTOR: u64 = 0x11;
pub(super) const KEY_CTR: u64 = 0x13;
pub(super) const KEY_STR: u64 = 0x15;
pub(super) const INSERT: u64 = 0x34;
pub(super) const ACTION: u64 = 0x42;
pub(super) const VALUE_META: u64 = 0x56;
pub(super) const VALUE: u64 = 0x57;
pub(super) const PRED_GROUP: u64 = 0x70;

/// One value that is not repeated: a run of one literal.
pub(super) fn one(value: u64) -> Vec<u8> {
    [vec![0x7f], unsigned(value)].concat()
}

/// A value so many times.
pub(super) fn run(times: i64, value: u64) -> Vec<u8> {
    [signed(times), unsigned(value)].concat()
}

pub(super) fn unsigned(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        bytes.push(if value == 0 { low } else { low | 0x80 });
        if value == 0 {
            return bytes;
        }
    }
}

pub(super) fn signed(mut value: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        let done = (value == 0 && low & 0x40 == 0) || (value == -1 && low & 0x40 != 0);
        bytes.push(if done { low } else { low | 0x80 });
        if done {
            return bytes;
        }
    }
}

impl Forged {
    /// An honest first change of the phone: a mark on a day.
    pub fn honest() -> Self {
        let record = MatchRecord::new().unwrap();
        let word = CalendarMark::Present.word().as_bytes();
        Self {
            kind: 1,
            deps: record.heads().iter().map(|hash| hash.0).collect(),
            actor: writer().actor.to_vec(),
            seq: 1,
            start_op: record.doc.get_changes_meta(&[]).iter().map(|change| change.max_op).max().unwrap() + 1,
            message: Vec::new(),
            others: vec![crate::genesis::ACTOR.to_vec()],
            columns: vec![
                (OBJ_ACTOR, one(1)),
                (OBJ_CTR, one(3)),
                (KEY_STR, [&[0x7f, 10][..], b"2025-10-14"].concat()),
                (INSERT, vec![1]),
                (ACTION, one(1)),
                (VALUE_META, one((word.len() as u64) << 4 | 6)),
                (VALUE, word.to_vec()),
                (PRED_GROUP, one(0)),
            ],
            extra: Vec::new(),
        }
    }

    /// The same with another column in that place.
    pub fn with(mut self, column: u64, data: Vec<u8>) -> Self {
        self.columns.retain(|(other, _)| *other != column);
        self.columns.push((column, data));
        self.columns.sort_by_key(|(column, _)| *column);
        self
    }

    /// The whole chunk.
    pub fn bytes(&self) -> Vec<u8> {
        let counted = |bytes: &[u8]| [unsigned(bytes.len() as u64), bytes.to_vec()].concat();
        let mut body = [unsigned(self.deps.len() as u64), self.deps.concat(), counted(&self.actor)].concat();
        body.extend(
            [unsigned(self.seq), unsigned(self.start_op), signed(0), counted(&self.message)].concat(),
        );
        body.extend(unsigned(self.others.len() as u64));
        body.extend(self.others.iter().flat_map(|other| counted(other)));
        body.extend(unsigned(self.columns.len() as u64));
        let lengths = self.columns.iter();
        body.extend(
            lengths.flat_map(|(column, data)| [unsigned(*column), unsigned(data.len() as u64)].concat()),
        );
        body.extend(self.columns.iter().flat_map(|(_, data)| data.clone()));
        body.extend(&self.extra);
        chunk(self.kind, &body)
    }
}

/// A chunk of that kind, its checksum right.
pub(super) fn chunk(kind: u8, body: &[u8]) -> Vec<u8> {
    with_preamble(&[&[kind][..], &unsigned(body.len() as u64), body].concat())
}

#[test]
fn what_is_forged_honestly_passes() {
    let mut record = MatchRecord::new().unwrap();
    let (_, marks) = crate::genesis::maps(&record.doc).unwrap();
    assert!(record.doc.keys(&marks).next().is_none());
    record.admit(&writer(), &Forged::honest().bytes()).unwrap();
    record.prove(&[]).unwrap();
    assert_eq!(record.view().marks.len(), 1);
}
