//! A line of those who wait, and one who leads: whoever comes first works until nobody waits any more.

use std::collections::VecDeque;

use crate::{Mutex, lock};

/// Those who wait, and whether somebody leads.
pub struct Line<M> {
    most: usize,
    inside: Mutex<Inside<M>>,
}

struct Inside<M> {
    waiting: VecDeque<M>,
    is_led: bool,
}

/// As many wait as may.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

impl<M> Line<M> {
    /// In which so many may wait.
    pub fn of(most: usize) -> Self {
        Self { most, inside: Mutex::new(Inside { waiting: VecDeque::new(), is_led: false }) }
    }

    /// Queues; true for the one who leads from now on.
    pub fn join(&self, one: M) -> Result<bool, Full> {
        let mut inside = lock(&self.inside);
        if inside.waiting.len() >= self.most {
            return Err(Full);
        }
        inside.waiting.push_back(one);
        Ok(!std::mem::replace(&mut inside.is_led, true))
    }

    /// The first who waits; for the one who leads.
    pub fn next(&self) -> Option<M> {
        lock(&self.inside).waiting.pop_front()
    }

    /// Nobody waits: the lead is laid down in the same moment, and whoever comes next leads.
    pub fn is_done(&self) -> bool {
        let mut inside = lock(&self.inside);
        inside.is_led = !inside.waiting.is_empty();
        !inside.is_led
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        lock(&self.inside).waiting.len()
    }
}
