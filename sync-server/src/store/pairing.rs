//! Invitations and paired phones. Codes and tokens are kept only as their SHA-256.

use async_trait::async_trait;
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId, UserId};
use daymark_protocol::access::Leaving;

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

/// A phone that shows a code and is not let in yet.
pub struct PhoneAsks {
    /// SHA-256 of the normalised code.
    pub code_hash: [u8; 32],
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// SHA-256 of its nonce.
    pub commitment: [u8; 32],
    /// Our nonce, unless it got one before.
    pub server_nonce: [u8; 32],
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
    /// In which language the words are shown.
    pub language: String,
    /// Now.
    pub at: i64,
}

/// What a phone hears that asks for the coordinator's answer.
#[derive(Clone, PartialEq, Eq)]
pub enum Heard {
    /// Nothing was said yet.
    Waiting,
    /// The words differ, or the time is over.
    Refused,
    /// It is paired, as this phone.
    Paired(DeviceId, Paired),
}

/// The latest invitation of a mentor.
pub struct LatestInvite {
    /// SHA-256 of the normalised code.
    pub code_hash: [u8; 32],
    /// When the code stops working.
    pub expires_at: i64,
    /// What became of it.
    pub state: InviteState,
}

/// How far a pairing has come.
pub enum InviteState {
    /// No phone has asked yet.
    Open,
    /// A phone asked and its words can be compared.
    Asking(AskingPhone),
    /// A phone is paired.
    Used,
    /// The coordinator said that the words differ, or too many tried.
    Refused,
}

/// A phone that waits for the coordinator's word.
pub struct AskingPhone {
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// Its nonce.
    pub phone_nonce: [u8; 32],
    /// Ours.
    pub server_nonce: [u8; 32],
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
    /// In which language the words are shown.
    pub language: String,
}

/// A phone that is let in.
pub struct NewDevice {
    /// SHA-256 of the normalised code.
    pub code_hash: [u8; 32],
    /// The id that it will have.
    pub id: DeviceId,
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
    /// The app's version.
    pub app_version: String,
    /// Who said that the words are the same.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A phone that is paired.
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

/// A phone that says it is one of ours, with what the proof is looked at by.
pub struct Proving {
    /// Who it would be.
    pub access: DeviceAccess,
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// It was shut out, and how. A phone that was shut out before there were two ways counts as left: what it has not
    /// sent is worth more than the time until it is wiped.
    pub shut_out: Option<Leaving>,
}

/// A token that is about to be given out.
pub struct NewAccess {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// Whose it is.
    pub device_id: DeviceId,
    /// Now.
    pub at: i64,
    /// When it stops working.
    pub expires_at: i64,
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
    /// How.
    pub leaving: Option<Leaving>,
    /// How many entries it brought when it left.
    pub handed_in: Option<i64>,
    /// When it said that nothing is on it any more.
    pub wiped_at: Option<i64>,
    /// How many entries it brought whose moment is not certain, and when the last of them.
    pub uncertain: Option<(u32, i64)>,
}

/// Who shuts a phone out, and how.
#[derive(Clone, Copy, Debug)]
pub struct Revocation {
    /// The phone.
    pub device: DeviceId,
    /// What becomes of it.
    pub leaving: Leaving,
    /// By whom.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Invitations and phones.
#[async_trait]
pub trait PairingStore {
    /// Keeps an invitation and withdraws the mentor's earlier unused ones; whether the mentor is the school's.
    async fn add_invite(&self, invite: NewInvite) -> Result<bool, StoreError>;
    /// The phone has the code now, and gets our nonce; none when the code is wrong, another's, used or expired. A wrong
    /// try counts against the code.
    async fn ask_to_pair(&self, phone: PhoneAsks) -> Result<Option<[u8; 32]>, StoreError>;
    /// Somebody knew a code, and nothing else fitted.
    async fn count_wrong_try(&self, code_hash: [u8; 32]) -> Result<(), StoreError>;
    /// What the coordinator said to the phone with that key, which names its nonce; none when there is no such phone.
    async fn hear_answer(
        &self,
        public_key: [u8; 32],
        nonce: [u8; 32],
        at: i64,
    ) -> Result<Option<Heard>, StoreError>;
    /// How far a mentor's latest pairing has come.
    async fn latest_invite(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Option<LatestInvite>, StoreError>;
    /// The coordinator said that the words differ; whether a phone with that key was waiting.
    async fn refuse_phone(
        &self,
        of: (SchoolId, MentorId),
        public_key: [u8; 32],
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
    /// Uses up the code and adds the phone, in one transaction; none when the code is wrong, another phone's, used or
    /// expired.
    async fn pair_device(&self, device: NewDevice) -> Result<Option<Paired>, StoreError>;
    /// The phone with that token; none when it has run out or the phone was shut out.
    async fn device_by_token(
        &self,
        token_hash: [u8; 32],
        at: i64,
    ) -> Result<Option<DeviceAccess>, StoreError>;
    /// The phone with that id, shut out or not.
    async fn device_to_prove(&self, device: DeviceId) -> Result<Option<Proving>, StoreError>;
    /// Keeps a token and forgets those of the phone that have run out; whether the phone is not shut out.
    async fn begin_access(&self, access: NewAccess) -> Result<bool, StoreError>;
    /// A mentor's phones, newest first.
    async fn devices_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<DeviceSummary>, StoreError>;
    /// Shuts a phone out at once, its tokens with it; whether there was one to shut out.
    async fn revoke_device(&self, school: SchoolId, revocation: Revocation) -> Result<bool, StoreError>;
    /// So many changes came from a phone that left.
    async fn note_handed_in(&self, device: DeviceId, changes: u64) -> Result<(), StoreError>;
    /// A phone that is shut out said that nothing is on it any more.
    async fn note_wiped(&self, device: DeviceId, at: i64) -> Result<(), StoreError>;
}
