//! The open phone: its database, its clock, and the records in memory.

use std::collections::HashMap;
use std::rc::Rc;

use daymark_documents::MatchRecord;
use daymark_domain::{MatchId, SchoolDay};
use daymark_sqlite::rusqlite::{Connection, Transaction};

use crate::api::{Access, Failure, LocalTime, Reply, Request, Status, SyncTrouble};
use crate::entropy::Entropy;
use crate::lock::lease::Watch;
use crate::open::{Damaged, Spare};
use crate::storage::school::Offsets;
use crate::storage::{StorageError, caseload, change, pairing, phone, record, shut_out};
use crate::sync::{self, Doubt};
use crate::{ops, views};

/// Seconds since 1970 by this phone's clock. An argument, so that tests can step it.
pub type Clock = Rc<dyn Fn() -> i64>;

/// A clock that is off by more than this puts entries into a wrong lesson, and in the end on a wrong day.
const CLOCK_OFF_SECONDS: i64 = 5 * 60;

/// The phone without a face.
pub struct Core {
    pub(crate) db: Connection,
    clock: Clock,
    /// The second copy of what must not be lost, where the platform has one.
    pub(crate) spare: Option<Spare>,
    /// Databases that were damaged and set aside, where there is a place for them.
    pub(crate) damaged: Option<Damaged>,
    /// Whether a student may have left since the log of the database was last emptied.
    pub(crate) left_behind: bool,
    pub(crate) entropy: Entropy,
    /// Records that were read once; dropped whenever a transaction that changed one fails.
    records: HashMap<MatchId, MatchRecord>,
    /// As far as the last sync told; a wrong clock that nobody has asked about since is not known to be wrong.
    clock_off: Option<i32>,
    /// Whether this phone and the school have the same.
    pub(crate) doubt: Doubt,
    /// Until when this phone may be read; a core without one is not asked (tests, benches).
    pub(crate) lease: Option<Watch>,
    /// The school wants this phone to forget everything: whoever verified that sets it, and the keeper does it when the
    /// sync has ended.
    pub(crate) to_be_destroyed: bool,
    /// What lets this phone in at the school's server.
    pub(crate) access: sync::Access,
}

impl Core {
    /// Over an opened and migrated database.
    pub fn new(db: Connection, clock: Clock) -> Self {
        Self {
            db,
            clock,
            spare: None,
            damaged: None,
            // A kill may have come between the two.
            left_behind: true,
            entropy: Entropy::system(),
            records: HashMap::new(),
            clock_off: None,
            doubt: Doubt::default(),
            lease: None,
            to_be_destroyed: false,
            access: sync::Access::default(),
        }
    }

    /// With other randomness than the system's.
    pub fn with_entropy(self, entropy: Entropy) -> Self {
        Self { entropy, ..self }
    }

    /// Answers whatever can be answered from this phone alone: all but pairing and syncing.
    pub fn answer(&mut self, request: Request) -> Result<Reply, Failure> {
        let reply = ops::with_keys_of_today(self, request).and_then(|request| self.answer_today(request));
        if matches!(reply, Err(Failure::Unreadable(_) | Failure::NotSaved(_))) {
            self.doubt_the_disk();
        }
        reply
    }

