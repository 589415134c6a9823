//! Everybody at work: each step is done here, and what came of it is booked in the model.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use daymark_domain::MatchId;
use daymark_mentor_core::sync::{SyncError, run_once};
use daymark_protocol::LinkError;
use tempfile::TempDir;

use super::chance::Chance;
use super::link::Link;
use super::log::Log;
use super::mirror::Mirror;
use super::model::Model;
use super::network::Network;
use super::phone::Phone;
use super::plan::Plan;
use super::school::{self, School, moment};
use super::server::Server;
use super::steps::{Step, Trip};

/// What broke a promise, in a sentence.
pub type Broken = String;

/// All of it.
pub struct World {
    pub(super) plan: Plan,
    pub(super) chance: Chance,
    pub(super) hand: Arc<AtomicI64>,
    pub(super) school: School,
    pub(super) server: Rc<RefCell<Server>>,
    pub(super) network: Network,
    pub(super) log: Log,
    pub(super) hands: Vec<Hand>,
    pub(super) model: Model,
    pub(super) mirror: Mirror,
    pub(super) server_full: bool,
    pub(super) server_image: Option<TempDir>,
    day: usize,
}

/// A phone in somebody's hand.
pub struct Hand {
    /// The phone.
    pub phone: Phone,
    /// The server's last answers to it.
    pub answers: Rc<RefCell<Vec<Vec<u8>>>>,
    /// Own changes that the server is not known to have, each with the entry that it adds; none: a calendar mark.
    pub waiting: BTreeMap<(MatchId, [u8; 32]), Option<String>>,
    /// Whether the server would know it.
    pub shut_out: bool,
}

/// What became of a sync.
pub(super) struct Synced {
    pub result: Result<bool, SyncError>,
    pub disturbed: bool,
}

impl World {
    /// The school on its first morning, its phones paired.
    pub async fn open(seed: u64, plan: &Plan, log: Log) -> Result<Self, Broken> {
        let mut chance = Chance::of(seed, 2);
        let hand = Arc::new(AtomicI64::new(0));
        let server = Server::new(hand.clone(), Chance::of(seed, 3));
        let (school, model) = school::open(&server, &hand, plan, &mut chance).await;
        let server = Rc::new(RefCell::new(server));
        let network = Network::new(server.clone(), log.clone(), plan.weakness);
        log.note(format!("a school in {}", school.zone));
        let mut world = Self {
            plan: *plan,
            chance,
            hand,
            school,
            server,
            network,
            log,
            hands: Vec::new(),
            model,
            mirror: Mirror::default(),
            server_full: false,
            server_image: None,
            day: 0,
        };
        for student in 0..plan.students {
            world.begin_match(student % plan.mentors, student).await;
        }
        for n in 0..plan.phones {
            world.new_phone(n % plan.mentors).await?;
        }
        Ok(world)
    }

    /// Does one step and looks at what it touched.
    pub async fn step(&mut self, step: &Step) -> Result<(), Broken> {
        self.hand.fetch_add(20 + self.chance.below(400) as i64, Ordering::Relaxed);
        self.log.note(told(step));
        match step {
            Step::Morning => self.morning(),
            Step::Tap { phone, roll } => self.tap(*phone, *roll)?,
            Step::TapCutShort { phone, roll, fuse } => self.tap_cut_short(*phone, *roll, *fuse)?,
            Step::Sync { phone, trip } => self.sync(*phone, trip).await?,
            Step::KillPhone { phone } => self.kill_phone(*phone)?,
            Step::SetClock { phone, ahead } => {
                let n = self.index(*phone);
                self.hands[n].phone.set_ahead(*ahead);
                self.log.injected("wrong clock");
            }
            Step::FillPhone { phone } => self.fill_phone(*phone, true),
            Step::FreePhone { phone } => self.fill_phone(*phone, false),
            Step::KillServer => {
                self.log.injected("server killed");
                self.network.kill_server();
                self.server_full = false;
            }
            Step::FillServer => self.fill_server(true),
            Step::FreeServer => self.fill_server(false),
            Step::DeliverLate { most } => self.network.deliver_late(*most).await,
            Step::Attendance { roll } => self.import_attendance(*roll)?,
            Step::Rename { student } => self.rename(*student),
            Step::BeginMatch { roll } => {
                let mut chance = Chance::of(*roll, 8);
                let (mentor, student) =
                    (chance.below(self.model.mentors.len()), chance.below(self.model.students.len()));
                self.begin_match(mentor, student).await;
            }
            Step::EndMatch { roll } => self.end_match(*roll).await,
            Step::HoldBack { mentor } => self.hold_back(*mentor).await,
            Step::GiveBack { mentor } => self.give_back(*mentor).await,
            Step::NewPhone { mentor } => self.new_phone(*mentor).await?,
            Step::Revoke { phone } => self.revoke(*phone).await,
            Step::PairAgain { phone, answer_lost } => self.pair_again(*phone, *answer_lost).await?,
            Step::ImagePhone { phone } => {
                let n = self.index(*phone);
                self.hands[n].phone.keep_image();
            }
            Step::RestorePhone { phone, noticed } => self.restore_phone(*phone, *noticed)?,
            Step::ImageServer => self.server_image = Some(self.server.borrow().image()),
            Step::RestoreServer => self.restore_server().await?,
            Step::Quiet => self.quiet().await?,
        }
        if step.reaches_server() { self.look_at_server() } else { Ok(()) }
    }

