//! What happens, in order: drawn from the seed alone before anything runs, so that a failing run can be cut down.
//!
//! A step names its phone, student or match by a roll: when it runs, whoever stands at that place modulo how many there
//! are is meant. So a step still means something when earlier ones are left out.

use super::chance::Chance;
use super::plan::Plan;

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

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

/// The whole run.
pub fn schedule(seed: u64, plan: &Plan) -> Vec<Step> {
    let mut draw = Draw { chance: Chance::of(seed, 1), plan, steps: Vec::new() };
    // For how many more days each phone is without a network.
    let mut offline = vec![0_usize; plan.phones + plan.days / 20];
    for day in 0..plan.days {
        draw.steps.push(Step::Morning);
        draw.office(day);
        for (phone, days) in offline.iter_mut().enumerate() {
            draw.day_of(phone, days);
        }
        draw.accidents();
        if day > 0 && day % 60 == 0 {
            draw.steps.push(Step::Quiet);
        }
    }
    draw.steps.push(Step::Quiet);
    draw.steps
}

struct Draw<'p> {
    chance: Chance,
    plan: &'p Plan,
    steps: Vec<Step>,
}

impl Draw<'_> {
    fn add(&mut self, in_thousand: usize, step: impl FnOnce(&mut Chance) -> Step) {
        if self.chance.in_thousand(in_thousand) {
            let step = step(&mut self.chance);
            self.steps.push(step);
        }
    }

    /// What the school does on a day.
    fn office(&mut self, day: usize) {
        let (students, mentors) = (self.plan.students, self.plan.mentors);
        self.add(300, |chance| Step::Attendance { roll: chance.draw() });
        self.add(40, |chance| Step::Rename { student: chance.below(students) });
        self.add(60, |chance| Step::BeginMatch { roll: chance.draw() });
        self.add(40, |chance| Step::EndMatch { roll: chance.draw() });
        self.add(15, |chance| Step::HoldBack { mentor: chance.below(mentors) });
        self.add(60, |chance| Step::GiveBack { mentor: chance.below(mentors) });
        if day > 5 {
            self.add(15, |chance| Step::NewPhone { mentor: chance.below(mentors) });
        }
    }

    /// What a mentor does with one phone on a day.
    fn day_of(&mut self, phone: usize, offline: &mut usize) {
        if *offline == 0 && self.chance.in_thousand(40) {
            *offline = 2 + self.chance.below(20);
        }
        let away = *offline > 0;
        *offline = offline.saturating_sub(1);
        if self.chance.in_thousand(450) {
            for _ in 0..=self.chance.below(4) {
                let roll = self.chance.draw();
                self.steps.push(Step::Tap { phone, roll });
            }
        }
        if self.plan.faults {
            self.phone_faults(phone);
        }
        if !away && self.chance.in_thousand(500) {
            let trip = self.trip();
            self.steps.push(Step::Sync { phone, trip });
        }
    }

    fn phone_faults(&mut self, phone: usize) {
        self.add(25, |chance| Step::TapCutShort { phone, roll: chance.draw(), fuse: fuse(chance) });
        self.add(20, |_| Step::KillPhone { phone });
        self.add(15, |chance| Step::SetClock { phone, ahead: ahead(chance) });
        self.add(8, |_| Step::FillPhone { phone });
        self.add(40, |_| Step::FreePhone { phone });
        self.add(3, |_| Step::Revoke { phone });
        self.add(10, |chance| Step::PairAgain { phone, answer_lost: chance.in_thousand(300) });
        if self.plan.phone_restores {
            self.add(10, |_| Step::ImagePhone { phone });
            self.add(5, |chance| Step::RestorePhone { phone, noticed: chance.in_thousand(500) });
        }
    }

    fn accidents(&mut self) {
        if !self.plan.faults {
            return;
        }
        self.add(60, |_| Step::KillServer);
        self.add(15, |_| Step::FillServer);
        self.add(120, |_| Step::FreeServer);
        self.add(300, |chance| Step::DeliverLate { most: 1 + chance.below(4) });
        if self.plan.server_restores {
            self.add(60, |_| Step::ImageServer);
            self.add(20, |_| Step::RestoreServer);
        }
    }

    fn trip(&mut self) -> Trip {
        if !self.plan.faults {
            return Trip::default();
        }
        let (chance, stale) = (&mut self.chance, self.plan.stale_answers);
        let possible = |fault: &Fault| stale || *fault != Fault::StaleAnswer;
        let exchanges = (0..3)
            .map(|_| exchange(chance))
            .map(|one| Exchange { fault: Some(one.fault).filter(possible).unwrap_or_default(), ..one });
        let exchanges = exchanges.collect();
        let fuse = chance.in_thousand(60).then(|| fuse(chance));
        Trip { exchanges, fuse, kill_after: chance.in_thousand(40) }
    }
}

fn exchange(chance: &mut Chance) -> Exchange {
    let share = |chance: &mut Chance| chance.below(65_536) as u16;
    let fault = match chance.below(20) {
        0 => Fault::Refused,
        1 => Fault::CutRequest(share(chance)),
        2 => Fault::LoseAnswer,
        3 | 4 => Fault::CutAnswer(share(chance)),
        5 => Fault::Double { second: chance.in_thousand(500) },
        6 => Fault::StaleAnswer,
        7 => Fault::KillBefore(chance.below(4) as u32),
        8 => Fault::KillAfter,
        _ => Fault::None,
    };
    let tap = chance.in_thousand(120).then(|| chance.draw());
    Exchange { fault, late_copy: chance.in_thousand(150), tap }
}

fn fuse(chance: &mut Chance) -> Fuse {
    Fuse { table: chance.below(Fuse::TABLES.len()), rows: chance.below(4) as u32 }
}

/// Mostly right, else wrong by minutes, by hours, or by more than a year.
fn ahead(chance: &mut Chance) -> i64 {
    let sign = if chance.in_thousand(500) { 1 } else { -1 };
    sign * match chance.below(6) {
        0 | 1 => 0,
        2 | 3 => chance.below(90) as i64 * MINUTE,
        4 => chance.below(72) as i64 * 60 * MINUTE,
        _ => chance.below(400) as i64 * DAY,
    }
}
