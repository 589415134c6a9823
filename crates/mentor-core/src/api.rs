//! What a screen may ask of the core, and what it gets back. Plain values; built without the core itself.
//!
//! In the browser they cross `postMessage` as postcard bytes ([`ToCore`], [`FromCore`]); in the window they cross a
//! channel.

use daymark_domain::{
    AbsenceFigure, AttendanceStatus, Audience, CalendarMark, CallOutcome, DayType, DoorResult, EntryKey,
    MatchId, SchoolDay, WeekDosage,
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
    },
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
    /// How a wake-up call ended.
    RecordWakeUpCall {
        /// Whose.
        match_id: MatchId,
        /// The day that the screen showed.
        day: SchoolDay,
        /// How it ended.
        outcome: CallOutcome,
    },
    /// Time spent with one student.
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
    /// A short note.
    AddNote {
        /// Whose.
        match_id: MatchId,
        /// The day that it is about.
        day: SchoolDay,
        /// 1 to 2,000 characters.
        text: String,
        /// Who may read it.
        audience: Audience,
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
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To `Status`, `Pair` and `Sync`.
    Status(Status),
    /// To `Today`.
    Today(TodayView),
    /// To `Door`.
    Door(DoorView),
    /// To `Caseload`.
    Caseload(CaseloadView),
    /// To `Student`.
    Student(StudentView),
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
    /// The pairing code is wrong, used or too old.
    #[error("the code is wrong, used, or older than ten minutes")]
    CodeRefused,
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
    /// Entries that the server refused and set aside for the coordinator.
    pub refused: u32,
}

/// Why entries are still here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncTrouble {
    /// No connection; tried again by itself.
    NoConnection,
    /// The server had a problem; tried again by itself.
    Server,
    /// The server no longer knows this phone: ask the coordinator to pair it again. Entries are kept.
    NotPairedAnyMore,
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
    /// Refused by the server and set aside; kept here.
    Refused,
}

/// The home screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    /// The mentor's name.
    pub mentor: String,
    /// Today at the school.
    pub day: SchoolDay,
    /// Minutes since midnight at the school now.
    pub minute: u16,
    /// What today is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The how-manieth school day of the year today is, if it is one.
    pub school_day_number: Option<u32>,
    /// The bell, in minutes since midnight.
    pub bell_minute: Option<u16>,
    /// Who to call before the bell.
    pub calls: Vec<CallCard>,
    /// The door in short.
    pub door: DoorSummary,
}

/// A student to call before the bell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallCard {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// School days in a row, up to the last recorded one, that the student missed.
    pub absent_in_a_row: u32,
    /// Whom to call, best number first.
    pub callees: Vec<Callee>,
    /// Today's calls so far, latest last (voided ones left out).
    pub calls: Vec<RecordedCall>,
}

/// An adult whom the mentor may call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callee {
    /// Their name.
    pub name: String,
    /// "Mother", as the school writes it.
    pub relation: Option<String>,
    /// Home language.
    pub language: Option<String>,
    /// The number to dial; `None`: no usable number.
    pub phone: Option<String>,
    /// Shown before any button: court orders and the like.
    pub restriction: Option<String>,
}

/// A call that was recorded today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCall {
    /// The entry.
    pub key: EntryKey,
    /// How it ended.
    pub outcome: CallOutcome,
    /// When, in minutes since midnight.
    pub minute: u16,
    /// How far it has come.
    pub state: EntryState,
}

/// The door in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorSummary {
    /// Students on the list.
    pub students: u32,
    /// Greeted so far today, late ones included.
    pub greeted: u32,
    /// Absent on the last recorded school day.
    pub absent_yesterday: u32,
}

/// The door list. Rows keep their order all day: nothing moves under the finger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorView {
    /// The day that taps belong to.
    pub day: SchoolDay,
    /// Whether that is today.
    pub is_today: bool,
    /// What the day is for the school.
    pub day_type: Option<DayType>,
    /// The bell, in minutes since midnight.
    pub bell_minute: Option<u16>,
    /// Absent ones first, then by name.
    pub rows: Vec<DoorRow>,
}

/// One student at the door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorRow {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// School days in a row, up to the last recorded one before this day, that the student missed.
    pub absent_in_a_row: u32,
    /// The week so far against the model.
    pub week: WeekDosage,
    /// What was recorded; the latest that was not taken back.
    pub check: Option<RecordedDoorCheck>,
}

/// A door check that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedDoorCheck {
    /// The entry.
    pub key: EntryKey,
    /// What the mentor saw.
    pub result: DoorResult,
    /// When, in minutes since midnight.
    pub minute: u16,
    /// How far it has come.
    pub state: EntryState,
}

/// All students of this mentor, by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseloadView {
    /// The students.
    pub rows: Vec<CaseloadRow>,
}

/// One student in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseloadRow {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// The grade as the school writes it.
    pub grade: Option<String>,
    /// Absence this year to date.
    pub figure: AbsenceFigure,
    /// This week against the model.
    pub week: WeekDosage,
}

/// One student's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudentView {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// The grade as the school writes it.
    pub grade: Option<String>,
    /// The school's name.
    pub school: String,
    /// Today at the school.
    pub today: SchoolDay,
    /// School days since the match began, today included.
    pub school_days_together: u32,
    /// Absence this year to date.
    pub figure: AbsenceFigure,
    /// The last day for which the school's record is complete; `None` when nothing was imported yet.
    pub record_complete_to: Option<SchoolDay>,
    /// The month shown.
    pub month: MonthView,
    /// Present days in a row by the school's record, up to the last recorded day.
    pub present_in_a_row: u32,
    /// Adults whom the mentor may call.
    pub callees: Vec<Callee>,
    /// What was done with this student, latest first.
    pub log: Vec<LogEntry>,
}

/// A month, every date of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthView {
    /// Its first day.
    pub first: SchoolDay,
    /// Its days in order.
    pub days: Vec<MonthDay>,
}

/// One date: the school's record beside the marks made together, never merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The school's record: present is stated once the day is recorded.
    pub official: Option<AttendanceStatus>,
    /// Marks made together. Two different ones: two phones disagreed, and both are shown.
    pub marks: Vec<CalendarMark>,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// The entry.
    pub key: EntryKey,
    /// The day that it is about.
    pub day: SchoolDay,
    /// When it was made, on the school's clock.
    pub made: LocalTime,
    /// What was done.
    pub what: Done,
    /// Taken back.
    pub voided: bool,
    /// How far it has come.
    pub state: EntryState,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// At the door.
    DoorCheck(DoorResult),
    /// A wake-up call.
    WakeUpCall(CallOutcome),
    /// Time for one student, in minutes.
    OneOnOne(u16),
    /// A note.
    Note {
        /// Its text.
        text: String,
        /// Who may read it.
        audience: Audience,
    },
    /// Written by a newer version of the app: kept, not understood.
    Unknown,
}
