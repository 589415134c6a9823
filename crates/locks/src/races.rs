//! Every order in which threads may meet, with at most three interruptions. Beside each promise stands a careless version of
//! the same, in which the search has to find what is lost: a search that finds nothing there would find nothing anywhere.

use std::sync::Arc;

use loom::sync::Mutex;
use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::thread;

use crate::{AtOnce, Full, GrowingDelay, Kept, Line, PerMinute, Used, lock};

const INTERRUPTIONS: usize = 3;

fn in_every_order(scene: impl Fn() + Send + Sync + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(INTERRUPTIONS);
    model.check(scene);
}

/// Whether an order is found in which the scene fails.
fn is_found(scene: impl Fn() + Send + Sync + 'static) -> bool {
    std::thread::spawn(|| in_every_order(scene)).join().is_err()
}

/// Runs all of these beside each other; what each came to.
fn beside<T: 'static>(threads: Vec<impl FnOnce() -> T + 'static>) -> Vec<T> {
    let threads: Vec<_> = threads.into_iter().map(thread::spawn).collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}

/// So many threads that do the same.
fn alike<T: 'static>(count: usize, act: impl Fn() -> T + Clone + 'static) -> Vec<T> {
    beside((0..count).map(|_| act.clone()).collect())
}

// A commit for many phones.

trait Leads: Send + Sync + 'static {
    fn join(&self, one: usize) -> bool;
    fn next(&self) -> Option<usize>;
    fn is_done(&self) -> bool;
}

impl Leads for Line<usize> {
    fn join(&self, one: usize) -> bool {
        Self::join(self, one).unwrap()
    }
    fn next(&self) -> Option<usize> {
        Self::next(self)
    }
    fn is_done(&self) -> bool {
        Self::is_done(self)
    }
}

/// Looks whether somebody waits, and lays down the lead a moment later.
struct LooksFirst(Mutex<(Vec<usize>, bool)>);

impl Leads for LooksFirst {
    fn join(&self, one: usize) -> bool {
        let mut inside = lock(&self.0);
        inside.0.push(one);
        !std::mem::replace(&mut inside.1, true)
    }
    fn next(&self) -> Option<usize> {
        lock(&self.0).0.pop()
    }
    fn is_done(&self) -> bool {
        let nobody = lock(&self.0).0.is_empty();
        if nobody {
            lock(&self.0).1 = false;
        }
        nobody
    }
}

/// Three who come with something; whoever leads takes it in, as the server's commit does.
fn commits<L: Leads>(line: fn() -> L) {
    let (line, leaders) = (Arc::new(line()), Arc::new(AtomicUsize::new(0)));
    let phones = (0..3).map(|phone| {
        let (line, leaders) = (line.clone(), leaders.clone());
        move || {
            let mut taken_in = Vec::new();
            if line.join(phone) {
                assert_eq!(leaders.fetch_add(1, Ordering::SeqCst), 0, "one leads");
                // Before the lead is laid down: in that moment another may take it up.
                taken_in.extend(line.next());
                leaders.fetch_sub(1, Ordering::SeqCst);
                while !line.is_done() {
                    taken_in.extend(line.next());
                }
            }
            taken_in
        }
    });
    let mut taken_in: Vec<usize> = beside(phones.collect()).concat();
    taken_in.sort_unstable();
    assert_eq!(taken_in, [0, 1, 2], "each is taken in, once");
}

#[test]
fn whoever_joins_a_commit_is_taken_in_once_and_by_one() {
    in_every_order(|| commits(|| Line::of(8)));
    assert!(is_found(|| commits(|| LooksFirst(Mutex::new((Vec::new(), false))))));
}

#[test]
fn a_line_takes_no_more_than_may_wait() {
    in_every_order(|| {
        let line = Arc::new(Line::of(2));
        let came = alike(3, {
            let line = line.clone();
            move || line.join(())
        });
        assert_eq!(came.iter().filter(|came| **came == Err(Full)).count(), 1);
        assert_eq!(came.iter().filter(|came| **came == Ok(true)).count(), 1);
        assert_eq!(line.waiting(), 2);
    });
}

// Syncs under way.

#[test]
fn a_phone_never_has_more_syncs_under_way_than_it_may_and_gets_its_turns_back() {
    in_every_order(|| {
        let (limit, under_way) = (Arc::new(AtOnce::of(2)), Arc::new(AtomicUsize::new(0)));
        alike(3, {
            let limit = limit.clone();
            move || {
                if let Some(_turn) = limit.begin("a phone") {
                    assert!(under_way.fetch_add(1, Ordering::SeqCst) < 2);
                    under_way.fetch_sub(1, Ordering::SeqCst);
                }
            }
        });
        let turns = [limit.begin("a phone"), limit.begin("a phone")];
        assert!(turns.iter().all(Option::is_some), "every turn was given back");
        assert!(limit.begin("a phone").is_none());
    });
}

#[test]
fn a_limit_that_looks_and_counts_in_two_steps_is_found() {
    assert!(is_found(|| {
        let running = Arc::new(Mutex::new(0));
        let begun = alike(2, move || {
            let free = *lock(&running) < 1;
            if free {
                *lock(&running) += 1;
            }
            free
        });
        assert!(begun.iter().filter(|begun| **begun).count() <= 1);
    }));
}

// Tries.

#[test]
fn tries_at_the_same_moment_are_not_all_free() {
    in_every_order(|| {
        let delay = Arc::new(GrowingDelay::after(1));
        let tries = alike(3, move || delay.attempt("a login", 0));
        assert_eq!(tries.iter().filter(|tried| tried.is_ok()).count(), 1);
        let told = tries.iter().filter(|tried| tried.is_err_and(|held_up| held_up.is_first));
        assert_eq!(told.count(), 1, "written down once");
    });
    in_every_order(|| {
        let minute = Arc::new(PerMinute::of(2));
        let tries = alike(3, move || minute.attempt("an address", 0));
        assert_eq!(tries.iter().filter(|tried| tried.is_ok()).count(), 2);
    });
}

// What is good once.

#[test]
fn a_nonce_and_a_step_are_used_by_one_of_many_who_come_at_once() {
    in_every_order(|| {
        let used = Arc::new(Used::default());
        let first = alike(3, move || used.use_up("nonce", 120, 0));
        assert_eq!(first.iter().filter(|first| **first).count(), 1);
    });
    in_every_order(|| {
        let kept = Arc::new(Kept::of(4, 300));
        kept.keep("token", "a second factor", 0);
        let taken = alike(3, move || kept.take(&"token", 1));
        assert_eq!(taken.into_iter().flatten().collect::<Vec<_>>(), ["a second factor"]);
    });
}

#[test]
fn a_nonce_that_is_looked_for_before_it_is_written_down_is_found() {
    assert!(is_found(|| {
        let used = Arc::new(Mutex::new(Vec::new()));
        let first = alike(2, move || {
            let first = !lock(&used).contains(&"nonce");
            lock(&used).push("nonce");
            first
        });
        assert_eq!(first.iter().filter(|first| **first).count(), 1);
    }));
}
