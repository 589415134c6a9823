//! Which phones a mentor writes with, and taking up those that a backup does not know.

use daymark_domain::{DeviceId, DeviceTag};
use daymark_sqlite::rusqlite::{Connection, ToSql, Transaction, named_params, params};

use super::super::values::{all, device_tag, id, one, run};
use crate::store::StoreError;
use crate::store::sync::{Asker, NewChanges, WritingPhone};

pub(super) fn of_mentor(
    db: &Connection,
    school: &[u8; 16],
    mentor: &[u8; 16],
) -> Result<Vec<WritingPhone>, StoreError> {
    let whose = named_params! { ":school_id": school, ":mentor_id": mentor };
    read(db, include_str!("writing_phones.sql"), whose)
}

fn read(
    db: &Connection,
    sql: &'static str,
    whose: &[(&str, &dyn ToSql)],
) -> Result<Vec<WritingPhone>, StoreError> {
    all(db, sql, whose, |row| {
        let generation = row.get(2)?;
        Ok(WritingPhone {
            device_id: id(row, 0, DeviceId::from_bytes)?,
            tag: device_tag(row, 1)?,
            generation,
        })
    })
}

/// Takes phones up under the tags that they had. A serial that somebody else has by now is nobody else's to write under.
pub(super) fn take_up(
    tx: &Transaction<'_>,
    asker: Asker,
    phones: &[(DeviceId, DeviceTag)],
    at: i64,
) -> Result<(), StoreError> {
    for (device, tag) in phones {
        let Some(serial) = tag.serial() else { continue };
        let row = named_params! {
            ":serial": serial,
            ":device_id": device.as_bytes(),
            ":mentor_id": asker.mentor_id.as_bytes(),
            ":at": at,
        };
        run(tx, include_str!("take_up.sql"), row)?;
    }
    Ok(())
}

/// Writes down which phone writes under an actor, the first time that it does.
pub(super) fn note_actor(tx: &Transaction<'_>, new: &NewChanges, actor: &[u8]) -> Result<(), StoreError> {
    if one(tx, include_str!("has_actor.sql"), params![actor], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    let of = named_params! { ":match_id": new.match_id.as_bytes() };
    let phones = read(tx, include_str!("writing_phones_of_match.sql"), of)?;
    for phone in &phones {
        let told = if phone.device_id == new.device_id { new.generation } else { 0 };
        if let Some(generation) = phone.generation_of(actor, told) {
            let row = named_params! {
                ":actor": actor,
                ":device_id": phone.device_id.as_bytes(),
                ":generation": generation,
            };
            run(tx, include_str!("add_actor.sql"), row)?;
        }
    }
    Ok(())
}
