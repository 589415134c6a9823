//! The chain: what is hashed of a row of the record of access, in which form, and where it ends (ADR 0016).
//!
//! `hash = SHA-256("daymark access 1" ‖ hash of the row before ‖ fields)`. A field is its length and its bytes, or a mark
//! that there is none. Student and detail are there as salted hashes, so that both can be forgotten and the chain holds.

use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use sha2::{Digest, Sha256};

use crate::entropy::Entropy;
use crate::store::StoreError;
use crate::store::audit::ChainHead;
use crate::store::sqlite::values::{all, run};

/// Before the first row.
pub(super) const BEGINNING: [u8; 32] = [0; 32];

/// Something of a row that may have to be forgotten: salt and value, or the hash that was left of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// What stands there.
    pub value: Option<Vec<u8>>,
    /// Without it nobody can try which value the hash is of.
    pub salt: Option<[u8; 16]>,
    /// In place of both, when they were forgotten.
    pub seal: Option<[u8; 32]>,
}

impl Part {
    /// With a new salt.
    pub(super) fn new(value: Option<Vec<u8>>) -> Self {
        let salt = value.as_ref().map(|_| Entropy::system().bytes());
        Self { value, salt, seal: None }
    }

    /// The salted hash; `Some(None)`: there never was anything. None: this is no state that we write.
    pub(super) fn sealed(&self) -> Option<Option<[u8; 32]>> {
        match (&self.value, self.salt, self.seal) {
            (None, None, None) => Some(None),
            (None, None, Some(seal)) => Some(Some(seal)),
            (Some(value), Some(salt), None) => {
                let mut hash = Sha256::new();
                hash.update(b"daymark access part 1");
                hash.update(salt);
                hash.update(value);
                Some(Some(hash.finalize().into()))
            }
            _ => None,
        }
    }
}

/// A row as it is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub id: i64,
    pub at: i64,
    pub staff: Option<Vec<u8>>,
    pub device: Option<Vec<u8>>,
    pub what: String,
    pub school: Option<Vec<u8>>,
    pub by: Option<String>,
    pub student: Part,
    pub detail: Part,
}

impl Link {
    /// Its hash behind that of the row before; none when a part is in no state that we write.
    pub(super) fn hash_after(&self, before: &[u8; 32]) -> Option<[u8; 32]> {
        let (student, detail) = (self.student.sealed()?, self.detail.sealed()?);
        let mut hash = Sha256::new();
        hash.update(b"daymark access 1");
        hash.update(before);
        hash.update(self.id.to_le_bytes());
        hash.update(self.at.to_le_bytes());
        let fields = [
            self.staff.as_deref(),
            self.device.as_deref(),
            Some(self.what.as_bytes()),
            self.school.as_deref(),
            self.by.as_deref().map(str::as_bytes),
            student.as_ref().map(<[u8; 32]>::as_slice),
            detail.as_ref().map(<[u8; 32]>::as_slice),
        ];
        for field in fields {
            hash.update([u8::from(field.is_some())]);
            let bytes = field.unwrap_or_default();
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        Some(hash.finalize().into())
    }
}

/// A row of `walk.sql`, with the hash that it carries.
pub(super) fn link(row: &Row<'_>) -> Result<(Link, Option<Vec<u8>>), StoreError> {
    let detail: Option<String> = row.get("detail")?;
    let student = Part {
        value: row.get("student_id")?,
        salt: row.get("student_salt")?,
        seal: row.get("student_seal")?,
    };
    let detail = Part {
        value: detail.map(String::into_bytes),
        salt: row.get("detail_salt")?,
        seal: row.get("detail_seal")?,
    };
    let link = Link {
        id: row.get("id")?,
        at: row.get("at")?,
        staff: row.get("staff_id")?,
        device: row.get("device_id")?,
        what: row.get("what")?,
        school: row.get("school_id")?,
        by: row.get("by_name")?,
        student,
        detail,
    };
    Ok((link, row.get("hash")?))
}

/// Where the chain ends; none while nothing was noted.
pub(crate) fn head(db: &Connection) -> Result<Option<ChainHead>, StoreError> {
    let head = |row: &Row<'_>| Ok(ChainHead { id: row.get(0)?, hash: row.get(1)? });
    Ok(db.prepare_cached(include_str!("head.sql"))?.query_row([], head).optional()?)
}

/// Seals the rows of a record from before there was a chain. A record that has one is never sealed again.
pub(crate) fn seal_what_stands(tx: &Transaction<'_>) -> Result<(), StoreError> {
    let first = "SELECT hash IS NULL FROM access_event ORDER BY id LIMIT 1";
    let is_unsealed: Option<bool> = tx.query_row(first, [], |row| row.get(0)).optional()?;
    if is_unsealed != Some(true) {
        return Ok(());
    }
    let mut before = BEGINNING;
    for (mut link, _) in all(tx, include_str!("walk.sql"), [], link)? {
        (link.student, link.detail) = (Part::new(link.student.value), Part::new(link.detail.value));
        before = link.hash_after(&before).ok_or(StoreError::Unreadable { what: "access" })?;
        run(tx, include_str!("seal.sql"), params![link.id, link.student.salt, link.detail.salt, before])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        Link {
            id: 7,
            at: 1_760_000_000,
            staff: Some(vec![1; 16]),
            device: None,
            what: "student_viewed".to_owned(),
            school: Some(vec![2; 16]),
            by: None,
            student: Part { value: Some(vec![3; 16]), salt: Some([4; 16]), seal: None },
            detail: Part::default(),
        }
    }

    #[test]
    fn the_hash_of_a_row_is_the_same_in_every_version() {
        let hash = link().hash_after(&BEGINNING).unwrap();
        assert_eq!(
            crate::auth::hex(&hash),
            "7a5370cc6ff6eaf563a4e82124f3ecabcd2796c14005ac8e074df73b00d69df8"
        );
    }

    #[test]
    fn a_row_whose_student_was_forgotten_keeps_its_hash() {
        let before = link();
        let mut after = before.clone();
        after.student = Part { value: None, salt: None, seal: before.student.sealed().unwrap() };
        assert_eq!(before.hash_after(&BEGINNING), after.hash_after(&BEGINNING));
        after.student.seal = None;
        assert_ne!(before.hash_after(&BEGINNING), after.hash_after(&BEGINNING), "but not without its seal");
    }

    #[test]
    fn a_field_that_moves_into_its_neighbour_is_another_row() {
        let (mut one, mut other) = (link(), link());
        (one.school, one.by) = (None, Some("ab".to_owned()));
        (other.school, other.by) = (Some(b"ab".to_vec()), None);
        assert_ne!(one.hash_after(&BEGINNING), other.hash_after(&BEGINNING));
    }
}
