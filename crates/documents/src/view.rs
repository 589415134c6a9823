//! What a record says: entries with those that were taken back, and calendar marks with their disagreements.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, ObjId, ReadDoc, ScalarValue, Value};
use daymark_domain::{Audience, CalendarMark, CallOutcome, DoorResult, EntryKey, NoteText, SchoolDay};

use crate::genesis;
use crate::record::MatchRecord;
use crate::write::NewEntry;

/// What an entry is.
pub(crate) const KIND: &str = "kind";
/// The school's date, days since 1970-01-01.
pub(crate) const DAY: &str = "day";
/// When it was made by the phone's clock, seconds since 1970.
pub(crate) const AT: &str = "at";
/// `DoorResult`.
pub(crate) const RESULT: &str = "result";
/// `CallOutcome`.
pub(crate) const OUTCOME: &str = "outcome";
/// Length in minutes.
pub(crate) const MINUTES: &str = "minutes";
/// A note's text.
pub(crate) const TEXT: &str = "text";
/// `Audience`.
pub(crate) const AUDIENCE: &str = "audience";
/// The entry that a void takes back.
pub(crate) const OF: &str = "of";

/// The word under [`KIND`].
pub(crate) fn kind_word(entry: &NewEntry) -> &'static str {
    match entry {
        NewEntry::DoorCheck(_) => "door_check",
        NewEntry::WakeUpCall(_) => "wake_up_call",
        NewEntry::OneOnOne { .. } => "one_on_one",
        NewEntry::Note { .. } => "note",
        NewEntry::Void(_) => "void",
    }
}

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
    /// Taken back by a later entry.
    pub voided: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// At the door.
    DoorCheck(DoorResult),
    /// A wake-up call.
    WakeUpCall(CallOutcome),
    /// Time for one student.
    OneOnOne {
        /// How long.
        minutes: u16,
    },
    /// A note.
    Note {
        /// The text.
        text: NoteText,
        /// Who may read it.
        audience: Audience,
    },
    /// Written by a newer version: kept, not understood.
    Unknown,
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
    let mut voided = BTreeSet::new();
    for text in doc.keys(entries) {
        let (Ok(key), Ok(Some((Value::Object(_), map)))) =
            (text.parse::<EntryKey>(), doc.get(entries, &*text))
        else {
            continue;
        };
        let fields = Fields { doc, map };
        if fields.text(KIND).as_deref() == Some("void") {
            voided.extend(fields.text(OF).and_then(|of| of.parse::<EntryKey>().ok()));
        } else {
            read.insert(key, fields);
        }
    }
    let entry = |(key, fields): (EntryKey, Fields<'_>)| {
        let day = fields.number(DAY).and_then(|day| SchoolDay::from_number(i32::try_from(day).ok()?));
        let voided = voided.contains(&key);
        Some(Entry { key, day: day?, at: fields.number(AT).unwrap_or(0), what: fields.what(), voided })
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

/// One entry's map, read field by field; a field of an unexpected type reads as missing.
struct Fields<'d> {
    doc: &'d Automerge,
    map: ObjId,
}

impl Fields<'_> {
    fn text(&self, field: &str) -> Option<String> {
        self.doc.get(&self.map, field).ok()??.0.as_str().map(str::to_owned)
    }

    fn number(&self, field: &str) -> Option<i64> {
        match self.doc.get(&self.map, field).ok()??.0 {
            Value::Scalar(scalar) => match scalar.as_ref() {
                ScalarValue::Int(number) => Some(*number),
                ScalarValue::Uint(number) => i64::try_from(*number).ok(),
                _ => None,
            },
            Value::Object(_) => None,
        }
    }

    fn what(&self) -> What {
        self.known().unwrap_or(What::Unknown)
    }

    fn known(&self) -> Option<What> {
        Some(match self.text(KIND)?.as_str() {
            "door_check" => What::DoorCheck(self.text(RESULT)?.parse().ok()?),
            "wake_up_call" => What::WakeUpCall(self.text(OUTCOME)?.parse().ok()?),
            "one_on_one" => What::OneOnOne { minutes: u16::try_from(self.number(MINUTES)?).ok()? },
            "note" => What::Note {
                text: NoteText::try_from(self.text(TEXT)?).ok()?,
                audience: Audience::from_word(&self.text(AUDIENCE)?),
            },
            _ => return None,
        })
    }
}