    fn answer_today(&mut self, request: Request) -> Result<Reply, Failure> {
        match request {
            // Whatever needs the network is the host's.
            Request::Status
            | Request::Sync
            | Request::Pair { .. }
            | Request::LookForPairing
            | Request::GiveUpPairing
            | Request::ReadAgreement { .. }
            | Request::AcceptAgreement { .. } => self.status().map(Reply::Status),
            // The host listens; the core alone has nobody to listen to.
            Request::SetLookedAt { .. } => Ok(Reply::Kept),
            // The keeper's, in front of the host: an open core has no lock.
            Request::SetPin { .. }
            | Request::Unlock { .. }
            | Request::Lock
            | Request::ChangePin { .. }
            | Request::UseOnce
            | Request::Forget => Ok(Reply::Access(Access::Open)),
            Request::Today => views::today(self).map(Reply::Today),
            Request::Door { day } => views::door(self, day).map(Reply::Door),
            Request::Caseload => views::caseload(self).map(Reply::Caseload),
            Request::Student { match_id, month } => views::student(self, match_id, month).map(Reply::Student),
            Request::MyWeek { day } => views::my_week(self, day).map(Reply::MyWeek),
            Request::MyMonth { day } => views::my_month(self, day).map(Reply::MyMonth),
            Request::RecordDoorCheck { match_id, day, result } => {
                ops::record_door_check(self, match_id, day, result)
            }
            Request::RecordWakeUpCall { match_id, day, outcome } => {
                ops::record_wake_up_call(self, match_id, day, outcome)
            }
            Request::RecordOneOnOne { match_id, day, minutes } => {
                ops::record_one_on_one(self, match_id, day, minutes)
            }
            Request::MarkCalendarDay { match_id, day, mark } => {
                ops::mark_calendar_day(self, match_id, day, mark)
            }
            Request::RecordContact { match_id, day, contact } => {
                ops::record_contact(self, match_id, day, contact)
            }
            Request::ReplaceContact { match_id, replaced, day, contact } => {
                ops::replace_contact(self, match_id, replaced, day, contact)
            }
            Request::Year { match_id } => views::year(self, match_id).map(Reply::Year),
            Request::ReadAnswer { match_id, ask } => ops::read_answer(self, match_id, ask),
            Request::RecordGroup { matches, day, contact } => ops::record_group(self, matches, day, contact),
            Request::VoidGroup { group } => ops::void_group(self, group),
            Request::SetGoal { match_id, goal } => ops::set_goal(self, match_id, goal),
            Request::CheckGoal { match_id, goal, check } => ops::check_goal(self, match_id, goal, check),
            Request::Recognize { match_id, recognition } => ops::recognize(self, match_id, recognition),
            Request::ReportBarrier { match_id, barrier } => ops::report_barrier(self, match_id, barrier),
            Request::ResolveBarrier { match_id, barrier } => ops::resolve_barrier(self, match_id, barrier),
            Request::AskTeam { match_id, ask } => ops::ask_team(self, match_id, ask),
            Request::RaiseSafetyConcern { match_id } => ops::raise_safety_concern(self, match_id),
            Request::SetWakeUpPlan { match_id, plan } => ops::set_wake_up_plan(self, match_id, plan),
            Request::TickChecklist { match_id, item } => ops::tick_checklist(self, match_id, item),
            Request::ReachMilestone { match_id, milestone } => {
                ops::reach_milestone(self, match_id, milestone)
            }
            Request::KeepDraft { match_id, of, text } => ops::keep_draft(self, match_id, of, text),
            Request::DiscardDraft { match_id, of } => ops::discard_draft(self, match_id, of),
            Request::RecordAsked { match_id, starter } => ops::record_asked(self, match_id, &starter),
            Request::AddNote { match_id, day, text, audience, class } => {
                ops::add_note(self, match_id, day, ops::NewNote { text, audience, class })
            }
            Request::VoidEntry { match_id, key } => ops::void_entry(self, match_id, key),
            Request::SetAside => views::set_aside(self).map(Reply::SetAside),
            Request::WriteAgain { id } => ops::write_again(self, id),
            Request::DiscardSetAside { id } => ops::discard_set_aside(self, id),
            Request::ReadDamage => ops::read_damage(self),
        }
    }

    /// How the phone stands, as far as its database knows.
    pub fn status(&self) -> Result<Status, Failure> {
        let read = || -> Result<Status, StorageError> {
            let pairing = pairing::get(&self.db)?.map(|pairing| pairing.words());
            let Some(phone) = phone::get(&self.db)? else {
                let cleared = shut_out::action(&self.db)?.is_some();
                return Ok(Status { pairing, cleared, ..Status::default() });
            };
            let (unsent, refused) = change::counts(&self.db)?;
            let last_sent = phone.last_sent_at.map(|at| self.local(at)).transpose()?;
            Ok(Status {
                mentor: Some(phone.mentor),
                unsent,
                last_sent,
                trouble: self.doubt.is_lasting().then_some(SyncTrouble::OutOfStep),
                refused,
                clock_off: self.clock_off,
                pairing,
                cleared: false,
            })
        };
        read().map_err(StorageError::unreadable)
    }

    /// The paired phone; `NotPaired` otherwise.
    pub(crate) fn phone(&self) -> Result<phone::Phone, Failure> {
        phone::get(&self.db)
            .map_err(|error| StorageError::from(error).unreadable())?
            .ok_or(Failure::NotPaired)
    }

