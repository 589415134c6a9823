//! What happens between a tap on what is due and the disk, and what the item shows meanwhile.

use std::collections::{HashMap, HashSet};

use daymark_components::{Words, say};
use daymark_domain::{EntryKey, MatchId, SchoolDay};
use daymark_mentor_core::api::{Failure, Request};
use dioxus::prelude::*;

use super::GHOST_MS;
use super::due::Item;
use super::running::{Running, use_running};
use crate::phone::{Phone, use_phone, use_words};
use crate::voice;

/// What one section's cards share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct DueDesk {
    phone: Phone,
    words: Words,
    pub day: SchoolDay,
    /// What was done here, by the item's id.
    keys: Signal<HashMap<String, Vec<EntryKey>>>,
    saving: Signal<HashSet<String>>,
    /// Taken back here, perhaps not yet in the list.
    gone: Signal<HashSet<EntryKey>>,
    acted_ms: Signal<f64>,
    problem: Signal<Option<(String, Failure)>>,
    running: Running,
    on_change: EventHandler<()>,
}

pub fn use_due_desk(day: SchoolDay, on_change: EventHandler<()>) -> DueDesk {
    DueDesk {
        phone: use_phone(),
        words: use_words(),
        day,
        keys: use_signal(HashMap::new),
        saving: use_signal(HashSet::new),
        gone: use_signal(HashSet::new),
        acted_ms: use_signal(|| f64::MIN),
        problem: use_signal(|| None),
        running: use_running(),
        on_change,
    }
}

impl DueDesk {
    pub fn is_done(self, item: &Item) -> bool {
        let listed = item.done && item.done_by.as_ref().is_none_or(|key| !self.gone.read().contains(key));
        listed || self.keys.read().contains_key(&item.id)
    }

    pub fn is_saving(self, item: &Item) -> bool {
        self.saving.read().contains(&item.id)
    }

    pub fn problem(self, item: &Item) -> Option<String> {
        let problem = self.problem.read();
        let (id, failure) = problem.as_ref()?;
        (*id == item.id).then(|| voice::failure(self.words, failure))
    }

    /// What Undo takes back: what was done here, else what the list says.
    pub fn done_by(self, item: &Item) -> Vec<EntryKey> {
        self.keys.read().get(&item.id).cloned().unwrap_or_else(|| item.done_by.iter().cloned().collect())
    }

    /// Writes all requests; `completes`: the item is done by them.
    pub fn act(mut self, item: &Item, requests: Vec<Request>, what: String, completes: bool) {
        let (phone, words) = (self.phone, self.words);
        if phone.shell().now_ms() - *self.acted_ms.peek() < GHOST_MS {
            return;
        }
        phone.shell().tick();
        self.acted_ms.set(phone.shell().now_ms());
        self.saving.write().insert(item.id.clone());
        let said = say!(words, "due-say", name: item.who.first_name.as_str(), what: what);
        let id = item.id.clone();
        // All are on their way before the first answer is waited for.
        let answers: Vec<_> = requests.into_iter().map(|request| phone.save(request)).collect();
        self.running.run(async move {
            let mut keys = Vec::new();
            let mut failed = None;
            for answer in answers {
                match answer.await {
                    Ok(key) => keys.extend(key),
                    Err(failure) => failed = Some((id.clone(), failure)),
                }
            }
            self.saving.write().remove(&id);
            if failed.is_none() {
                phone.say(said);
                if completes {
                    self.keys.write().insert(id, keys);
                }
            }
            self.problem.set(failed);
            self.on_change.call(());
        });
    }

    pub fn take_back(mut self, id: String, match_id: MatchId, keys: Vec<EntryKey>) {
        let phone = self.phone;
        if phone.shell().now_ms() - *self.acted_ms.peek() < GHOST_MS {
            return;
        }
        let void = |key: EntryKey| (key.clone(), phone.save(Request::VoidEntry { match_id, key }));
        let answers: Vec<_> = keys.into_iter().map(void).collect();
        self.running.run(async move {
            let mut failed = None;
            for (key, answer) in answers {
                match answer.await {
                    Ok(_) => {
                        self.gone.write().insert(key);
                    }
                    Err(failure) => failed = Some((id.clone(), failure)),
                }
            }
            if failed.is_none() {
                self.keys.write().remove(&id);
            }
            self.problem.set(failed);
            self.on_change.call(());
        });
    }
}
