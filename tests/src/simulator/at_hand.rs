//! What mentors do with the phones in their hands, and what becomes of the phones meanwhile.

use std::collections::BTreeSet;

use daymark_mentor_core::api::{Failure, Request};

use super::link::Tapped;
use super::model::Named;
use super::steps::Fuse;
use super::taps;
use super::world::{Broken, World};

impl World {
    pub(super) fn tap(&mut self, phone: usize, roll: u64) -> Result<(), Broken> {
        let n = self.index(phone);
        self.check_date(n, roll)?;
        let Some(tapped) = self.tap_something(n, roll) else { return Ok(()) };
        self.book(n, vec![tapped])
    }

    fn tap_something(&self, n: usize, roll: u64) -> Option<Tapped> {
        let mut core = self.hands[n].phone.core.borrow_mut();
        let request = taps::choose(&mut core, self.school.zone, roll)?;
        let reply = core.answer(request.clone());
        Some((request, reply))
    }

    /// The mentor taps, the transaction breaks off in the middle, and the app is gone.
    pub(super) fn tap_cut_short(&mut self, phone: usize, roll: u64, fuse: Fuse) -> Result<(), Broken> {
        let n = self.index(phone);
        self.hands[n].phone.set_fuse(fuse);
        let tapped = self.tap_something(n, roll);
        self.log.injected("phone killed in a transaction");
        self.hands[n].phone.kill();
        self.book(n, tapped.into_iter().collect())?;
        self.check_phone(n)
    }

    pub(super) fn kill_phone(&mut self, phone: usize) -> Result<(), Broken> {
        let n = self.index(phone);
        self.log.injected("phone killed");
        self.hands[n].phone.kill();
        self.check_phone(n)
    }

    pub(super) fn fill_phone(&mut self, phone: usize, full: bool) {
        let n = self.index(phone);
        if full {
            self.log.injected("phone's disk full");
        }
        self.hands[n].phone.set_full(full);
    }

    /// Books what a phone said to taps, and looks whether what it says is saved is on its disk.
    pub(super) fn book(&mut self, n: usize, tapped: Vec<Tapped>) -> Result<(), Broken> {
        for (request, reply) in tapped {
            match reply {
                Ok(reply) => {
                    let seen = self.seen_by_group(n, &request);
                    let keys = self.model.book(n, &request, &reply, &seen);
                    self.log.note(format!("  saved: {keys:?}"));
                    self.absorb(n, &keys)?;
                }
                Err(Failure::NotSaved(_) | Failure::Invalid(_) | Failure::NoSuchEntry) => {
                    self.log.note("  not saved");
                }
                Err(failure) => return Err(format!("phone {n} said to a tap: {failure:?}")),
            }
        }
        Ok(())
    }

    fn seen_by_group(&self, n: usize, request: &Request) -> BTreeSet<Named> {
        if !matches!(request, Request::VoidGroup { .. }) {
            return BTreeSet::new();
        }
        self.hands[n].phone.entries().into_iter().map(|(id, key, _)| (id, key)).collect()
    }
}
