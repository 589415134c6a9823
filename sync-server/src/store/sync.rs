//! What a sync needs of the store: matches with their changes going in, and what lies above a cursor coming out.
//!
//! Who may see what is decided here, by the device's mentor, in the statement that reads: a handler cannot forget it.

use async_trait::async_trait;
use daymark_documents::{Inspected, RecordView, Writer};
use daymark_domain::{DeviceId, DeviceTag, EntryKey, MatchId, MentorId, Rules, SchoolDay, SchoolId};
use daymark_protocol::{MentorRow, Rows, SchoolRow};

use super::StoreError;
use super::handed_in::HandedIn;

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
    /// Entries among them whose moment is not certain.
    pub uncertain: Vec<EntryKey>,
    /// What they say, when the mentor had left.
    pub handed_in: Vec<HandedIn>,
    /// What the record says with them.
    pub view: RecordView,
    /// Its canonical hash with them.
    pub hash: [u8; 32],
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
    /// The phone.
    pub device_id: DeviceId,
    /// Under which name it writes now. What was written so is not sent back to it; what it, or a copy of it, wrote under
    /// an earlier name is.
    pub actor: [u8; 16],
    /// Whose matches it may see.
    pub mentor_id: MentorId,
    /// Whose log it reads.
    pub school_id: SchoolId,
    /// Everything up to here is on the phone.
    pub cursor: i64,
}

/// A phone of a mentor as a writer of changes.
#[derive(Clone, Debug)]
pub struct WritingPhone {
    /// The phone.
    pub device_id: DeviceId,
    /// Its tag.
    pub tag: DeviceTag,
    /// The highest generation that it has written under, as far as this server knows.
    pub generation: u32,
}

impl WritingPhone {
    /// So many generations beyond the highest known one are taken: a phone that was restored, or had entries refused,
    /// has counted up since this server last heard of it, and a restored server has forgotten some.
    const GENERATIONS_AHEAD: u32 = 16;

    /// Every name under which the phone may have written; `told` is the generation that it says it is in.
    pub fn writers(&self, told: u32) -> impl Iterator<Item = (u32, Writer)> + use<'_> {
        let highest = self.generation.max(told).saturating_add(Self::GENERATIONS_AHEAD);
        (highest.saturating_sub(256)..=highest).map(|generation| {
            (generation, Writer::of_device(self.device_id.as_bytes(), &self.tag, generation))
        })
    }

    /// In which generation it writes under that actor, if it does.
    pub fn generation_of(&self, actor: &[u8], told: u32) -> Option<u32> {
        self.writers(told).find(|(_, writer)| writer.actor == actor).map(|(generation, _)| generation)
    }
}

/// One match record as the store has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordHash {
    /// The match.
    pub match_id: MatchId,
    /// It is on the mentor's phones now.
    pub open: bool,
    /// The log's number of its newest change; 0 before the first.
    pub version: i64,
    /// The canonical hash.
    pub hash: [u8; 32],
    /// It was computed or checked just now, which is not written down yet.
    pub fresh: bool,
    /// Stored changes are not as they were stored; the hash is of those that are.
    pub damaged: bool,
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
    /// A match that ended, or is another mentor's.
    Revoked(MatchId),
    /// A match of which nothing is left.
    Erased(MatchId),
}

impl News {
    /// Whether it brings what phones wrote.
    pub fn is_of_records(&self) -> bool {
        matches!(self, Self::Record { .. } | Self::Changes { .. })
    }
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
    /// Every record that this mentor's phones have or had.
    pub records: Vec<RecordHash>,
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
    /// Which of these matches the phone must forget: those of other mentors, and erased ones. A phone that was paired
    /// for somebody else before still has them. One that nobody here knows is left alone: a restored server may have
    /// forgotten it.
    async fn to_forget(&self, asker: Asker, named: Vec<MatchId>) -> Result<Vec<News>, StoreError>;
    /// Every phone that this mentor has or had, as a writer.
    async fn writing_phones(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<WritingPhone>, StoreError>;
    /// Takes up phones of this mentor that were paired after the backup from which this server was restored. They may
    /// not sync: only their changes are taken. One whose serial somebody else has is left out.
    async fn take_up(
        &self,
        asker: Asker,
        phones: Vec<(DeviceId, DeviceTag)>,
        at: i64,
    ) -> Result<(), StoreError>;
    /// Keeps hashes that were computed, and that they were checked on this day.
    async fn keep_hashes(&self, fresh: Vec<RecordHash>, today: SchoolDay) -> Result<(), StoreError>;
    /// Remembers when a phone was last heard from.
    async fn heard_from(&self, device: DeviceId, at: i64) -> Result<(), StoreError>;
    /// Drops every projected row of the school and writes it again from the changes. Returns how many records.
    async fn rebuild_projections(&self, school: SchoolId) -> Result<u64, StoreError>;
}