    pub(super) fn index(&self, phone: usize) -> usize {
        phone % self.hands.len()
    }

    pub(super) fn look_at_server(&mut self) -> Result<(), Broken> {
        let server = self.server.borrow();
        self.mirror.look(&server)
    }

    /// The next school day; mostly before the bell, sometimes in the middle of the night.
    fn morning(&mut self) {
        let Some(day) = self.school.days.get(self.day).copied() else { return };
        self.day += 1;
        let minute = if self.chance.in_thousand(150) {
            self.chance.below(20 * 60)
        } else {
            6 * 60 + self.chance.below(120)
        };
        let moment = moment(self.school.zone, day, minute as u32);
        self.hand.fetch_max(moment, Ordering::Relaxed);
    }

    fn fill_server(&mut self, full: bool) {
        if full {
            self.log.injected("server's disk full");
        }
        self.server.borrow().set_full(full);
        self.server_full = full;
    }

    async fn sync(&mut self, phone: usize, trip: &Trip) -> Result<(), Broken> {
        let n = self.index(phone);
        let before = self.hands[n].phone.cursor();
        if let Some(fuse) = trip.fuse {
            self.hands[n].phone.set_fuse(fuse);
        }
        let synced = self.sync_with(n, trip).await?;
        if trip.fuse.is_some() || trip.kill_after {
            self.log.injected(if trip.fuse.is_some() {
                "phone killed while it takes an answer in"
            } else {
                "phone killed"
            });
            self.hands[n].phone.kill();
        }
        self.absorb(n, &[])?;
        self.check_phone(n)?;
        self.check_sync(n, trip, before, &synced)
    }

    pub(super) async fn sync_with(&mut self, n: usize, trip: &Trip) -> Result<Synced, Broken> {
        let starts = self.server.borrow().starts;
        let (synced, tapped) = {
            let hand = &self.hands[n];
            let link = Link {
                network: self.network.clone(),
                core: hand.phone.core.clone(),
                zone: self.school.zone,
                exchanges: RefCell::new(trip.exchanges.iter().copied().collect::<VecDeque<_>>()),
                answers: hand.answers.clone(),
                tapped: RefCell::default(),
                disturbed: RefCell::default(),
            };
            let result = run_once(&hand.phone.core, &link).await;
            let synced = Synced { result, disturbed: link.disturbed.into_inner() };
            (synced, link.tapped.into_inner())
        };
        if self.server.borrow().starts != starts {
            self.server_full = false;
        }
        let became = match &synced.result {
            Ok(changed) => format!("  synced, changed: {changed}"),
            Err(error) => format!("  not synced: {error}"),
        };
        self.log.note(became);
        if matches!(synced.result, Err(SyncError::Link(LinkError::NotPaired))) {
            let hand = &mut self.hands[n];
            if !hand.shut_out {
                return Err(format!("the server does not know phone {n}, which nobody shut out"));
            }
        }
        self.look_at_server()?;
        self.book(n, tapped)?;
        Ok(synced)
    }
}

fn told(step: &Step) -> String {
    match step {
        Step::Sync { phone, trip } => format!("Sync {phone}: {trip:?}"),
        step => format!("{step:?}"),
    }
}

impl World {
    /// How many changes left an outbox.
    pub fn acknowledged(&self) -> u64 {
        self.model.acknowledged.len() as u64
    }

    /// How many changes were refused rightly.
    pub fn refused(&self) -> u64 {
        self.model.set_aside.len() as u64
    }
}
