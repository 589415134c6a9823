//! What staff know better than the export.

use daymark_domain::{GuardianId, SchoolId};
use daymark_sqlite::rusqlite::{Transaction, params};

use super::super::log::next_seq;
use super::super::values::{all, id, run};
use crate::store::StoreError;
use crate::store::imports::{ByHand, GuardianField};

/// Phones learn of a guardian by the links, which alone carry a number of the log; a student's phones are those of
/// the school that the student was last enrolled in.
pub(in crate::store::sqlite) fn set_guardian(
    tx: &Transaction<'_>,
    guardian: GuardianId,
    field: GuardianField,
    by_hand: &ByHand,
    at: i64,
) -> Result<bool, StoreError> {
    let key = guardian.as_bytes();
    let value = match by_hand {
        ByHand::Release => {
            run(tx, include_str!("release_hand_set.sql"), params!["guardian", key, field.word()])?;
            return Ok(true);
        }
        ByHand::Set(value) => value,
    };
    let set = match field {
        GuardianField::Phone => include_str!("set_guardian_phone.sql"),
        GuardianField::Language => include_str!("set_guardian_language.sql"),
    };
    if run(tx, set, params![key, value])? == 0 {
        return Ok(false);
    }
    run(tx, include_str!("hand_set.sql"), params!["guardian", key, field.word(), at])?;
    let schools =
        all(tx, include_str!("schools_of_guardian.sql"), [key], |row| id(row, 0, SchoolId::from_bytes))?;
    for school in schools {
        let seq = next_seq(tx, school, "guardian", None, at)?;
        run(tx, include_str!("touch_guardian_links.sql"), params![key, school.as_bytes(), seq])?;
    }
    Ok(true)
}
