//! What a phone adds: one call, one change.

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjId, ObjType, ReadDoc};
use daymark_domain::{CalendarMark, DeviceTag, EntryKey, SchoolDay, What};
use sha2::{Digest, Sha256};

use crate::fields::{AT, DAY, FieldValue, KIND, OF, VOID, fields_of, kind_word};
use crate::genesis;
use crate::record::{ChangeHash, MatchRecord, RecordError};

/// Who writes: one phone in one generation of its installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// In front of every entry key.
    pub tag: DeviceTag,
    /// Automerge's name for one linear stream of changes.
    pub actor: [u8; 16],
}

impl Writer {
    /// The writer of a paired device. A restored copy must count its generation up before it writes: the same actor
    /// with two histories would be refused for ever (`sync.md` 3.6).
    pub fn of_device(device_id: &[u8; 16], tag: &DeviceTag, generation: u32) -> Self {
        let digest = Sha256::new()
            .chain_update(b"daymark-actor-v1")
            .chain_update(device_id)
            .chain_update(generation.to_be_bytes())
            .finalize();
        let mut actor = [0; 16];
        actor.copy_from_slice(&digest[..16]);
        Self { tag: tag.for_generation(generation), actor }
    }
}

/// A change that was written, ready to be stored in the transaction that makes it *saved*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The new entry's key; `None` for a calendar mark.
    pub key: Option<EntryKey>,
    /// The change's hash.
    pub hash: ChangeHash,
    /// The change chunk, not compressed.
    pub bytes: Vec<u8>,
}

impl MatchRecord {
    /// Adds one entry under the writer's next key. `at` is seconds since 1970 by the phone's clock: shown, never used to
    /// decide who is right.
    pub fn add_entry(
        &mut self,
        writer: &Writer,
        day: SchoolDay,
        at: i64,
        what: &What,
    ) -> Result<Written, RecordError> {
        self.add_fields(writer, day, at, kind_word(what), fields_of(what))
    }

    /// Takes another entry back: a new fact about it, dated as it is.
    pub fn void_entry(
        &mut self,
        writer: &Writer,
        day: SchoolDay,
        at: i64,
        target: &EntryKey,
    ) -> Result<Written, RecordError> {
        self.add_fields(writer, day, at, VOID, vec![(OF, FieldValue::Text(target.to_string()))])
    }

    pub(crate) fn add_fields(
        &mut self,
        writer: &Writer,
        day: SchoolDay,
        at: i64,
        kind: &str,
        fields: Vec<(&str, FieldValue)>,
    ) -> Result<Written, RecordError> {
        let (entries, _) = genesis::maps(&self.doc).ok_or(RecordError::ForeignGenesis)?;
        let key = EntryKey { tag: writer.tag.clone(), counter: self.next_counter(&entries, &writer.tag) };
        let change = self.change(writer, |tx| {
            let map = tx.put_object(&entries, key.to_string(), ObjType::Map)?;
            tx.put(&map, KIND, kind)?;
            tx.put(&map, DAY, i64::from(day.number()))?;
            tx.put(&map, AT, at)?;
            fields.into_iter().try_for_each(|(field, value)| match value {
                FieldValue::Text(text) => tx.put(&map, field, text),
                FieldValue::Number(number) => tx.put(&map, field, number),
            })
        })?;
        let (hash, bytes) = change.ok_or_else(|| RecordError::BadChange("the change is empty".to_owned()))?;
        Ok(Written { key: Some(key), hash, bytes })
    }

    /// Puts a sun on a day of the calendar, or takes it off. `None` when the day already says so: there is nothing
    /// to write.
    pub fn mark_day(
        &mut self,
        writer: &Writer,
        day: SchoolDay,
        mark: CalendarMark,
    ) -> Result<Option<Written>, RecordError> {
        let (_, marks) = genesis::maps(&self.doc).ok_or(RecordError::ForeignGenesis)?;
        let date = day.to_string();
        let wins = |value: Option<(automerge::Value<'_>, ObjId)>| {
            value.is_some_and(|(v, _)| v.as_str() == Some(mark.word()))
        };
        let disputed = self.doc.get_all(&marks, &*date)?.len() > 1 && wins(self.doc.get(&marks, &*date)?);
        let change = self.change(writer, |tx| {
            // Putting the value that already wins would be written as a deletion of the other: phones never delete.
            if disputed {
                tx.put(&marks, &*date, mark.opposite().word())?;
            }
            tx.put(&marks, &*date, mark.word())
        })?;
        Ok(change.map(|(hash, bytes)| Written { key: None, hash, bytes }))
    }

    fn next_counter(&self, entries: &ObjId, tag: &DeviceTag) -> u32 {
        let own =
            |key: &String| key.parse::<EntryKey>().ok().filter(|key| key.tag == *tag).map(|key| key.counter);
        self.doc.keys(entries).filter_map(|key| own(&key)).max().unwrap_or(0) + 1
    }

    fn change(
        &mut self,
        writer: &Writer,
        fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>) -> Result<(), automerge::AutomergeError>,
    ) -> Result<Option<(ChangeHash, Vec<u8>)>, RecordError> {
        self.doc.set_actor(ActorId::from(&writer.actor[..]));
        let done = self.doc.transact(fill).map_err(|failure| RecordError::from(failure.error))?;
        Ok(done.hash.and_then(|hash| raw_bytes(&self.doc, hash)))
    }
}

fn raw_bytes(doc: &Automerge, hash: automerge::ChangeHash) -> Option<(ChangeHash, Vec<u8>)> {
    let change = doc.get_change_by_hash(&hash)?;
    Some((ChangeHash(hash.0), change.raw_bytes().to_vec()))
}
