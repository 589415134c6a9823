//! Invitations and phones in SQLite.

use async_trait::async_trait;
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, Transaction, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, device_tag, id, one, run};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::pairing::{DeviceAccess, DeviceSummary, NewDevice, NewInvite, Paired, PairingStore};

#[async_trait]
impl PairingStore for SqliteStore {
    async fn add_invite(&self, invite: NewInvite) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let NewInvite { code_hash, school_id, mentor_id, by, at, expires_at } = invite;
            run(
                tx,
                include_str!("withdraw_invites.sql"),
                params![school_id.as_bytes(), mentor_id.as_bytes()],
            )?;
            let row = params![code_hash, school_id.as_bytes(), mentor_id.as_bytes(), at, expires_at];
            let added = run(tx, include_str!("add_invite.sql"), row)? > 0;
            note(tx, &AccessEvent::by_staff(at, by, school_id, "phone_invited"))?;
            Ok(added)
        })
        .await
    }

    async fn pair_device(&self, device: NewDevice) -> Result<Option<Paired>, StoreError> {
        self.write(move |tx| {
            let Some(invited) = use_invite(tx, device.code_hash, device.at)? else { return Ok(None) };
            let tag = add_device(tx, &device, invited.mentor_id)?;
            let paired = AccessEvent {
                at: device.at,
                staff_id: None,
                by_name: None,
                device_id: Some(device.id),
                what: "phone_paired".into(),
                detail: None,
                student_id: None,
                school_id: Some(invited.school_id),
            };
            note(tx, &paired)?;
            let Invited { mentor_id, mentor_name, school_id, school_name } = invited;
            Ok(Some(Paired { tag, mentor_id, school_id, mentor_name, school_name }))
        })
        .await
    }

    async fn device_by_token(&self, token_hash: [u8; 32]) -> Result<Option<DeviceAccess>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("device_by_token.sql"), params![token_hash], |row| {
                Ok(DeviceAccess {
                    id: id(row, 0, DeviceId::from_bytes)?,
                    mentor_id: id(row, 1, MentorId::from_bytes)?,
                    school_id: id(row, 2, SchoolId::from_bytes)?,
                    tag: device_tag(row, 3)?,
                })
            })
        })
        .await
    }

    async fn devices_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<DeviceSummary>, StoreError> {
        self.read(move |db| {
            all(
                db,
                include_str!("devices_of_mentor.sql"),
                params![school.as_bytes(), mentor.as_bytes()],
                device,
            )
        })
        .await
    }

    async fn revoke_device(
        &self,
        school: SchoolId,
        device: DeviceId,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let revoked =
                run(tx, include_str!("revoke.sql"), params![school.as_bytes(), device.as_bytes(), at])? > 0;
            if revoked {
                note(tx, &AccessEvent::by_staff(at, by, school, "phone_revoked"))?;
            }
            Ok(revoked)
        })
        .await
    }
}

struct Invited {
    mentor_id: MentorId,
    mentor_name: String,
    school_id: SchoolId,
    school_name: String,
}

/// Uses the code up and says whom it invited. Two phones with one code: the second finds it used.
fn use_invite(tx: &Transaction<'_>, code_hash: [u8; 32], now: i64) -> Result<Option<Invited>, StoreError> {
    let used = one(tx, include_str!("use_invite.sql"), params![code_hash, now], |row| {
        id(row, 0, MentorId::from_bytes)
    })?;
    let Some(mentor_id) = used else { return Ok(None) };
    one(tx, include_str!("invited.sql"), params![mentor_id.as_bytes()], |row| {
        Ok(Invited {
            mentor_id,
            mentor_name: row.get(0)?,
            school_id: id(row, 1, SchoolId::from_bytes)?,
            school_name: row.get(2)?,
        })
    })
}

fn add_device(tx: &Transaction<'_>, device: &NewDevice, mentor: MentorId) -> Result<DeviceTag, StoreError> {
    let row = params![
        device.id.as_bytes(),
        mentor.as_bytes(),
        device.public_key,
        device.token_hash,
        device.platform,
        device.app_version,
        device.at,
    ];
    let added = one(tx, include_str!("add_device.sql"), row, |row| device_tag(row, 0))?;
    added.ok_or(StoreError::Unreadable { what: "device serial" })
}

fn device(row: &Row<'_>) -> Result<DeviceSummary, StoreError> {
    Ok(DeviceSummary {
        id: id(row, 0, DeviceId::from_bytes)?,
        tag: device_tag(row, 1)?,
        platform: row.get(2)?,
        paired_at: row.get(3)?,
        last_sync_at: row.get(4)?,
        revoked_at: row.get(5)?,
    })
}
