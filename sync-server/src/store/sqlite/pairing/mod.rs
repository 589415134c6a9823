//! Invitations and phones in SQLite.

mod asking;
mod read;

use async_trait::async_trait;
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Transaction, params};

use super::SqliteStore;
use super::audit::note;
use super::values::{all, device_tag, id, one, run};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::pairing::{
    DeviceAccess, DeviceSummary, Heard, LatestInvite, NewAccess, NewDevice, NewInvite, Paired, PairingStore,
    PhoneAsks, Proving, Revocation,
};

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

    async fn ask_to_pair(&self, phone: PhoneAsks) -> Result<Option<[u8; 32]>, StoreError> {
        self.write(move |tx| asking::ask(tx, &phone)).await
    }

    async fn count_wrong_try(&self, code_hash: [u8; 32]) -> Result<(), StoreError> {
        self.write(move |tx| asking::count_wrong_try(tx, code_hash)).await
    }

    async fn hear_answer(
        &self,
        public_key: [u8; 32],
        nonce: [u8; 32],
        at: i64,
    ) -> Result<Option<Heard>, StoreError> {
        let Some(found) = self.read(move |db| asking::find(db, public_key)).await? else { return Ok(None) };
        if found.still_to_write(nonce) {
            let (code_hash, fits) = (found.code_hash, found.fits(nonce));
            self.write(move |tx| asking::keep_nonce(tx, code_hash, fits.then_some(nonce))).await?;
        }
        Ok(found.heard(nonce, at))
    }

    async fn latest_invite(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Option<LatestInvite>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), mentor.as_bytes()];
            one(db, include_str!("latest_invite.sql"), of, read::latest)
        })
        .await
    }

    async fn refuse_phone(
        &self,
        (school, mentor): (SchoolId, MentorId),
        public_key: [u8; 32],
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let row = params![school.as_bytes(), mentor.as_bytes(), public_key, at];
            let refused = run(tx, include_str!("refuse.sql"), row)? > 0;
            if refused {
                note(tx, &AccessEvent::by_staff(at, by, school, "phone_refused"))?;
            }
            Ok(refused)
        })
        .await
    }

    async fn pair_device(&self, device: NewDevice) -> Result<Option<Paired>, StoreError> {
        self.write(move |tx| {
            let Some(invited) = use_invite(tx, &device)? else { return Ok(None) };
            let tag = add_device(tx, &device, invited.mentor_id)?;
            run(tx, include_str!("set_device.sql"), params![device.code_hash, device.id.as_bytes()])?;
            let by_staff = AccessEvent::by_staff(device.at, device.by, invited.school_id, "phone_paired");
            note(tx, &AccessEvent { device_id: Some(device.id), ..by_staff })?;
            let Invited { mentor_id, mentor_name, school_id, school_name } = invited;
            Ok(Some(Paired { tag, mentor_id, school_id, mentor_name, school_name }))
        })
        .await
    }

    async fn device_by_token(
        &self,
        token_hash: [u8; 32],
        at: i64,
    ) -> Result<Option<DeviceAccess>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("device_by_token.sql"), params![token_hash, at], read::access)
        })
        .await
    }

    async fn device_to_prove(&self, device: DeviceId) -> Result<Option<Proving>, StoreError> {
        self.read(move |db| {
            one(db, include_str!("device_to_prove.sql"), params![device.as_bytes()], read::proving)
        })
        .await
    }

    async fn begin_access(&self, access: NewAccess) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let NewAccess { token_hash, device_id, at, expires_at } = access;
            run(tx, include_str!("forget_tokens.sql"), params![device_id.as_bytes(), at, expires_at])?;
            let row = params![token_hash, device_id.as_bytes(), expires_at];
            Ok(run(tx, include_str!("begin_access.sql"), row)? > 0)
        })
        .await
    }

    async fn devices_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<DeviceSummary>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), mentor.as_bytes()];
            all(db, include_str!("devices_of_mentor.sql"), of, read::device)
        })
        .await
    }

    async fn revoke_device(&self, school: SchoolId, revocation: Revocation) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Revocation { device, leaving, by, at } = revocation;
            let row = params![school.as_bytes(), device.as_bytes(), at, leaving.word()];
            let revoked = run(tx, include_str!("revoke.sql"), row)? > 0;
            if revoked {
                let by_staff = AccessEvent::by_staff(at, by, school, "phone_revoked");
                let detail = Some(leaving.word().to_owned());
                note(tx, &AccessEvent { device_id: Some(device), detail, ..by_staff })?;
            }
            Ok(revoked)
        })
        .await
    }

    async fn note_handed_in(&self, device: DeviceId, changes: u64) -> Result<(), StoreError> {
        self.write(move |tx| {
            let changes = i64::try_from(changes).unwrap_or(i64::MAX);
            run(tx, include_str!("note_handed_in.sql"), params![device.as_bytes(), changes])?;
            Ok(())
        })
        .await
    }

    async fn note_wiped(&self, device: DeviceId, at: i64) -> Result<(), StoreError> {
        self.write(move |tx| {
            run(tx, include_str!("note_wiped.sql"), params![device.as_bytes(), at])?;
            Ok(())
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
fn use_invite(tx: &Transaction<'_>, device: &NewDevice) -> Result<Option<Invited>, StoreError> {
    let row = params![device.code_hash, device.at, device.public_key];
    let used = one(tx, include_str!("use_invite.sql"), row, |row| id(row, 0, MentorId::from_bytes))?;
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
        device.platform,
        device.app_version,
        device.at,
    ];
    let added = one(tx, include_str!("add_device.sql"), row, |row| device_tag(row, 0))?;
    added.ok_or(StoreError::Unreadable { what: "device serial" })
}
