//! Rows of invitations and phones.

use daymark_domain::{DeviceId, MentorId, SchoolId};
use daymark_protocol::access::Leaving;
use daymark_sqlite::rusqlite::Row;

use crate::store::StoreError;
use crate::store::pairing::{AskingPhone, DeviceAccess, DeviceSummary, InviteState, LatestInvite, Proving};
use crate::store::sqlite::values::{device_tag, id};

/// With more wrong tries than this a code is dead.
const WRONG_TRIES_MAX: i64 = 5;

pub(super) fn latest(row: &Row<'_>) -> Result<LatestInvite, StoreError> {
    let (used, refused): (Option<i64>, Option<i64>) = (row.get("used_at")?, row.get("refused_at")?);
    let state = match (used, refused) {
        (Some(_), _) => InviteState::Used,
        (None, Some(_)) => InviteState::Refused,
        (None, None) if row.get::<_, i64>("wrong_tries")? >= WRONG_TRIES_MAX => InviteState::Refused,
        (None, None) => asking(row)?.map_or(InviteState::Open, InviteState::Asking),
    };
    Ok(LatestInvite { code_hash: row.get("code_hash")?, expires_at: row.get("expires_at")?, state })
}

fn asking(row: &Row<'_>) -> Result<Option<AskingPhone>, StoreError> {
    let Some(phone_nonce) = row.get("phone_nonce")? else { return Ok(None) };
    Ok(Some(AskingPhone {
        public_key: row.get("public_key")?,
        phone_nonce,
        server_nonce: row.get("server_nonce")?,
        platform: row.get("platform")?,
        app_version: row.get("app_version")?,
        language: row.get("language")?,
    }))
}

pub(super) fn access(row: &Row<'_>) -> Result<DeviceAccess, StoreError> {
    Ok(DeviceAccess {
        id: id(row, 0, DeviceId::from_bytes)?,
        mentor_id: id(row, 1, MentorId::from_bytes)?,
        school_id: id(row, 2, SchoolId::from_bytes)?,
        tag: device_tag(row, 3)?,
    })
}

pub(super) fn proving(row: &Row<'_>) -> Result<Proving, StoreError> {
    let revoked: Option<i64> = row.get("revoked_at")?;
    let leaving = leaving(row)?.unwrap_or(Leaving::Left);
    Ok(Proving {
        access: access(row)?,
        public_key: row.get("public_key")?,
        shut_out: revoked.map(|_| leaving),
    })
}

fn leaving(row: &Row<'_>) -> Result<Option<Leaving>, StoreError> {
    let word: Option<String> = row.get("leaving")?;
    Ok(word.as_deref().and_then(Leaving::of_word))
}

pub(super) fn device(row: &Row<'_>) -> Result<DeviceSummary, StoreError> {
    Ok(DeviceSummary {
        id: id(row, 0, DeviceId::from_bytes)?,
        tag: device_tag(row, 1)?,
        platform: row.get("platform")?,
        paired_at: row.get("paired_at")?,
        last_sync_at: row.get("last_sync_at")?,
        revoked_at: row.get("revoked_at")?,
        leaving: leaving(row)?,
        handed_in: row.get("handed_in")?,
        wiped_at: row.get("wiped_at")?,
        uncertain: row
            .get::<_, Option<i64>>(10)?
            .map(|last| Ok::<_, StoreError>((row.get(9)?, last)))
            .transpose()?,
    })
}
