//! One hash of what a record says: every map, every field, every conflicting value, known to this version or not.
//!
//! Two copies that hold the same changes have the same hash; `save()` would differ with the order in which they
//! came (`trust.md` section 0.2: 300 of 300).

use automerge::iter::MapRangeItem;
use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value, ValueRef};
use sha2::{Digest, Sha256};

use crate::record::MatchRecord;

impl MatchRecord {
    /// SHA-256 over the canonical rendering of the whole view.
    pub fn canonical_hash(&self) -> [u8; 32] {
        Sha256::digest(object(&self.doc, &ROOT, ObjType::Map)).into()
    }
}

fn object(doc: &Automerge, id: &ObjId, kind: ObjType) -> Vec<u8> {
    match kind {
        ObjType::Map | ObjType::Table => {
            let mut items: Vec<MapRangeItem<'_>> = doc.map_range(id, ..).collect();
            items.sort_unstable_by(|one, other| one.key.cmp(&other.key));
            let fields =
                items.iter().flat_map(|item| [part(b'k', item.key.as_bytes()), field(doc, id, item)]);
            part(b'm', &fields.collect::<Vec<_>>().concat())
        }
        ObjType::List => {
            part(b'l', &(0..doc.length(id)).map(|at| values(doc, id, at)).collect::<Vec<_>>().concat())
        }
        ObjType::Text => part(b't', doc.text(id).unwrap_or_default().as_bytes()),
    }
}

/// A field with one value is read where it stands: looking it up again by its name is most of the work of a hash.
fn field(doc: &Automerge, of: &ObjId, item: &MapRangeItem<'_>) -> Vec<u8> {
    if item.conflict {
        return values(doc, of, &*item.key);
    }
    let only = match &item.value {
        ValueRef::Object(kind) => object(doc, &item.id(), *kind),
        ValueRef::Scalar(scalar) => part(b's', format!("{:?}", ScalarValue::from(scalar)).as_bytes()),
    };
    part(b'v', &only)
}

/// All values of one field: one, or the conflicting ones in an order that does not depend on who wrote first.
fn values<P: Into<automerge::Prop>>(doc: &Automerge, id: &ObjId, prop: P) -> Vec<u8> {
    let all = doc.get_all(id, prop).unwrap_or_default();
    let mut rendered: Vec<Vec<u8>> = all.iter().map(|(value, id)| render(doc, value, id)).collect();
    rendered.sort_unstable();
    rendered.dedup();
    part(b'v', &rendered.concat())
}

fn render(doc: &Automerge, value: &Value<'_>, id: &ObjId) -> Vec<u8> {
    match value {
        Value::Object(kind) => object(doc, id, *kind),
        // `Debug` names the type with the value, so that 1 and "1" differ.
        Value::Scalar(scalar) => part(b's', format!("{scalar:?}").as_bytes()),
    }
}

/// A tagged, length-prefixed piece: no two renderings can run into each other.
fn part(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut part = Vec::with_capacity(content.len() + 9);
    part.push(tag);
    part.extend((content.len() as u64).to_be_bytes());
    part.extend(content);
    part
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// As it was rendered first, each field looked up by its name: what both sides of a sync compare must never change.
    pub(crate) fn field_by_field(record: &MatchRecord) -> [u8; 32] {
        Sha256::digest(by_name(&record.doc, &ROOT)).into()
    }

    fn by_name(doc: &Automerge, id: &ObjId) -> Vec<u8> {
        let mut keys: Vec<String> = doc.keys(id).collect();
        keys.sort_unstable();
        let values = |key: &String| {
            let all = doc.get_all(id, key.as_str()).unwrap();
            let mut rendered: Vec<Vec<u8>> = all
                .iter()
                .map(|(value, id)| match value {
                    Value::Object(_) => by_name(doc, id),
                    Value::Scalar(scalar) => part(b's', format!("{scalar:?}").as_bytes()),
                })
                .collect();
            rendered.sort_unstable();
            rendered.dedup();
            part(b'v', &rendered.concat())
        };
        let fields = keys.iter().flat_map(|key| [part(b'k', key.as_bytes()), values(key)]);
        part(b'm', &fields.collect::<Vec<_>>().concat())
    }
}
