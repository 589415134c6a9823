//! What is good once: a nonce under a proof, the token of a step between two requests.

use std::collections::HashMap;
use std::hash::Hash;

use crate::{Mutex, lock};

/// What was used up, until it is too old anyway.
pub struct Used<K>(Mutex<HashMap<K, i64>>);

impl<K> Default for Used<K> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Eq + Hash> Used<K> {
    /// True for the first who uses it. Seconds since 1970; it must not be good any more after `until`.
    pub fn use_up(&self, key: K, until: i64, now: i64) -> bool {
        let mut used = lock(&self.0);
        used.retain(|_, until| *until >= now);
        used.insert(key, until).is_none()
    }
}

/// Things for a time, each taken away once. The oldest goes when there are too many.
pub struct Kept<K, T> {
    most: usize,
    seconds: i64,
    inside: Mutex<HashMap<K, (i64, T)>>,
}

impl<K: Copy + Eq + Hash, T> Kept<K, T> {
    /// At most so many, each for less than so many seconds.
    pub fn of(most: usize, seconds: i64) -> Self {
        Self { most, seconds, inside: Mutex::new(HashMap::new()) }
    }

    /// Keeps it.
    pub fn keep(&self, key: K, what: T, now: i64) {
        let mut kept = lock(&self.inside);
        kept.retain(|_, (since, _)| now - *since < self.seconds);
        if kept.len() >= self.most
            && let Some(oldest) = kept.iter().min_by_key(|(_, (since, _))| *since).map(|(key, _)| *key)
        {
            kept.remove(&oldest);
        }
        kept.insert(key, (now, what));
    }

    /// Takes it away: whoever comes second finds nothing.
    pub fn take(&self, key: &K, now: i64) -> Option<T> {
        let (since, what) = lock(&self.inside).remove(key)?;
        (now - since < self.seconds).then_some(what)
    }

    /// Looks at it and leaves it.
    pub fn look(&self, key: &K, now: i64) -> Option<T>
    where
        T: Clone,
    {
        let kept = lock(&self.inside);
        let (since, what) = kept.get(key)?;
        (now - since < self.seconds).then(|| what.clone())
    }
}
