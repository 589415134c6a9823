//! How much a row does: a taste in every test run, every place when there is time.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::arguments::Asked;

/// What a row is given.
pub struct Plan {
    /// Where chance begins.
    pub seed: u64,
    /// The shipped server.
    pub server: PathBuf,
    /// The folder of the weakened builds, if there are any.
    pub weakened: Option<PathBuf>,
    /// The folder of an older version's programs, if they were built.
    pub older: Option<PathBuf>,
    /// When a long run has done enough; none for a short one.
    until: Option<Instant>,
}

impl Plan {
    /// For one row that has so much time, or for a short run.
    pub fn new(asked: &Asked, share: Option<Duration>) -> Self {
        let until = share.map(|share| Instant::now() + share);
        let (weakened, older) = (asked.weakened.clone(), asked.older.clone());
        Self { seed: asked.seed, server: asked.server.clone(), weakened, older, until }
    }

    /// Whether every place is tried.
    pub const fn is_long(&self) -> bool {
        self.until.is_some()
    }

    /// The seeds of this run: one, and in a long run more until the time is up.
    pub fn seeds(&self) -> impl Iterator<Item = u64> {
        let until = self.until;
        (self.seed..).enumerate().map_while(move |(n, seed)| {
            let more = n == 0 || until.is_some_and(|until| Instant::now() < until);
            more.then_some(seed)
        })
    }

    /// Whether there is time left; a short run has no end to keep to.
    pub fn goes_on(&self) -> bool {
        self.until.is_none_or(|until| Instant::now() < until)
    }

    /// The places from 1 to `last`: all in a long run, else at most so many, evenly spread.
    pub fn places(&self, last: u64, at_most: u64) -> Vec<u64> {
        let step = if self.is_long() { 1 } else { last.div_ceil(at_most).max(1) };
        // Another seed, another offset: in time, short runs see every place too.
        let first = 1 + self.seed % step;
        (first..=last).step_by(usize::try_from(step).unwrap_or(1)).collect()
    }
}
