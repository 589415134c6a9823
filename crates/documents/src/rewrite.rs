//! Writing again: what a change said, taken out of the record and said anew under another name.
//!
//! What the server refused stops everything that came after it, for each change names those before it. So the phone goes
//! back to the record without it and writes the rest again (`sync.md` 3.4). An entry that is written again has a new
//! key, because a key begins with its writer's tag; what points to it is turned to the new one.

use std::collections::{BTreeMap, BTreeSet};

use automerge::legacy::{Key, Op, OpType};
use automerge::{Change, ScalarValue};
use daymark_domain::{CalendarMark, EntryKey, SchoolDay, What};

use crate::fields::{AT, DAY, FieldValue, Fields, KIND, OF, VOID, what_of};
use crate::gate::inspect;
use crate::record::{ChangeHash, MatchRecord, RecordError};
use crate::write::{Writer, Written};

/// What one change of a phone said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// An entry.
    Entry(SaidEntry),
    /// A sun put on a day of the calendar, or taken off.
    Mark {
        /// Which day.
        day: SchoolDay,
        /// Put on or taken off.
        mark: CalendarMark,
    },
}

/// An entry as it was written, whatever version wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidEntry {
    /// Under which key.
    pub key: EntryKey,
    /// The school's date that it is about.
    pub day: SchoolDay,
    /// When it was made by the phone's clock, seconds since 1970.
    pub at: i64,
    kind: String,
    fields: Vec<(String, FieldValue)>,
}

impl SaidEntry {
    /// What was done.
    pub fn what(&self) -> What {
        what_of(self)
    }

    /// The entry that this one takes back, if that is what it does.
    pub fn takes_back(&self) -> Option<EntryKey> {
        (self.kind == VOID).then(|| self.text(OF)?.parse().ok()).flatten()
    }
}

impl Fields for SaidEntry {
    fn text(&self, field: &str) -> Option<String> {
        match self.fields.iter().find(|(name, _)| name == field)? {
            (_, FieldValue::Text(text)) => Some(text.clone()),
            (_, FieldValue::Number(_)) => None,
        }
    }

    fn number(&self, field: &str) -> Option<i64> {
        match self.fields.iter().find(|(name, _)| name == field)? {
            (_, FieldValue::Number(number)) => Some(*number),
            (_, FieldValue::Text(_)) => None,
        }
    }
}

/// Reads what a change of a phone said; `None` for one that no phone of ours writes.
pub fn said(change: &[u8]) -> Option<Said> {
    // The limits come first: nothing is expanded that is longer than an entry.
    inspect(change).ok()?;
    let operations = Change::from_bytes(change.to_vec()).ok()?.decode().operations;
    match operations.first()?.action {
        OpType::Make(_) => said_entry(&operations).map(Said::Entry),
        // Where two phones disagreed, the day is marked twice, and the last one counts.
        _ => said_mark(operations.last()?),
    }
}

fn said_entry(operations: &[Op]) -> Option<SaidEntry> {
    let (made, fields) = operations.split_first()?;
    let key = map_key(made)?.parse().ok()?;
    let fields = fields.iter().map(field).collect::<Option<Vec<_>>>()?;
    let mut entry = SaidEntry { key, day: SchoolDay::from_number(0)?, at: 0, kind: String::new(), fields };
    entry.day = SchoolDay::from_number(i32::try_from(entry.number(DAY)?).ok()?)?;
    entry.at = entry.number(AT)?;
    entry.kind = entry.text(KIND)?;
    Some(entry)
}

fn field(operation: &Op) -> Option<(String, FieldValue)> {
    let OpType::Put(value) = &operation.action else { return None };
    let value = match value {
        ScalarValue::Str(text) => FieldValue::Text(text.to_string()),
        ScalarValue::Int(number) => FieldValue::Number(*number),
        ScalarValue::Uint(number) => FieldValue::Number(i64::try_from(*number).ok()?),
        _ => return None,
    };
    Some((map_key(operation)?.to_owned(), value))
}

