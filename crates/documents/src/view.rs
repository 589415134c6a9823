//! What a record says: entries with those that were taken back, and calendar marks with their disagreements.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, ObjId, ReadDoc, ScalarValue, ValueRef};
use daymark_domain::{CalendarMark, EntryKey, SchoolDay, What};

use crate::fields::{AT, DAY, Fields, KIND, OF, VOID, what_of};
use crate::genesis;
use crate::record::MatchRecord;

/// Everything that a record says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordView {
    /// All entries but voids, by key.
    pub entries: Vec<Entry>,
    /// Marks by date; more than one when two phones disagreed.
    pub marks: BTreeMap<SchoolDay, BTreeSet<CalendarMark>>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key, for ever.
    pub key: EntryKey,
    /// The school's date that it is about.
    pub day: SchoolDay,
    /// When it was made by the phone's clock, seconds since 1970.
    pub at: i64,
    /// What was done.
    pub what: What,
    /// When it was taken back by the phone's clock, seconds since 1970; the first time, if more than once.
    pub voided_at: Option<i64>,
}

impl Entry {
    /// Taken back.
    pub fn is_voided(&self) -> bool {
        self.voided_at.is_some()
    }
}

impl MatchRecord {
    /// Reads the whole record.
    pub fn view(&self) -> RecordView {
        let Some((entries, marks)) = genesis::maps(&self.doc) else { return RecordView::default() };
        RecordView { entries: read_entries(&self.doc, &entries), marks: read_marks(&self.doc, &marks) }
    }
}

fn read_entries(doc: &Automerge, entries: &ObjId) -> Vec<Entry> {
    let mut read = BTreeMap::new();
    let mut voided = BTreeMap::<EntryKey, i64>::new();
    for item in doc.map_range(entries, ..) {
        let (Ok(key), ValueRef::Object(_)) = (item.key.parse::<EntryKey>(), &item.value) else { continue };
        let fields = DocumentFields::of(doc, &item.id());
        if fields.text(KIND).as_deref() == Some(VOID) {
            let Some(of) = fields.text(OF).and_then(|of| of.parse().ok()) else { continue };
            let at = fields.number(AT).unwrap_or(0);
            voided.entry(of).and_modify(|first| *first = at.min(*first)).or_insert(at);
        } else {
            read.insert(key, fields);
        }
    }
    let entry = |(key, fields): (EntryKey, DocumentFields)| {
        let day = fields.number(DAY).and_then(|day| SchoolDay::from_number(i32::try_from(day).ok()?));
        let voided_at = voided.get(&key).copied();
        Some(Entry { key, day: day?, at: fields.number(AT).unwrap_or(0), what: what_of(&fields), voided_at })
    };
    read.into_iter().filter_map(entry).collect()
}

fn read_marks(doc: &Automerge, marks: &ObjId) -> BTreeMap<SchoolDay, BTreeSet<CalendarMark>> {
    let values = |key: &str| -> BTreeSet<CalendarMark> {
        let all = doc.get_all(marks, key).unwrap_or_default();
        all.iter().filter_map(|(value, _)| value.as_str()?.parse().ok()).collect()
    };
    doc.keys(marks)
        .filter_map(|key| Some((key.parse().ok()?, values(&key))))
        .filter(|(_, values)| !values.is_empty())
        .collect()
}

/// One entry's map, read once from its beginning to its end; a field of an unexpected type reads as missing.
struct DocumentFields(Vec<(String, ScalarValue)>);

impl DocumentFields {
    fn of(doc: &Automerge, map: &ObjId) -> Self {
        let scalars = doc.map_range(map, ..).filter_map(|item| match item.value {
            ValueRef::Scalar(scalar) => Some((item.key.into_owned(), scalar.into())),
            ValueRef::Object(_) => None,
        });
        Self(scalars.collect())
    }

    fn get(&self, field: &str) -> Option<&ScalarValue> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, value)| value)
    }
}

impl Fields for DocumentFields {
    fn text(&self, field: &str) -> Option<String> {
        match self.get(field)? {
            ScalarValue::Str(text) => Some(text.to_string()),
            _ => None,
        }
    }

    fn number(&self, field: &str) -> Option<i64> {
        match self.get(field)? {
            ScalarValue::Int(number) => Some(*number),
            ScalarValue::Uint(number) => i64::try_from(*number).ok(),
            _ => None,
        }
    }
}
