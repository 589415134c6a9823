//! Who looked at what. Rows are added, never changed.

use async_trait::async_trait;
use daymark_domain::{DeviceId, SchoolId, StudentId, UserId};
use serde::{Deserialize, Serialize};

use super::StoreError;

/// One look at, or change of, what is known about students.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessEvent {
    /// When.
    pub at: i64,
    /// By whom, signed in.
    pub staff_id: Option<UserId>,
    /// By whom, on the command line.
    pub by_name: Option<String>,
    /// By which phone.
    pub device_id: Option<DeviceId>,
    /// What: `week_viewed`, `match_added`, ...
    pub what: String,
    /// Which report as of which day, which field: keys and words.
    pub detail: Option<String>,
    /// About one student, when it was one.
    pub student_id: Option<StudentId>,
    /// Of which school.
    pub school_id: Option<SchoolId>,
}

impl AccessEvent {
    /// A member of staff saw something about the school's students.
    pub fn by_staff(at: i64, staff: UserId, school: SchoolId, what: &str) -> Self {
        Self {
            at,
            staff_id: Some(staff),
            by_name: None,
            device_id: None,
            what: what.to_owned(),
            detail: None,
            student_id: None,
            school_id: Some(school),
        }
    }
    /// Somebody saw or changed something on the command line; without a school it is about the district.
    pub fn by_command(at: i64, by: String, school: Option<SchoolId>, what: &str, detail: String) -> Self {
        Self {
            at,
            staff_id: None,
            by_name: Some(by),
            device_id: None,
            what: what.to_owned(),
            detail: Some(detail),
            student_id: None,
            school_id: school,
        }
    }
    /// The gate of access gave or took something by what stands written.
    pub(crate) fn by_the_gate(at: i64, school: SchoolId, what: &str) -> Self {
        Self {
            at,
            staff_id: None,
            by_name: None,
            device_id: None,
            what: what.to_owned(),
            detail: None,
            student_id: None,
            school_id: Some(school),
        }
    }
    /// Something that the record itself has to say.
    pub(crate) fn of_nobody(at: i64, what: &str, detail: String) -> Self {
        Self {
            at,
            staff_id: None,
            by_name: None,
            device_id: None,
            what: what.to_owned(),
            detail: Some(detail),
            student_id: None,
            school_id: None,
        }
    }
    /// About that student.
    pub fn about(mut self, student: StudentId) -> Self {
        self.student_id = Some(student);
        self
    }
}

/// Where the chain of accesses ends, or ended once: whoever has kept it can tell later whether all before it still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainHead {
    /// The row's number.
    pub id: i64,
    /// Its hash.
    #[serde(with = "hexadecimal")]
    pub hash: [u8; 32],
}

impl std::fmt::Display for ChainHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.id, crate::auth::hex(&self.hash))
    }
}

/// That is no head of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected NUMBER:HASH, as daymark-server backup and doctor print it")]
pub struct NoChainHead;

impl std::str::FromStr for ChainHead {
    type Err = NoChainHead;

    fn from_str(text: &str) -> Result<Self, NoChainHead> {
        let (id, hash) = text.trim().split_once(':').ok_or(NoChainHead)?;
        let hash = crate::auth::from_hex(hash).ok_or(NoChainHead)?;
        Ok(Self { id: id.parse().map_err(|_| NoChainHead)?, hash })
    }
}

/// As text in JSON.
mod hexadecimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(hash: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::auth::hex(hash))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let text = String::deserialize(from)?;
        crate::auth::from_hex(&text).ok_or_else(|| D::Error::custom("expected 64 hexadecimal digits"))
    }
}

/// Where the chain of accesses first breaks. Numbers are those of rows, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainBreak {
    /// The row is not the one that was written, or the one before it is not.
    #[error("row {id} is not the one that was written")]
    Changed {
        /// Which.
        id: i64,
    },
    /// Rows were taken away.
    #[error("rows {first} to {last} are missing")]
    Missing {
        /// The first of them.
        first: i64,
        /// The last of them.
        last: i64,
    },
    /// A row says nothing of whom it was about, and no erasure vouches for it.
    #[error("row {id} was blanked, and no erasure vouches for that")]
    Blanked {
        /// The first of them.
        id: i64,
    },
    /// The chain holds, but it is not the one whose end was kept.
    #[error("all rows up to {id} were written anew: row {id} is not the one whose hash was kept")]
    Rewritten {
        /// The row whose hash is known.
        id: i64,
    },
}

/// The record of access.
#[async_trait]
pub trait AuditStore {
    /// Notes one access.
    async fn note_access(&self, event: AccessEvent) -> Result<(), StoreError>;
    /// The school's newest accesses and those to the whole district, newest first.
    async fn accesses(&self, school: SchoolId, limit: u32) -> Result<Vec<AccessEvent>, StoreError>;
}
