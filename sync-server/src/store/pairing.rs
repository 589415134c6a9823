//! Invitations and paired phones. Codes and tokens are kept only as their SHA-256.

use async_trait::async_trait;
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId, UserId};

use super::StoreError;

/// A single-use code that is about to be shown.
pub struct NewInvite {
    /// SHA-256 of the normalised code.
    pub code_hash: [u8; 32],
    /// The school of the person who invites.
    pub school_id: SchoolId,
    /// Who is invited.
    pub mentor_id: MentorId,
    /// Who invites.
    pub by: UserId,
    /// Now.
    pub at: i64,
    /// When the code stops working.
    pub expires_at: i64,
}

/// A phone that shows a code.
pub struct NewDevice {
    /// SHA-256 of the normalised code.
    pub code_hash: [u8; 32],
    /// The id that it will have.
    pub id: DeviceId,
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// SHA-256 of its token.
    pub token_hash: [u8; 32],
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
    /// Now.
    pub at: i64,
}

/// A phone that was just paired.
#[derive(Clone, PartialEq, Eq)]
pub struct Paired {
    /// Its short name, never given out before.
    pub tag: DeviceTag,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's school.
    pub school_id: SchoolId,
    /// The mentor's name.
    pub mentor_name: String,
    /// The school's name.
    pub school_name: String,
}

/// A phone that asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceAccess {
    /// The phone.
    pub id: DeviceId,
    /// Whose it is.
    pub mentor_id: MentorId,
    /// Where its mentor works.
    pub school_id: SchoolId,
    /// Its short name.
    pub tag: DeviceTag,
}

/// A phone as the mentor's page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceSummary {
    /// The phone.
    pub id: DeviceId,
    /// Its short name.
    pub tag: DeviceTag,
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// When it was paired.
    pub paired_at: i64,
    /// When it last synced.
    pub last_sync_at: Option<i64>,
    /// When it was shut out.
    pub revoked_at: Option<i64>,
}

/// Invitations and phones.
#[async_trait]
pub trait PairingStore {
    /// Keeps an invitation and withdraws the mentor's earlier unused ones; whether the mentor is the school's.
    async fn add_invite(&self, invite: NewInvite) -> Result<bool, StoreError>;
    /// Uses up the code and adds the phone, in one transaction; none when the code is wrong, used or expired.
    async fn pair_device(&self, device: NewDevice) -> Result<Option<Paired>, StoreError>;
    /// The phone with that token; none when it was revoked.
    async fn device_by_token(&self, token_hash: [u8; 32]) -> Result<Option<DeviceAccess>, StoreError>;
    /// A mentor's phones, newest first.
    async fn devices_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<DeviceSummary>, StoreError>;
    /// Shuts a phone out at once; whether there was one to shut out.
    async fn revoke_device(
        &self,
        school: SchoolId,
        device: DeviceId,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
}
