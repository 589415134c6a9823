//! What must hold after every step.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::MatchId;
use daymark_mentor_core::api::{Reply, Request};
use daymark_sqlite::rusqlite::params;

use super::model::Named;
use super::phone::Waiting;
use super::taps::school_day;
use super::world::{Broken, World};

/// For so long after a match ended the server still takes what its mentor did before.
const LATE_FOR_S: i64 = 30 * 24 * 60 * 60;
const DAY: i64 = 24 * 60 * 60;

impl World {
    /// The phone's date is the school's, whatever its own zone, on the days around a change of the clocks too.
    pub(super) fn check_date(&self, n: usize, roll: u64) -> Result<(), Broken> {
        let phone = &self.hands[n].phone;
        if !roll.is_multiple_of(8) || phone.ahead().abs() > 300 * DAY || phone.caseload().is_empty() {
            return Ok(());
        }
        let shown = phone.core.borrow_mut().answer(Request::Door { day: None });
        let Ok(Reply::Door(door)) = shown else { return Err(format!("phone {n} shows no door list")) };
        let right = school_day(self.school.zone, phone.now());
        if door.day == right {
            Ok(())
        } else {
            Err(format!("phone {n} shows {} on {right} at the school", door.day))
        }
    }

    /// Own changes that came or went: what is said to be saved waits, and what no longer waits is on the server.
    pub(super) fn absorb(&mut self, n: usize, saved: &[Named]) -> Result<(), Broken> {
        let now = self.hands[n].phone.waiting();
        for (match_id, key) in saved {
            let waits = |one: &Waiting| one.match_id == *match_id && one.key.as_deref() == Some(key);
            if !now.iter().any(waits) && !self.is_on_server(*match_id, key) {
                return Err(format!(
                    "phone {n} said that {key} of {match_id} is saved, and it waits nowhere"
                ));
            }
        }
        let names: BTreeMap<_, _> = now.iter().cloned().map(Waiting::by_hash).collect();
        let before = std::mem::take(&mut self.hands[n].waiting);
        for ((match_id, hash), key) in before.into_iter().filter(|(name, _)| !names.contains_key(name)) {
            if self.mirror.holds(match_id, hash) {
                self.model.acknowledged.insert((match_id, hash), n);
            } else if !self.is_set_aside(match_id, hash, key) {
                return Err(format!(
                    "a change of {match_id} left the outbox of phone {n}, and the server does not have it"
                ));
            }
        }
        for refused in now.into_iter().filter(|one| one.refused) {
            let Waiting { match_id, hash, key, .. } = refused;
            if !self.is_set_aside(match_id, hash, key.clone()) {
                return Err(format!(
                    "the server refused {key:?} of {match_id} by phone {n}: {}",
                    self.refusal(match_id, hash).unwrap_or_default()
                ));
            }
        }
        self.hands[n].waiting = names;
        Ok(())
    }

    fn is_on_server(&self, match_id: MatchId, key: &str) -> bool {
        self.mirror
            .records
            .get(&match_id)
            .is_some_and(|held| held.view.entries.iter().any(|entry| entry.key.to_string() == key))
    }

    /// Whether the change was refused rightly, now or before; it is remembered longer than the server keeps it.
    fn is_set_aside(&mut self, match_id: MatchId, hash: [u8; 32], key: Option<String>) -> bool {
        let rightly =
            self.model.set_aside.contains_key(&(match_id, hash)) || self.was_refused_rightly(match_id, hash);
        if rightly {
            self.model.set_aside.insert((match_id, hash), key);
        }
        rightly
    }

    fn refusal(&self, match_id: MatchId, hash: [u8; 32]) -> Option<String> {
        self.server.borrow().read(|db| {
            let mut statement =
                db.prepare("SELECT code FROM quarantine WHERE match_id = ?1 AND hash = ?2")?;
            let mut rows = statement.query(params![match_id.as_bytes(), hash])?;
            rows.next()?.map(|row| row.get(0)).transpose()
        })
    }

    /// A refusal is right for what arrives long after its match has ended, and is kept for the coordinator.
    fn was_refused_rightly(&self, match_id: MatchId, hash: [u8; 32]) -> bool {
        let now = self.server.borrow().now();
        let ended = self.model.matches.get(&match_id).and_then(|of| of.end);
        let code = self.refusal(match_id, hash);
        let late =
            ended.is_some_and(|(_, at)| now - at > LATE_FOR_S) && code.as_deref() == Some("match-ended");
        // Whoever went back in time may write under numbers that are taken, and writes again under another name.
        late || self.plan.phone_restores && code.as_deref() == Some("wrong-sequence")
    }

    /// What the phone saved is on it, what others wrote is known to the model, and what it took back stays so.
    pub(super) fn check_phone(&self, n: usize) -> Result<(), Broken> {
        let phone = &self.hands[n].phone;
        let caseload: BTreeSet<MatchId> = phone.caseload().into_iter().collect();
        let rows = phone.entries();
        let mut own = 0;
        for (match_id, key, voided) in &rows {
            let named = (*match_id, key.clone());
            let Some(entry) = self.model.entries.get(&named) else {
                if self.model.forgotten.entries.contains(&named) {
                    continue;
                }
                return Err(format!("phone {n} shows {key} of {match_id}, which nobody saved"));
            };
            if entry.voided_on.contains(&n) && !voided && !self.model.forgotten.voids.contains(&named) {
                return Err(format!("{key} of {match_id} was taken back on phone {n}, and stands again"));
            }
            own += usize::from(entry.phone == n);
        }
        let saved =
            self.model.entries.iter().filter(|((id, _), entry)| entry.phone == n && caseload.contains(id));
        let saved = saved.count();
        if own == saved {
            Ok(())
        } else {
            Err(format!("phone {n} shows {own} of the {saved} entries that it saved"))
        }
    }
}
