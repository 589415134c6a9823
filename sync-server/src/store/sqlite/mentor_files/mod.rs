//! Mentors' files in SQLite.

mod read;
mod write;

use async_trait::async_trait;
use daymark_domain::{DeviceId, MentorId, MentoringRules, SchoolDay, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Connection, params};

use super::SqliteStore;
use super::access::{mentoring_rules, settle_now};
use super::values::{one, run};
use crate::store::StoreError;
use crate::store::mentor_files::{
    MentorEntry, MentorFact, MentorFile, MentorFileStore, MentorOnLadder, Signature,
};

#[async_trait]
impl MentorFileStore for SqliteStore {
    async fn ladder(
        &self,
        school: SchoolId,
        today: SchoolDay,
    ) -> Result<(MentoringRules, Vec<MentorOnLadder>), StoreError> {
        self.read(move |db| Ok((mentoring_rules(db, school, today)?, read::ladder(db, school)?))).await
    }

    async fn mentor_file(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Option<MentorFile>, StoreError> {
        self.read(
            move |db| {
                if is_of_school(db, school, mentor)? { read::file(db, mentor).map(Some) } else { Ok(None) }
            },
        )
        .await
    }

    async fn sign_on_phone(
        &self,
        school: SchoolId,
        mentor: MentorId,
        signature: Signature,
        device: DeviceId,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            write::sign(tx, mentor, &signature, write::SignedBy::Phone(device), at)?;
            settle_now(tx, school, at)?;
            Ok(())
        })
        .await
    }

    async fn write_down(
        &self,
        school: SchoolId,
        mentor: MentorId,
        entry: MentorEntry,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, school, mentor)? {
                return Ok(false);
            }
            write::write_down(tx, school, mentor, &entry, by, at)?;
            settle_now(tx, school, at)?;
            Ok(true)
        })
        .await
    }

    async fn take_back(
        &self,
        school: SchoolId,
        mentor: MentorId,
        fact: MentorFact,
        id: i64,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_of_school(tx, school, mentor)? {
                return Ok(false);
            }
            let row = params![fact.word(), id, mentor.as_bytes(), by.as_bytes(), at];
            let taken_back = run(tx, include_str!("take_back.sql"), row)? > 0;
            settle_now(tx, school, at)?;
            Ok(taken_back)
        })
        .await
    }
}

fn is_of_school(db: &Connection, school: SchoolId, mentor: MentorId) -> Result<bool, StoreError> {
    let which = params![mentor.as_bytes(), school.as_bytes()];
    Ok(one(db, include_str!("of_school.sql"), which, |_| Ok(()))?.is_some())
}
