//! Forgetting whom an access was about. The row stays and its link of the chain holds; one event more vouches for what was
//! forgotten, so that nobody can do the same to hide what they looked at.

use daymark_sqlite::rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::chain::{self, Part};
use super::note;
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::sqlite::values::{all, run};

/// What the record calls the event that vouches. Its own detail is never blanked.
pub(crate) const BLANKED: &str = "access_blanked";

/// Which part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    Student,
    Detail,
}

impl Which {
    fn word(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Detail => "detail",
        }
    }
}

/// Forgets these students in all rows with what stands beside them, and the detail of those other rows. Whoever calls has
/// set aside the triggers that keep rows from being changed.
pub(crate) fn blank(
    db: &Connection,
    students: &[[u8; 16]],
    details: &[i64],
    at: i64,
) -> Result<(), StoreError> {
    let mut due = Vec::new();
    for student in students {
        let rows = all(db, include_str!("blank_of_student.sql"), params![student], |row| Ok(row.get(0)?))?;
        due.extend(rows.into_iter().flat_map(|id: i64| [(id, Which::Detail), (id, Which::Student)]));
    }
    due.extend(details.iter().map(|id| (*id, Which::Detail)));
    due.sort_unstable_by_key(|(id, which)| (*id, which.word()));
    due.dedup();
    let by_event = chain::head(db)?.map_or(1, |head| head.id + 1);
    let mut vouched = Vouched::default();
    // The event comes last, so what it vouches for points to it a little early.
    db.pragma_update(None, "defer_foreign_keys", true)?;
    for (id, which) in due {
        if forget(db, id, which, by_event)? {
            vouched.add(id, which.word());
        }
    }
    if vouched.rows == 0 {
        return Ok(());
    }
    note(db, &AccessEvent::of_nobody(at, BLANKED, vouched.finish()))
}

/// Whether there was something to forget.
fn forget(db: &Connection, id: i64, which: Which, by_event: i64) -> Result<bool, StoreError> {
    let (value, salt) = match which {
        Which::Student => ("student_id", "student_salt"),
        Which::Detail => ("detail", "detail_salt"),
    };
    let sql = format!("SELECT CAST({value} AS BLOB), {salt} FROM access_event WHERE id = ?1");
    let part =
        db.query_row(&sql, [id], |row| Ok(Part { value: row.get(0)?, salt: row.get(1)?, seal: None }))?;
    let Some(Some(seal)) = part.sealed() else { return Ok(false) };
    run(db, include_str!("blank_add.sql"), params![id, which.word(), seal, by_event])?;
    run(db, &format!("UPDATE access_event SET {value} = NULL, {salt} = NULL WHERE id = ?1"), [id])?;
    Ok(true)
}

/// What an event vouches for: row and part of each, in their order.
#[derive(Clone, Default)]
pub(super) struct Vouched {
    hash: Sha256,
    rows: u64,
}

impl Vouched {
    pub(super) fn add(&mut self, id: i64, part: &str) {
        self.hash.update(id.to_le_bytes());
        self.hash.update(part);
        self.hash.update([0]);
        self.rows += 1;
    }

    pub(super) fn finish(self) -> String {
        format!("sha256 {}", crate::auth::hex(&self.hash.finalize()))
    }
}
