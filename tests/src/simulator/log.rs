//! What happened, in order, and one number for all of it: the same seed must give the same number.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// So many of the last events are told when a run fails.
const TOLD: usize = 30;

/// Shared by everybody who takes part.
#[derive(Clone, Default)]
pub struct Log(Rc<RefCell<Events>>);

#[derive(Default)]
struct Events {
    told: Vec<String>,
    injected: BTreeMap<&'static str, u64>,
    hasher: DefaultHasher,
}

impl Log {
    /// Something happened.
    pub fn note(&self, event: impl Into<String>) {
        let event = event.into();
        let mut events = self.0.borrow_mut();
        event.hash(&mut events.hasher);
        events.told.push(event);
        if events.told.len() > 4 * TOLD {
            events.told.drain(..3 * TOLD);
        }
    }
    /// Bytes crossed or were stored: they count in the number, and are not told.
    pub fn digest(&self, bytes: &[u8]) {
        bytes.hash(&mut self.0.borrow_mut().hasher);
    }
    /// A fault was made.
    pub fn injected(&self, fault: &'static str) {
        *self.0.borrow_mut().injected.entry(fault).or_default() += 1;
        self.note(format!("  fault: {fault}"));
    }
    /// How often each fault was made.
    pub fn faults(&self) -> BTreeMap<&'static str, u64> {
        self.0.borrow().injected.clone()
    }
    /// The last events.
    pub fn last(&self) -> Vec<String> {
        let events = self.0.borrow();
        events.told[events.told.len().saturating_sub(TOLD)..].to_vec()
    }
    /// The number.
    pub fn hash(&self) -> u64 {
        self.0.borrow().hasher.finish()
    }
}