fn said_mark(operation: &Op) -> Option<Said> {
    let OpType::Put(ScalarValue::Str(word)) = &operation.action else { return None };
    Some(Said::Mark { day: map_key(operation)?.parse().ok()?, mark: word.parse().ok()? })
}

fn map_key(operation: &Op) -> Option<&str> {
    match &operation.key {
        Key::Map(key) => Some(key),
        Key::Seq(_) => None,
    }
}

/// The changes that this one names as its own past; none for bytes that are no change.
pub fn dependencies(change: &[u8]) -> Vec<ChangeHash> {
    let change = inspect(change).ok().and_then(|_| Change::from_bytes(change.to_vec()).ok());
    change.map(|change| change.deps().iter().map(|dep| ChangeHash(dep.0)).collect()).unwrap_or_default()
}

/// Changes that were taken out of a record, each after those it depends on.
pub type LeftOut = Vec<(ChangeHash, Vec<u8>)>;

/// Entries that were written again: by the key that they had, the key that they have.
pub type Renamed = BTreeMap<EntryKey, EntryKey>;

impl MatchRecord {
    /// Says something again as this writer, dated as it was. `None`: the record says so already.
    pub fn say_again(
        &mut self,
        writer: &Writer,
        said: &Said,
        renamed: &Renamed,
    ) -> Result<Option<Written>, RecordError> {
        match said {
            Said::Mark { day, mark } => self.mark_day(writer, *day, *mark),
            Said::Entry(entry) => {
                let beyond =
                    entry.fields.iter().filter(|(name, _)| ![KIND, DAY, AT].contains(&name.as_str()));
                let fields = beyond.map(|(name, value)| (name.as_str(), turned(name, value, renamed)));
                self.add_fields(writer, entry.day, entry.at, &entry.kind, fields.collect()).map(Some)
            }
        }
    }

    /// The record without these changes and without whatever came to depend on them, and what was left out, each after
    /// those it depends on.
    pub fn without(&self, unwanted: &BTreeSet<ChangeHash>) -> Result<(Self, LeftOut), RecordError> {
        let (mut left_out, mut kept, mut out) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (hash, bytes) in self.changes() {
            let depends_on_it = self.depends_on(&hash).iter().any(|before| out.contains(before));
            if depends_on_it || unwanted.contains(&hash) {
                out.insert(hash);
                left_out.push((hash, bytes));
            } else {
                kept.push(bytes);
            }
        }
        let mut record = Self::new()?;
        record.apply(&kept)?;
        Ok((record, left_out))
    }

    /// The changes of this record that stand where one of these wants to: by the same writer, under the same number, and
    /// yet another change. Somebody has written under our name; both cannot stay.
    pub fn in_the_way_of(&self, changes: &[impl AsRef<[u8]>]) -> BTreeSet<ChangeHash> {
        let news: BTreeMap<(Vec<u8>, u64), ChangeHash> = changes
            .iter()
            .filter_map(|bytes| inspect(bytes.as_ref()).ok())
            .filter(|change| !self.holds(&change.hash))
            .map(|change| ((change.actor, change.seq), change.hash))
            .collect();
        if news.is_empty() {
            return BTreeSet::new();
        }
        let held = self.doc.get_changes_meta(&[]);
        let same = held.iter().filter(|meta| news.contains_key(&(meta.actor.to_bytes().to_vec(), meta.seq)));
        same.map(|meta| ChangeHash(meta.hash.0)).collect()
    }

    fn depends_on(&self, hash: &ChangeHash) -> Vec<ChangeHash> {
        let meta = self.doc.get_change_meta_by_hash(&automerge::ChangeHash(hash.0));
        meta.map(|meta| meta.deps.iter().map(|dep| ChangeHash(dep.0)).collect()).unwrap_or_default()
    }
}

fn turned(name: &str, value: &FieldValue, renamed: &Renamed) -> FieldValue {
    match value {
        FieldValue::Text(text) if name == OF => {
            let now = text.parse().ok().and_then(|key: EntryKey| renamed.get(&key));
            FieldValue::Text(now.map_or_else(|| text.clone(), ToString::to_string))
        }
        other => other.clone(),
    }
}
