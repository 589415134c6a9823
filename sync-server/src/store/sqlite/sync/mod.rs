//! Syncing in SQLite.

mod above;
mod entry_rows;
pub(crate) mod folded;
mod granted;
mod hashes;
mod projection;
mod sound;
mod team;
#[cfg(test)]
mod upgrade;
mod writers;

use async_trait::async_trait;
use daymark_documents::MatchRecord;
use daymark_domain::{DeviceId, DeviceTag, MatchId, MentorId, Rules, SchoolDay, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Transaction, named_params};

use super::SqliteStore;
use super::log::next_seq;
use super::values::{one, run};
use crate::store::StoreError;
use crate::store::sync::{
    Above, Asker, ChangesAdded, Log, MatchForPush, NewChanges, News, RecordHash, RefusedChange, SyncStore,
    WritingPhone,
};

pub use projection::TABLES as PROJECTIONS;
pub(crate) use projection::rebuild;

#[async_trait]
impl SyncStore for SqliteStore {
    async fn match_for_push(
        &self,
        asker: Asker,
        match_id: MatchId,
        known_version: Option<i64>,
    ) -> Result<Option<MatchForPush>, StoreError> {
        self.read(move |db| {
            let whose = named_params! {
                ":match_id": match_id.as_bytes(),
                ":mentor_id": asker.mentor_id.as_bytes(),
                ":school_id": asker.school_id.as_bytes(),
            };
            let found: Option<(Option<i64>, i64)> =
                one(db, include_str!("match_for_push.sql"), whose, |row| Ok((row.get(0)?, row.get(1)?)))?;
            let Some((ended_at, version)) = found else { return Ok(None) };
            let changes = if known_version == Some(version) { Vec::new() } else { changes_of(db, match_id)? };
            Ok(Some(MatchForPush { school_id: asker.school_id, ended_at, version, changes }))
        })
        .await
    }

    async fn add_changes(&self, new: NewChanges) -> Result<ChangesAdded, StoreError> {
        self.write_grouped(move |tx| add_changes(tx, &new)).await
    }

    async fn add_refused(&self, refused: Vec<RefusedChange>) -> Result<(), StoreError> {
        self.write_grouped(move |tx| {
            for change in &refused {
                let row = named_params! {
                    ":match_id": change.match_id.as_bytes(),
                    ":hash": change.hash,
                    ":device_id": change.device_id.as_bytes(),
                    ":code": change.code,
                    ":bytes": change.bytes,
                    ":at": change.at,
                };
                run(tx, include_str!("add_refused.sql"), row)?;
            }
            Ok(())
        })
        .await
    }

    async fn log(&self, school: SchoolId) -> Result<Log, StoreError> {
        self.read(move |db| log(db, school)).await
    }

    async fn above(&self, asker: Asker, rules: Rules, today: SchoolDay) -> Result<Above, StoreError> {
        self.read(move |db| above::above(db, asker, &rules, today)).await
    }

    async fn to_forget(&self, asker: Asker, named: Vec<MatchId>) -> Result<Vec<News>, StoreError> {
        self.read(move |db| above::to_forget(db, asker, &named)).await
    }

    async fn writing_phones(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<WritingPhone>, StoreError> {
        self.read(move |db| writers::of_mentor(db, school.as_bytes(), mentor.as_bytes())).await
    }

    async fn take_up(
        &self,
        asker: Asker,
        phones: Vec<(DeviceId, DeviceTag)>,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| writers::take_up(tx, asker, &phones, at)).await
    }

    async fn keep_hashes(&self, fresh: Vec<RecordHash>, today: SchoolDay) -> Result<(), StoreError> {
        self.write(move |tx| fresh.iter().try_for_each(|record| hashes::keep_checked(tx, record, today)))
            .await
    }

    async fn heard_from(&self, device: DeviceId, at: i64) -> Result<(), StoreError> {
        let row = move |tx: &Transaction<'_>| {
            run(
                tx,
                include_str!("heard_from.sql"),
                named_params! { ":device_id": device.as_bytes(), ":at": at },
            )
        };
        self.write_grouped(row).await.map(|_| ())
    }

    async fn rebuild_projections(&self, school: SchoolId) -> Result<u64, StoreError> {
        self.write(move |tx| projection::rebuild(tx, school)).await
    }
}

fn changes_of(db: &Connection, match_id: MatchId) -> Result<Vec<Vec<u8>>, StoreError> {
    sound::only(folded::bytes_of(db, match_id, include_str!("changes_of.sql"))?)
}

fn log(db: &Connection, school: SchoolId) -> Result<Log, StoreError> {
    let found = one(db, include_str!("log.sql"), named_params! { ":school_id": school.as_bytes() }, |row| {
        Ok(Log { id: row.get(0)?, seq: row.get(1)? })
    })?;
    found.ok_or(StoreError::Unreadable { what: "school" })
}

fn add_changes(tx: &Transaction<'_>, new: &NewChanges) -> Result<ChangesAdded, StoreError> {
    let of = named_params! { ":match_id": new.match_id.as_bytes() };
    let version: Option<i64> = one(tx, include_str!("version_of.sql"), of, |row| Ok(row.get(0)?))?;
    if version != Some(new.version) {
        return Ok(ChangesAdded::Stale);
    }
    let seq = next_seq(tx, new.school_id, "changes", Some(new.match_id.as_bytes()), new.at)?;
    for (position, (change, bytes)) in new.changes.iter().enumerate() {
        writers::note_actor(tx, new, &change.actor)?;
        sound::make_room(tx, new.match_id, change)?;
        let row = named_params! {
            ":school_id": new.school_id.as_bytes(),
            ":seq": seq,
            ":position": position,
            ":match_id": new.match_id.as_bytes(),
            ":hash": change.hash.0,
            ":actor": change.actor,
            ":actor_seq": change.seq,
            ":max_op": change.max_op,
            ":device_id": new.device_id.as_bytes(),
            ":bytes": bytes,
            ":at": new.at,
            ":late": new.late,
        };
        run(tx, include_str!("add_change.sql"), row)?;
    }
    #[cfg(feature = "weakened")]
    if new.changes.is_empty() {
        crate::weakened::count_again(tx, new.match_id)?;
    }
    for key in &new.uncertain {
        let row = named_params! {
            ":match_id": new.match_id.as_bytes(),
            ":entry_key": key.to_string(),
            ":device_id": new.device_id.as_bytes(),
            ":at": new.at,
        };
        run(tx, include_str!("add_uncertain_time.sql"), row)?;
    }
    super::handed_in::add(tx, new)?;
    hashes::keep(tx, new.match_id, seq, &new.hash)?;
    projection::write(tx, new.match_id, &new.view, new.late)?;
    Ok(ChangesAdded::At(seq))
}

/// The record that a match's stored changes make.
pub(crate) fn record_of(db: &Connection, match_id: MatchId) -> Result<MatchRecord, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "match record" };
    let mut record = MatchRecord::new().map_err(unreadable)?;
    record.apply(&changes_of(db, match_id)?).map_err(unreadable)?;
    Ok(record)
}
