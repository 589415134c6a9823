//! How often somebody may try, and how many at once. Kept in memory: a restart forgives, which an attacker cannot cause.

use std::collections::HashMap;
use std::hash::Hash;

use crate::{Mutex, lock};

/// More keys than this are not kept; those whose time is over go first.
const MOST_KEYS: usize = 10_000;

/// So many failures are free; each one more doubles the wait, from 30 seconds to 15 minutes.
pub struct GrowingDelay {
    free: u32,
    tries: Mutex<HashMap<String, Tries>>,
}

#[derive(Clone, Copy, Default)]
struct Tries {
    failures: u32,
    not_before: i64,
    is_told: bool,
}

/// Nothing is checked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldUp {
    /// Seconds to wait.
    pub wait_s: u64,
    /// Whether this is the first try of this wait: it is worth writing down, the others are not.
    pub is_first: bool,
}

impl GrowingDelay {
    /// With so many free.
    pub fn after(free: u32) -> Self {
        Self { free, tries: Mutex::new(HashMap::new()) }
    }

    /// Counts a try as failed before it is made, so that many at once are not all free.
    pub fn attempt(&self, key: &str, now: i64) -> Result<(), HeldUp> {
        let mut tries = lock(&self.tries);
        forget(&mut tries, |tries| tries.not_before > now);
        let entry = tries.entry(key.to_owned()).or_default();
        if entry.not_before > now {
            let is_first = !std::mem::replace(&mut entry.is_told, true);
            return Err(HeldUp { wait_s: entry.not_before.abs_diff(now), is_first });
        }
        entry.is_told = false;
        entry.failures = entry.failures.saturating_add(1);
        let beyond = entry.failures.checked_sub(self.free);
        entry.not_before = now + beyond.map_or(0, |beyond| (30 << beyond.min(5)).min(15 * 60));
        Ok(())
    }

    /// The try was good: all is forgiven.
    pub fn succeeded(&self, key: &str) {
        lock(&self.tries).remove(key);
    }
}

/// So many tries in each minute.
pub struct PerMinute {
    most: u32,
    counts: Mutex<HashMap<String, (i64, u32)>>,
}

impl PerMinute {
    /// So many.
    pub fn of(most: u32) -> Self {
        Self { most, counts: Mutex::new(HashMap::new()) }
    }

    /// Counts a try; `Err` says how many seconds to wait instead.
    pub fn attempt(&self, key: &str, now: i64) -> Result<(), u64> {
        let minute = now.div_euclid(60);
        let mut counts = lock(&self.counts);
        forget(&mut counts, |(counted_in, _)| *counted_in == minute);
        let (counted_in, count) = counts.entry(key.to_owned()).or_default();
        if *counted_in != minute {
            (*counted_in, *count) = (minute, 0);
        }
        *count = count.saturating_add(1);
        if *count > self.most { Err(((minute + 1) * 60).abs_diff(now)) } else { Ok(()) }
    }
}

/// So many at the same time.
pub struct AtOnce<K> {
    most: u32,
    running: Mutex<HashMap<K, u32>>,
}

/// One that is under way, until this is dropped.
pub struct Turn<'a, K: Copy + Eq + Hash>(&'a AtOnce<K>, K);

impl<K: Copy + Eq + Hash> AtOnce<K> {
    /// So many.
    pub fn of(most: u32) -> Self {
        Self { most, running: Mutex::new(HashMap::new()) }
    }

    /// Begins one, unless as many as may are under way.
    pub fn begin(&self, key: K) -> Option<Turn<'_, K>> {
        let mut running = lock(&self.running);
        let count = running.entry(key).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Turn(self, key))
    }
}

impl<K: Copy + Eq + Hash> Drop for Turn<'_, K> {
    fn drop(&mut self) {
        let mut running = lock(&self.0.running);
        if let Some(count) = running.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                running.remove(&self.1);
            }
        }
    }
}

fn forget<V>(kept: &mut HashMap<String, V>, still_counts: impl Fn(&V) -> bool) {
    if kept.len() >= MOST_KEYS {
        kept.retain(|_, value| still_counts(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_failures_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        loom::model(|| {
            let limit = GrowingDelay::after(5);
            for _ in 0..5 {
                assert_eq!(limit.attempt("pat", 0), Ok(()));
            }
            let (mut now, mut waits) = (0, Vec::new());
            for _ in 0..7 {
                let held_up = limit.attempt("pat", now).unwrap_err();
                assert!(held_up.is_first && !limit.attempt("pat", now).unwrap_err().is_first);
                waits.push(held_up.wait_s);
                now += i64::try_from(held_up.wait_s).unwrap();
                assert_eq!(limit.attempt("pat", now), Ok(()));
            }
            assert_eq!(waits, [30, 60, 120, 240, 480, 900, 900]);
            assert_eq!(limit.attempt("ana", now), Ok(()), "others are not held up");
            limit.succeeded("pat");
            assert_eq!(limit.attempt("pat", now), Ok(()));
        });
    }

    #[test]
    fn a_third_at_the_same_time_waits_and_another_phone_does_not() {
        loom::model(|| {
            let limit = AtOnce::of(2);
            let (one, two) = (limit.begin(1), limit.begin(1));
            assert!(one.is_some() && two.is_some() && limit.begin(1).is_none());
            assert!(limit.begin(2).is_some());
            drop(one);
            assert!(limit.begin(1).is_some());
        });
    }

    #[test]
    fn a_new_minute_gives_new_tries() {
        loom::model(|| {
            let limit = PerMinute::of(2);
            assert_eq!([0, 10, 20].map(|now| limit.attempt("a", now)), [Ok(()), Ok(()), Err(40)]);
            assert_eq!(limit.attempt("a", 60), Ok(()));
        });
    }
}
