//! What a phone may write: a new entry under its own tag, and a mark on a date. Nothing else, and never a deletion.

use automerge::legacy::{Key, ObjectId, Op, OpId};
use automerge::{ActorId, Change, ObjId, ObjType, ScalarValue};
use daymark_domain::{CalendarMark, EntryKey, SchoolDay};

use super::{Refusal, fields};
use crate::write::Writer;

/// Checks every operation of the change against the two shapes.
pub(super) fn check(change: &Change, writer: &Writer, entries: &ObjId, marks: &ObjId) -> Result<(), Refusal> {
    let decoded = change.decode();
    let mut new_entry: Option<OpId> = None;
    for (operation, number) in decoded.operations.iter().zip(decoded.start_op.get()..) {
        let place = Place::of(operation, entries, marks, new_entry.as_ref()).ok_or(Refusal::NotAllowed)?;
        let allowed = match place {
            Place::Entries if new_entry.is_none() => {
                new_entry = Some(OpId::new(number, &decoded.actor_id));
                is_new_entry(operation, writer)
            }
            Place::Entries => false,
            Place::NewEntry => is_field(operation),
            Place::Marks => is_mark(operation),
        };
        if !allowed {
            return Err(Refusal::NotAllowed);
        }
    }
    if decoded.operations.is_empty() { Err(Refusal::NotAllowed) } else { Ok(()) }
}

/// Where an operation writes.
enum Place {
    Entries,
    NewEntry,
    Marks,
}

impl Place {
    fn of(operation: &Op, entries: &ObjId, marks: &ObjId, new_entry: Option<&OpId>) -> Option<Self> {
        let ObjectId::Id(id) = &operation.obj else { return None };
        match () {
            () if is(id, entries) => Some(Self::Entries),
            () if is(id, marks) => Some(Self::Marks),
            () if Some(id) == new_entry => Some(Self::NewEntry),
            () => None,
        }
    }
}

fn is(id: &OpId, object: &ObjId) -> bool {
    let same_actor = |actor: &ActorId| actor == id.actor();
    matches!(object, ObjId::Id(counter, actor, _) if *counter == id.counter() && same_actor(actor))
}

fn is_new_entry(operation: &Op, writer: &Writer) -> bool {
    let own = |key: &str| key.parse::<EntryKey>().is_ok_and(|key| key.tag == writer.tag);
    let makes_map = matches!(operation.action, automerge::legacy::OpType::Make(ObjType::Map));
    makes_map && operation.pred.is_empty() && !operation.insert && map_key(operation).is_some_and(own)
}

fn is_field(operation: &Op) -> bool {
    let automerge::legacy::OpType::Put(value) = &operation.action else { return false };
    let allowed = |name: &str| (1..=32).contains(&name.len()) && fields::allowed(name, value);
    operation.pred.is_empty() && !operation.insert && map_key(operation).is_some_and(allowed)
}

fn is_mark(operation: &Op) -> bool {
    let date = |key: &str| key.parse::<SchoolDay>().is_ok_and(|day| day.to_string() == key);
    let mark = match &operation.action {
        automerge::legacy::OpType::Put(ScalarValue::Str(word)) => word.parse::<CalendarMark>().is_ok(),
        _ => false,
    };
    mark && !operation.insert && map_key(operation).is_some_and(date)
}

fn map_key(operation: &Op) -> Option<&str> {
    match &operation.key {
        Key::Map(key) => Some(key),
        Key::Seq(_) => None,
    }
}
