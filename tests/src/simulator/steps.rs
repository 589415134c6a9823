//! What happens, in order: drawn from the seed alone before anything runs, so that a failing run can be cut down.
//!
//! A step names its phone, student or match by a roll: when it runs, whoever stands at that place modulo how many there
//! are is meant. So a step still means something when earlier ones are left out.

/// One thing that happens.
#[allow(missing_docs, reason = "which phone, mentor or student, and rolls: the module says it once for all")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next school day begins.
    Morning,
    /// The mentor taps something.
    Tap { phone: usize, roll: u64 },
    /// The mentor taps, a statement of the transaction fails, and the app is killed.
    TapCutShort { phone: usize, roll: u64, fuse: Fuse },
    /// The phone syncs.
    Sync { phone: usize, trip: Trip },
    /// The app is killed between two transactions, its files as they lie.
    KillPhone { phone: usize },
    /// The phone's clock is so many seconds ahead of the true time from now on.
    SetClock { phone: usize, ahead: i64 },
    /// No more room on the phone's disk.
    FillPhone { phone: usize },
    /// Room again.
    FreePhone { phone: usize },
    /// The server is killed between two requests.
    KillServer,
    /// No more room on the server's disk.
    FillServer,
    /// Room again.
    FreeServer,
    /// Copies of requests that were delayed arrive now.
    DeliverLate { most: usize },
    /// The office imports a day of attendance.
    Attendance { roll: u64 },
    /// A student is called by another name.
    Rename { student: usize },
    /// A match begins.
    BeginMatch { roll: u64 },
    /// A match ends.
    EndMatch { roll: u64 },
    /// A mentor's agreement is taken back: no student stays on their phones.
    HoldBack { mentor: usize },
    /// It is signed again, and the students come back.
    GiveBack { mentor: usize },
    /// One more phone for a mentor.
    NewPhone { mentor: usize },
    /// A phone is shut out.
    Revoke { phone: usize },
    /// A phone is paired anew, whether it was shut out or not.
    PairAgain { phone: usize, answer_lost: bool },
    /// An image of the phone's data is kept.
    ImagePhone { phone: usize },
    /// The phone goes back to its image.
    RestorePhone { phone: usize, noticed: bool },
    /// A copy of the server's database is kept.
    ImageServer,
    /// The server goes back to that copy.
    RestoreServer,
    /// Everything works and everybody syncs until nothing is left to say.
    Quiet,
}

impl Step {
    /// Whether the server could hold something else after it.
    pub fn reaches_server(&self) -> bool {
        !matches!(
            self,
            Self::Morning
                | Self::Tap { .. }
                | Self::TapCutShort { .. }
                | Self::KillPhone { .. }
                | Self::SetClock { .. }
                | Self::FillPhone { .. }
                | Self::FreePhone { .. }
                | Self::ImagePhone { .. }
        )
    }
}

/// A statement that fails: the so-manyth row that goes into a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fuse {
    /// Which of [`Fuse::TABLES`], modulo.
    pub table: usize,
    /// How many rows still go in.
    pub rows: u32,
}

impl Fuse {
    /// What a phone's transactions write to, and `phone`: the cursor.
    pub const TABLES: [&'static str; 6] = ["change", "entry", "phone", "record", "student", "attendance_day"];
}

/// One sync, with what befalls each of its exchanges; when the list is used up, nothing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trip {
    /// First one first.
    pub exchanges: Vec<Exchange>,
    /// A transaction that takes the answer in fails there, and the app is killed.
    pub fuse: Option<Fuse>,
    /// The app is killed when the sync has ended.
    pub kill_after: bool,
}

/// What befalls one exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// The fault.
    pub fault: Fault,
    /// A copy of the request is on its way, and arrives some time later.
    pub late_copy: bool,
    /// The mentor taps while the network is awaited.
    pub tap: Option<u64>,
}

/// What the network or the server does to an exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// No connection.
    Refused,
    /// The request is cut after this share of its bytes, in 65,536ths.
    CutRequest(u16),
    /// The server does its work, and the answer is lost.
    LoseAnswer,
    /// The answer is cut after this share of its bytes, in 65,536ths.
    CutAnswer(u16),
    /// The request arrives twice; the first answer is seen, or the second.
    Double { second: bool },
    /// An answer to an earlier request of this phone comes instead.
    StaleAnswer,
    /// The server is killed in the transaction that takes this change, counted over the request.
    KillBefore(u32),
    /// The server is killed when it has done its work; nothing is answered.
    KillAfter,
}
