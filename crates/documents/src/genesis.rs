//! The first change of every match record, the same bytes everywhere.
//!
//! Two phones that each made their own `entries` map would hide one of the two (`sync.md` 1.6). So nobody makes it:
//! all start from these committed bytes, and the maps have the same identity on every device for ever.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ObjId, ObjType, ROOT, ReadDoc};

/// Immutable entries under `deviceTag-counter`.
pub(crate) const ENTRIES: &str = "entries";
/// Calendar marks under `YYYY-MM-DD`.
pub(crate) const MARKS: &str = "marks";
/// The schema's version, a number.
pub(crate) const SCHEMA: &str = "schema";
/// The version that this code writes.
pub(crate) const SCHEMA_VERSION: i64 = 1;

/// The committed bytes.
pub(crate) const BYTES: &[u8] = include_bytes!("genesis-1.automerge");
/// The actor that made them; no phone is called so.
pub(crate) const ACTOR: [u8; 1] = [0];

/// Makes the genesis change. Only the test that guards the committed bytes calls it, and whoever adds a version.
#[cfg_attr(not(test), allow(dead_code, reason = "kept beside the bytes that it made"))]
pub(crate) fn make() -> Automerge {
    let mut doc = Automerge::new().with_actor(ActorId::from(&ACTOR[..]));
    let mut tx = doc.transaction();
    let made = tx
        .put(ROOT, SCHEMA, SCHEMA_VERSION)
        .and_then(|()| tx.put_object(ROOT, ENTRIES, ObjType::Map))
        .and_then(|_| tx.put_object(ROOT, MARKS, ObjType::Map));
    assert!(made.is_ok(), "writing to an empty document does not fail");
    tx.commit_with(CommitOptions::default().with_time(0));
    doc
}

/// The two maps of a loaded record; `None` when it did not start from the committed bytes.
pub(crate) fn maps(doc: &Automerge) -> Option<(ObjId, ObjId)> {
    let map = |key: &str| {
        let (value, id) = doc.get(ROOT, key).ok()??;
        (value.to_objtype() == Some(ObjType::Map)).then_some(id)
    };
    Some((map(ENTRIES)?, map(MARKS)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_bytes_are_what_the_code_makes() {
        let made = make().save_nocompress();
        if std::env::var_os("DAYMARK_WRITE_GENESIS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/genesis-1.automerge"), &made).unwrap();
        }
        assert_eq!(made, BYTES);
    }
}
