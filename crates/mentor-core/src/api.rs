//! What a screen may ask of the core, and what it gets back. Plain values; built without the core itself.
//!
//! In the browser they cross `postMessage` as postcard bytes ([`ToCore`], [`FromCore`]); in the window they cross a
//! channel.

mod caseload;
mod door;
mod lock;
mod mine;
mod set_aside;
mod student;
mod today;

pub use caseload::*;
pub use door::*;
pub use lock::*;
pub use mine::*;
pub use set_aside::*;
pub use student::*;
pub use today::*;

use daymark_domain::{
    Ask, Audience, Barrier, CalendarMark, CallOutcome, Contact, DoorResult, DraftOf, EntryKey,
    FirstContactItem, Goal, GoalCheck, GroupId, MatchId, Milestone, NoteClass, Recognition, SchoolDay, Tag,
    WakeUpPlan,
};
use serde::{Deserialize, Serialize};

/// One question to the core.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// How things stand; the first thing that a shell asks.
    Status,
    /// Pairs this phone with a mentor by the code that the coordinator shows.
    Pair {
        /// Where the school's server is, as `https://host[:port]`; in the browser the page's own origin.
        server: String,
        /// The code as scanned or typed.
        code: String,
        /// In which language the three words are: `en`, `es`.
        language: String,
    },
    /// Asks what the coordinator said of the three words.
    LookForPairing,
    /// Forgets a pairing that waits for the coordinator.
    GiveUpPairing,
    /// The confidentiality agreement, from the school's server.
    ReadAgreement {
        /// `en`, `es`.
        language: String,
    },
    /// The mentor has read and accepted it. Answered by `Status`.
    AcceptAgreement {
        /// The version that was on the screen.
        version: u32,
        /// In which language.
        language: String,
    },
    /// Chooses the PIN of a paired phone that has none. Answered, as the next five are, by `Access`.
    SetPin {
        /// Digits that may be chosen.
        pin: Pin,
    },
    /// Opens the phone. A wrong PIN is answered by the tries that are left.
    Unlock {
        /// Digits as typed.
        pin: Pin,
    },
    /// Closes the phone after whatever was asked before.
    Lock,
    /// Puts another PIN in the place of the one that is known; a wrong one counts as at unlocking.
    ChangePin {
        /// The one of now, as typed.
        old: Pin,
        /// Digits that may be chosen.
        new: Pin,
    },
    /// Keeps nothing: everything is in memory, and gone when the app is closed. For a phone that is nobody's yet.
    UseOnce,
    /// Forgets everything, entries that wait included: the PIN was forgotten, or the phone goes to somebody else.
    Forget,
    /// The home screen.
    Today,
    /// The door list of a day (today, unless the mentor chose another).
    Door {
        /// `None`: today at the school.
        day: Option<SchoolDay>,
    },
    /// All students of this mentor.
    Caseload,
    /// One student's page.
    Student {
        /// Whose.
        match_id: MatchId,
        /// Any day of the month to show; `None`: this month.
        month: Option<SchoolDay>,
    },
    /// A tap at the door.
    RecordDoorCheck {
        /// Whose.
        match_id: MatchId,
        /// The day that the screen showed.
        day: SchoolDay,
        /// What the mentor saw.
        result: DoorResult,
    },
    /// A contact of any kind but a greeting, for which there is the door.
    RecordContact {
        /// Whose.
        match_id: MatchId,
        /// The day that the screen showed.
        day: SchoolDay,
        /// What the mentor said about it; `number` by `NumberMark::of` the number that was dialled, `follows` when it
        /// was one of the follow-ups that were due. The core fills in `group`.
        contact: Contact,
    },
    /// A contact said anew: the earlier entry is taken back and this one written, both or none.
    ReplaceContact {
        /// Whose.
        match_id: MatchId,
        /// The entry that it takes the place of.
        replaced: EntryKey,
        /// The day that the screen showed.
        day: SchoolDay,
        /// As in `RecordContact`.
        contact: Contact,
    },
    /// Whether somebody looks at the app: while nobody does, nothing is listened for. It is looked at when it opens.
    /// Answered by `Kept`.
    SetLookedAt {
        /// Somebody does.
        looked_at: bool,
    },
    /// One student's school year, month by month.
    Year {
        /// Whose.
        match_id: MatchId,
    },
    /// The team's answer was read. It stays on this phone. Answered by `Kept`.
    ReadAnswer {
        /// Whose.
        match_id: MatchId,
        /// The request that was answered.
        ask: EntryKey,
    },
    /// One contact with several students: an entry in each record, all or none. Answered by `SavedGroup`.
    RecordGroup {
        /// Whose; each once.
        matches: Vec<MatchId>,
        /// The day that the screen showed.
        day: SchoolDay,
        /// What the mentor said about it.
        contact: Contact,
    },
    /// Takes all entries of a group back.
    VoidGroup {
        /// Which group.
        group: GroupId,
    },
    /// Student and mentor agreed on a goal.
    SetGoal {
        /// Whose.
        match_id: MatchId,
        /// The goal; it lies ahead.
        goal: Goal,
    },
    /// A goal was looked at.
    CheckGoal {
        /// Whose.
        match_id: MatchId,
        /// Which goal, by the entry that set it.
        goal: EntryKey,
        /// How it went.
        check: GoalCheck,
    },
    /// A warm word for what got better.
    Recognize {
        /// Whose.
        match_id: MatchId,
        /// What for and how.
        recognition: Recognition,
    },
    /// Something stands in the way.
    ReportBarrier {
        /// Whose.
        match_id: MatchId,
        /// What, and who said so.
        barrier: Barrier,
    },
    /// It no longer does.
    ResolveBarrier {
        /// Whose.
        match_id: MatchId,
        /// Which, by the entry that reported it.
        barrier: EntryKey,
    },
    /// Asks the team for help. Its draft is discarded with it.
    AskTeam {
        /// Whose.
        match_id: MatchId,
        /// What for.
        ask: Ask,
    },
    /// Only that a safety concern was raised. The screen has said whom to phone, before this.
    RaiseSafetyConcern {
        /// Whose.
        match_id: MatchId,
    },
    /// How the student is called awake from now on.
    SetWakeUpPlan {
        /// Whose.
        match_id: MatchId,
        /// The plan; one without a weekday ends the calls.
        plan: WakeUpPlan,
    },
    /// A point of the first contact is done. Void its entry to untick it.
    TickChecklist {
        /// Whose.
        match_id: MatchId,
        /// Which.
        item: FirstContactItem,
    },
    /// A step is done. Void its entry when it was not.
    ReachMilestone {
        /// Whose.
        match_id: MatchId,
        /// Which.
        milestone: Milestone,
    },
    /// Keeps what has been typed so far, at every keystroke. It stays on this phone. Answered by `Kept`.
    KeepDraft {
        /// Whose.
        match_id: MatchId,
        /// What it is going to be.
        of: DraftOf,
        /// All of it; an empty text discards the draft.
        text: String,
    },
    /// Throws a draft away. Answered by `Kept`.
    DiscardDraft {
        /// Whose.
        match_id: MatchId,
        /// Which.
        of: DraftOf,
    },
    /// Remembers that a conversation starter was used. It stays on this phone. Answered by `Kept`.
    RecordAsked {
        /// Whose.
        match_id: MatchId,
        /// The starter's key in the deck.
        starter: Tag,
    },
    /// A week of this mentor.
    MyWeek {
        /// Any day of it; `None`: this week.
        day: Option<SchoolDay>,
    },
    /// A month of this mentor.
    MyMonth {
        /// Any day of it; `None`: this month.
        day: Option<SchoolDay>,
    },
    /// How a wake-up call ended: [`Request::RecordContact`] for the hurried.
    RecordWakeUpCall {
        /// Whose.
        match_id: MatchId,
        /// The day that the screen showed.
        day: SchoolDay,
        /// How it ended.
        outcome: CallOutcome,
    },
    /// Time spent with one student: [`Request::RecordContact`] for the hurried.
    RecordOneOnOne {
        /// Whose.
        match_id: MatchId,
        /// The day that the screen showed.
        day: SchoolDay,
        /// How long, in minutes.
        minutes: u16,
    },
    /// A sun put on a day of the calendar, or taken off.
    MarkCalendarDay {
        /// Whose.
        match_id: MatchId,
        /// Which day.
        day: SchoolDay,
        /// Put on or taken off.
        mark: CalendarMark,
    },
    /// A short note. Its draft is discarded with it.
    AddNote {
        /// Whose.
        match_id: MatchId,
        /// The day that it is about.
        day: SchoolDay,
        /// 1 to 2,000 characters.
        text: String,
        /// Who may read it; a sensitive note is for the match only.
        audience: Audience,
        /// How carefully it is kept. What is private to the mentor is a draft.
        class: NoteClass,
    },
    /// Takes an entry back. It stays in the history, struck through.
    VoidEntry {
        /// Whose.
        match_id: MatchId,
        /// Which entry.
        key: EntryKey,
    },
    /// Sync now, because the mentor asked or the network came back. Answered when the attempt ended.
    Sync,
    /// What the server did not take, and what befell this phone.
    SetAside,
    /// Writes as a new entry what the server did not take.
    WriteAgain {
        /// Which, as `SetAside` names it.
        id: i64,
    },
    /// Forgets what the server did not take. Answered by `Kept`.
    DiscardSetAside {
        /// Which, as `SetAside` names it.
        id: i64,
    },
    /// The mentor has read that the data on this phone had been damaged. Answered by `Kept`.
    ReadDamage,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To `Status`, `Sync`, and whatever pairs.
    Status(Status),
    /// To what opens and closes the phone.
    Access(Access),
    /// To `Unlock` and `ChangePin`: it was not the PIN.
    WrongPin {
        /// So many are left; after the last the phone forgets everything.
        tries_left: u8,
    },
    /// To `ReadAgreement`.
    Agreement(AgreementView),
    /// To `Today`.
    Today(TodayView),
    /// To `Door`.
    Door(DoorView),
    /// To `Caseload`.
    Caseload(CaseloadView),
    /// To `Student`.
    Student(StudentView),
    /// To `Year`.
    Year(YearView),
    /// To `MyWeek`.
    MyWeek(MyWeekView),
    /// To `MyMonth`.
    MyMonth(MyMonthView),
    /// To `SetAside`.
    SetAside(SetAsideView),
    /// To `RecordGroup`: all entries are committed to this phone's disk.
    SavedGroup {
        /// The group, to take it back as a whole.
        group: GroupId,
        /// The new entries, in the order of the request.
        keys: Vec<(MatchId, EntryKey)>,
        /// How things stand now.
        status: Status,
    },
    /// To what stays on this phone: it is committed to its disk, and there is nothing to send.
    Kept,
    /// To whatever writes: the entry is committed to this phone's disk.
    Saved {
        /// The key of the new entry; `None` for a calendar mark, which is kept by its date.
        key: Option<EntryKey>,
        /// How things stand now.
        status: Status,
    },
}

