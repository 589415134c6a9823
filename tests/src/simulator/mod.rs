//! A deterministic simulator: the real cores of phone and server, with network, clocks, randomness and deaths as inputs.
//!
//! A seed makes a schedule ([`schedule()`]), the schedule runs on real databases in memory ([`world`]), and after
//! every step the promises are looked at ([`checks`], [`quiet`]; `sync.md` 6.1). The same seed gives the same run, to
//! the byte: [`Report::hash`]. Nothing here waits: the clock is moved by hand.
//!
//! Not simulated: power cuts (a write that returned is there), two requests in the server at the same moment.

mod after_sync;
mod at_hand;
pub mod chance;
mod checks;
mod files;
mod link;
mod log;
mod mirror;
mod model;
mod network;
mod office;
mod phone;
mod plan;
mod quiet;
mod restore;
mod schedule;
mod school;
mod server;
mod steps;
mod taps;
mod world;

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use plan::{Plan, Weakness};
pub use schedule::schedule;
pub use steps::Step;

use log::Log;
use world::World;

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many steps were done.
    pub steps: usize,
    /// How often each fault was made.
    pub injected: BTreeMap<&'static str, u64>,
    /// Changes that left an outbox, all of them on the server.
    pub acknowledged: u64,
    /// Changes that the server refused rightly: they came long after their match had ended.
    pub refused: u64,
    /// Equal for equal runs, to the byte.
    pub hash: u64,
}

/// A promise that a run broke.
#[derive(Clone, PartialEq, Eq)]
pub struct Violation {
    /// The seed.
    pub seed: u64,
    /// What the run was made of.
    pub plan: Plan,
    /// Which step, counted from 0.
    pub step: usize,
    /// What is wrong, in a sentence.
    pub what: String,
    /// The last events before it.
    pub events: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "seed {}, step {}: {}", self.seed, self.step, self.what)?;
        writeln!(f, "the last events:")?;
        self.events.iter().try_for_each(|event| writeln!(f, "  {event}"))?;
        writeln!(f, "again:")?;
        write!(
            f,
            "  DAYMARK_SEED={} DAYMARK_PLAN='{}' cargo test -p daymark-tests --test scenarios simulator::a_seed -- --nocapture",
            self.seed, self.plan
        )
    }
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Runs a seed's schedule to its end, or to the first promise that is broken.
///
/// # Errors
/// The first violation.
pub fn run(seed: u64, plan: &Plan) -> Result<Report, Violation> {
    run_steps(seed, plan, &schedule(seed, plan))
}

/// Runs these steps with a seed's school: a schedule, or what is left of one that was cut down.
///
/// # Errors
/// The first violation. A panic of the cores is one.
pub fn run_steps(seed: u64, plan: &Plan, steps: &[Step]) -> Result<Report, Violation> {
    let log = Log::default();
    let at = std::cell::Cell::new(0);
    let done = catch_unwind(AssertUnwindSafe(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(live(seed, plan, steps, &log, &at))
    }));
    let done = done.unwrap_or_else(|panic| Err(format!("something panicked: {}", sentence(&*panic))));
    done.map_err(|what| Violation { seed, plan: *plan, step: at.get(), what, events: log.last() })
}

async fn live(
    seed: u64,
    plan: &Plan,
    steps: &[Step],
    log: &Log,
    at: &std::cell::Cell<usize>,
) -> Result<Report, String> {
    let mut world = World::open(seed, plan, log.clone()).await?;
    for (number, step) in steps.iter().enumerate() {
        at.set(number);
        world.step(step).await?;
    }
    Ok(Report {
        steps: steps.len(),
        injected: log.faults(),
        acknowledged: world.acknowledged(),
        refused: world.refused(),
        hash: log.hash(),
    })
}

fn sentence(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// Leaves out what is not needed for the violation: halves, quarters, and so on down to single steps, as long as
/// something is still broken. Returns what is left, with its violation.
pub fn shrink(seed: u64, plan: &Plan, runs_max: usize) -> Option<(Vec<Step>, Violation)> {
    let mut steps = schedule(seed, plan);
    let mut violation = run_steps(seed, plan, &steps).err()?;
    steps.truncate(violation.step + 1);
    let (mut piece, mut runs) = (steps.len() / 2, 0);
    while piece > 0 && runs < runs_max {
        let mut from = 0;
        while from < steps.len() && runs < runs_max {
            let mut fewer = steps.clone();
            fewer.drain(from..(from + piece).min(steps.len()));
            runs += 1;
            match run_steps(seed, plan, &fewer) {
                Err(still) => {
                    fewer.truncate(still.step + 1);
                    (steps, violation) = (fewer, still);
                }
                Ok(_) => from += piece,
            }
        }
        piece /= 2;
    }
    Some((steps, violation))
}
