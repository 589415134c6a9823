//! What a sync needs of the store: matches with their changes going in, and what lies above a cursor coming out.
//!
//! Who may see what is decided here, by the device's mentor, in the statement that reads: a handler cannot forget it.

use async_trait::async_trait;
use daymark_documents::{Inspected, RecordView};
use daymark_domain::{DeviceId, MatchId, MentorId, Rules, SchoolDay, SchoolId};
use daymark_protocol::{MentorRow, Rows, SchoolRow};

use super::StoreError;

/// A match as a push finds it.
pub struct MatchForPush {
    /// Whose log its changes are numbered in.
    pub school_id: SchoolId,
    /// When the match ended; changes that arrive later are marked late.
    pub ended_at: Option<i64>,
    /// The log's number of its newest change; 0 before the first.
    pub version: i64,
    /// Its changes, each after those it depends on; empty when the caller named this version as known.
    pub changes: Vec<Vec<u8>>,
}

/// Changes that passed the gate, with all that is written in their transaction.
pub struct NewChanges {
    /// The match.
    pub match_id: MatchId,
    /// Its school.
    pub school_id: SchoolId,
    /// The version that the gate saw.
    pub version: i64,
    /// Who sent them.
    pub device_id: DeviceId,
    /// In which generation of its installation.
    pub generation: u32,
    /// Each with its bytes.
    pub changes: Vec<(Inspected, Vec<u8>)>,
    /// What the record says with them.
    pub view: RecordView,
    /// The match had ended.
    pub late: bool,
    /// Now.
    pub at: i64,
}

/// What became of [`NewChanges`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangesAdded {
    /// Committed under this number of the log.
    At(i64),
    /// Another phone's changes came between: look again.
    Stale,
}

/// A change that the gate refused.
pub struct RefusedChange {
    /// The match that it was sent for.
    pub match_id: MatchId,
    /// Its name.
    pub hash: [u8; 32],
    /// Who sent it.
    pub device_id: DeviceId,
    /// Why.
    pub code: &'static str,
    /// What it is.
    pub bytes: Vec<u8>,
    /// Now.
    pub at: i64,
}

/// Whose phone asks, and from where in the log.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    /// The phone; its own changes are not sent back to it.
    pub device_id: DeviceId,
    /// Whose matches it may see.
    pub mentor_id: MentorId,
    /// Whose log it reads.
    pub school_id: SchoolId,
    /// Everything up to here is on the phone.
    pub cursor: i64,
}

/// The school's log as a phone meets it.
#[derive(Clone, Copy, Debug)]
pub struct Log {
    /// Which log.
    pub id: [u8; 8],
    /// Its newest number.
    pub seq: i64,
}

/// Something that lies above the cursor.
pub struct Piece {
    /// A cursor at or above this has it.
    pub seq: i64,
    /// What.
    pub news: News,
}

/// What a phone learns.
pub enum News {
    /// Reference rows.
    Rows(Box<Rows>),
    /// A match that is new to the phone: its whole record.
    Record {
        /// The match.
        match_id: MatchId,
        /// The version that these changes make.
        version: i64,
        /// All changes.
        changes: Vec<Vec<u8>>,
    },
    /// Changes of other phones.
    Changes {
        /// The match.
        match_id: MatchId,
        /// Above the cursor.
        changes: Vec<Vec<u8>>,
    },
    /// A match that ended.
    Revoked(MatchId),
}

/// The school's own row, with its zone still by name.
pub struct SchoolAndMentor {
    /// The school; its clock is not filled in yet.
    pub school: SchoolRow,
    /// IANA name.
    pub time_zone: String,
    /// The mentor.
    pub mentor: MentorRow,
}

/// Everything above a cursor, read as one consistent state.
pub struct Above {
    /// The log at that moment.
    pub log: Log,
    /// The school and the mentor, when something about them may have changed.
    pub school: Option<SchoolAndMentor>,
    /// In the order of the log.
    pub pieces: Vec<Piece>,
}

/// The store's part in a sync.
#[async_trait]
pub trait SyncStore {
    /// The match, if it is or was this mentor's at this school. `known_version` spares reading its changes again.
    async fn match_for_push(
        &self,
        asker: Asker,
        match_id: MatchId,
        known_version: Option<i64>,
    ) -> Result<Option<MatchForPush>, StoreError>;
    /// Numbers and stores changes with their projections, in one transaction.
    async fn add_changes(&self, new: NewChanges) -> Result<ChangesAdded, StoreError>;
    /// Sets refused changes aside for the coordinator.
    async fn add_refused(&self, refused: Vec<RefusedChange>) -> Result<(), StoreError>;
    /// The school's log.
    async fn log(&self, school: SchoolId) -> Result<Log, StoreError>;
    /// What is new for this phone on this day. Its attendance rows say what counts as missed under the rules.
    async fn above(&self, asker: Asker, rules: Rules, today: SchoolDay) -> Result<Above, StoreError>;
    /// Remembers when a phone was last heard from.
    async fn heard_from(&self, device: DeviceId, at: i64) -> Result<(), StoreError>;
    /// Drops every projected row of the school and writes it again from the changes. Returns how many records.
    async fn rebuild_projections(&self, school: SchoolId) -> Result<u64, StoreError>;
}