/// Why a request could not be answered. Each is a state with a way out, which the screen says in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// This phone is not paired.
    #[error("this phone is not paired")]
    NotPaired,
    /// The phone is locked, or may not be read now.
    #[error("this phone is locked")]
    Locked,
    /// The pairing code is wrong, used or too old.
    #[error("the code is wrong, used, or older than ten minutes")]
    CodeRefused,
    /// The coordinator did not let this phone in.
    #[error("the coordinator did not let this phone in")]
    WordsDiffer,
    /// The server could not be reached.
    #[error("the school's server could not be reached")]
    NoConnection,
    /// The server answered with something else than expected.
    #[error("the school's server could not answer: {0}")]
    Server(String),
    /// Nothing was saved: the disk is full or failing. The text must stay on the screen.
    #[error("nothing was saved: {0}")]
    NotSaved(String),
    /// The stored data could not be read.
    #[error("the data on this phone could not be read: {0}")]
    Unreadable(String),
    /// This browser cannot keep data safely.
    #[error("this browser cannot keep data safely: {0}")]
    NoStorage(String),
    /// The app is open in another tab or window, which holds the data.
    #[error("Daymark is open in another window")]
    OpenElsewhere,
    /// The student is not, or no longer, one of this mentor's.
    #[error("this student is not on this phone")]
    NoSuchMatch,
    /// There is no such entry.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// The input cannot be an entry: empty note, too long, day outside the school year.
    #[error("{0}")]
    Invalid(String),
}