    /// Seconds since 1970 by this phone's clock.
    pub fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Compares this phone's clock with the server's. What lies on its way must not count as a wrong clock.
    pub(crate) fn notice_clock(&mut self, server_seconds: i64) {
        self.heard_from_the_server(server_seconds);
        let ahead = self.now() - server_seconds;
        let minutes = || i32::try_from(ahead / 60).unwrap_or(if ahead > 0 { i32::MAX } else { i32::MIN });
        self.clock_off = (ahead.abs() > CLOCK_OFF_SECONDS).then(minutes);
    }

    /// A moment on the school's clock.
    pub(crate) fn local(&self, moment: i64) -> Result<LocalTime, StorageError> {
        Ok(local_time(&Offsets::read(&self.db)?, moment))
    }

    /// Changes one record and whatever belongs to it, in one transaction: it is saved when this returns `Ok`.
    pub(crate) fn change_record<T>(
        &mut self,
        match_id: MatchId,
        work: impl FnOnce(&Transaction<'_>, &mut MatchRecord) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        // Taken out, and put back only after the commit: a failed write leaves no trace in memory.
        let mut record = match self.records.remove(&match_id) {
            Some(record) => record,
            None => record::load(&self.db, match_id)?,
        };
        let tx = self.db.transaction()?;
        let done = work(&tx, &mut record)?;
        tx.commit()?;
        self.follow();
        self.records.insert(match_id, record);
        Ok(done)
    }

    /// Changes several records in one transaction: all are saved, or none.
    pub(crate) fn change_records<T>(
        &mut self,
        matches: &[MatchId],
        work: impl FnOnce(&Transaction<'_>, &mut [(MatchId, MatchRecord)]) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        // As with one: out of memory first, and back only after the commit.
        let mut records = Vec::with_capacity(matches.len());
        for match_id in matches {
            let record = match self.records.remove(match_id) {
                Some(record) => record,
                None => record::load(&self.db, *match_id)?,
            };
            records.push((*match_id, record));
        }
        let tx = self.db.transaction()?;
        let done = work(&tx, &mut records)?;
        tx.commit()?;
        self.follow();
        self.records.extend(records);
        Ok(done)
    }

    /// Runs a transaction that touches no record.
    pub(crate) fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let tx = self.db.transaction()?;
        let done = work(&tx)?;
        tx.commit()?;
        self.follow();
        Ok(done)
    }

    /// The record in memory, which is not there any more.
    pub(crate) fn take_record(&mut self, match_id: MatchId) -> Option<MatchRecord> {
        self.records.remove(&match_id)
    }

    /// After a commit and before anybody is told of it.
    fn follow(&mut self) {
        if let Some(spare) = &mut self.spare {
            spare.follow(&mut self.db);
        }
    }

    /// Forgets whatever is in memory.
    pub(crate) fn forget_everything(&mut self) {
        self.records.clear();
        self.doubt = Doubt::default();
        self.clock_off = None;
    }

    /// Forgets the record in memory.
    pub(crate) fn forget_record(&mut self, match_id: MatchId) {
        self.records.remove(&match_id);
    }

    /// Reads one more record into memory, so that the first tap on it need not. `false`: all are there.
    pub fn warm_one(&mut self) -> Result<bool, StorageError> {
        let cold = caseload::ids(&self.db)?.into_iter().find(|id| !self.records.contains_key(id));
        let Some(match_id) = cold else { return Ok(false) };
        let record = record::load(&self.db, match_id)?;
        self.records.insert(match_id, record);
        Ok(true)
    }

    /// The canonical hash of one record: equal on all phones that hold the same changes.
    pub fn record_hash(&self, match_id: MatchId) -> Result<[u8; 32], StorageError> {
        Ok(record::load(&self.db, match_id)?.canonical_hash())
    }

    /// The database, for tests that look into it.
    pub fn database(&mut self) -> &mut Connection {
        &mut self.db
    }
}

/// A moment on a clock.
pub(crate) fn local_time(offsets: &Offsets, moment: i64) -> LocalTime {
    let offset = offsets.at(moment);
    let minute = (moment + i64::from(offset)).rem_euclid(86_400) / 60;
    LocalTime { day: SchoolDay::at(moment, offset), minute: u16::try_from(minute).unwrap_or(0) }
}