/// An envelope to the core.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToCore {
    /// Repeated in the answer.
    pub id: u32,
    /// The question.
    pub request: Request,
}

/// An envelope from the core.
#[allow(clippy::large_enum_variant, reason = "each is sent and taken apart at once, none is kept")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromCore {
    /// The core is open and takes requests.
    Ready,
    /// It could not open; nothing will be answered.
    Fatal(Failure),
    /// The answer to the request with this id.
    Answer {
        /// The request's id.
        id: u32,
        /// The answer.
        result: Result<Reply, Failure>,
    },
    /// Something changed without being asked for: entries were sent, students came or went.
    Changed(Status),
    /// Whether this phone may be read changed; also the first word of a core that opens.
    Access(Access),
}

/// How the phone stands: paired or not, and what of its entries has reached the school.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// The mentor's name, once paired.
    pub mentor: Option<String>,
    /// Entries that are saved here and not yet acknowledged by the school's server.
    pub unsent: u32,
    /// When the server last acknowledged everything that was sent.
    pub last_sent: Option<LocalTime>,
    /// Why the last attempt did not succeed.
    pub trouble: Option<SyncTrouble>,
    /// What the server did not take: set aside here until the mentor has decided.
    pub refused: u32,
    /// By how many minutes this phone's clock is ahead of the server's (behind: negative), when that is enough to put
    /// entries on a wrong day or time.
    pub clock_off: Option<i32>,
    /// The three words of a pairing that waits for the coordinator.
    pub pairing: Option<[String; 3]>,
    /// The school has shut this phone out, and its data is gone.
    pub cleared: bool,
}

/// Why entries are still here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncTrouble {
    /// No connection; tried again by itself.
    NoConnection,
    /// The server had a problem; tried again by itself.
    Server,
    /// What answers is not the school's server, or cannot prove it: nothing leaves this phone on its word.
    NotGenuine,
    /// Several times in a row this phone and the school did not have the same in the end.
    OutOfStep,
    /// The server no longer knows this phone: ask the coordinator to pair it again. Entries are kept.
    NotPairedAnyMore,
}

/// The confidentiality agreement as it is signed now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgreementView {
    /// Which version.
    pub version: u32,
    /// In which language: `en`, `es`.
    pub language: String,
    /// Paragraphs with an empty line between; a paragraph is one line, or points that begin with "- ".
    pub text: String,
}

/// A moment on the school's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LocalTime {
    /// The school's date.
    pub day: SchoolDay,
    /// Minutes since midnight.
    pub minute: u16,
}

/// How far an entry has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryState {
    /// On this phone's disk.
    Saved,
    /// Acknowledged by the school's server.
    Sent,
    /// Somebody of the team had it on a page.
    Seen,
}
