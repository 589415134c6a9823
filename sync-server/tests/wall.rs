//! The wall by itself: a worker whose gate lets through what the real one stops, so that time, memory and files are
//! what ends it. This program is its own worker, so it has a `main` of its own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use daymark_documents::{Inspected, MatchRecord, Refusal, Writer, hash_of, inspect};
use daymark_domain::{DeviceTag, DoorResult, SchoolDay, What};
use daymark_server::gate::{Pool, Wall, WallError, worker};

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(worker::SUBCOMMAND) {
        return worker::run_with(&without_limits);
    }
    if !cfg!(target_os = "linux") {
        println!("the wall's limits are Linux's: not run");
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        whatever_takes_a_worker_down_is_refused_and_what_stands_beside_it_comes_in().await;
        a_bomb_that_passed_every_check_would_end_in_the_worker().await;
        what_took_two_workers_down_gets_no_third().await;
        a_worker_has_no_file_no_environment_and_no_room_for_a_dump().await;
        without_a_worker_nothing_is_refused_and_nothing_is_taken().await;
        a_request_that_takes_down_worker_after_worker_is_sent_away().await;
        a_worker_that_was_given_no_time_condemns_nothing().await;
    });
    println!("7 tests of the wall passed");
    ExitCode::SUCCESS
}

/// What the hostile jobs of these tests say in place of a change.
fn job(word: &str) -> Vec<u8> {
    daymark_documents::with_preamble(word.as_bytes())
}

/// The worker's gate of these tests: no size, no equalities, no schema; and a few words that do what no change is known
/// to do once those three stand.
fn without_limits(record: &mut MatchRecord, writer: &Writer, bytes: &[u8]) -> Result<Inspected, Refusal> {
    match &bytes[8..] {
        b"spin" => loop {
            std::hint::spin_loop();
        },
        b"stand still" => loop {
            std::thread::park();
        },
        b"abort" => std::process::abort(),
        b"grow" => {
            let mut kept = vec![vec![0_u8; 1 << 20]];
            loop {
                kept.push(kept[kept.len() - 1].clone());
            }
        }
        b"look around" => match (std::fs::File::open("/etc/passwd"), std::env::vars_os().next()) {
            (Err(_), None) => Err(Refusal::NotAllowed),
            _ => Err(Refusal::TooLarge),
        },
        _ if inspect(bytes).is_ok() => record.admit(writer, bytes),
        _ => record.apply(&[bytes]).map_err(|_| Refusal::NotApplicable).map(|()| Inspected {
            hash: hash_of(bytes),
            actor: writer.actor.to_vec(),
            seq: 1,
            max_op: 1,
        }),
    }
}

fn phone() -> Writer {
    Writer::of_device(&[7; 16], &DeviceTag::from_serial(1), 0)
}

fn honest(count: i32) -> Vec<Vec<u8>> {
    let mut record = MatchRecord::new().unwrap();
    let day = |nth| SchoolDay::from_number(20_000 + nth).unwrap();
    let what = What::DoorCheck(DoorResult::Greeted);
    (0..count).map(|nth| record.add_entry(&phone(), day(nth), 5, &what).unwrap().bytes).collect()
}

/// A worker that spins is ended by its processor time, however long a busy machine takes to give it that.
fn wall() -> (Wall, Arc<Pool>) {
    wall_that_waits(Duration::from_mins(2))
}

fn wall_that_waits(patience: Duration) -> (Wall, Arc<Pool>) {
    let program = std::env::current_exe().unwrap();
    let pool = Pool::of(program, 2, patience);
    (Wall::Processes(pool.clone()), pool)
}

async fn judged(wall: &Wall, changes: Vec<Vec<u8>>) -> Result<(usize, Vec<Refusal>), WallError> {
    let writers: Arc<[Writer]> = Arc::new([phone()]);
    let judged = wall.judge(MatchRecord::new().unwrap(), &writers, changes).await?;
    let refusals = judged.refusals.iter().map(|(_, refusal)| *refusal).collect();
    assert_eq!(judged.record.view().entries.len(), judged.accepted.len());
    Ok((judged.accepted.len(), refusals))
}

fn bomb() -> Vec<u8> {
    let file = "../tests/fixtures/hostile-changes/too-large--a-million-inserts.bin";
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

async fn whatever_takes_a_worker_down_is_refused_and_what_stands_beside_it_comes_in() {
    for bad in [job("spin"), job("abort"), job("grow")] {
        let (wall, pool) = wall();
        let mut changes = honest(3);
        changes.insert(1, bad.clone());
        assert_eq!(judged(&wall, changes).await, Ok((3, vec![Refusal::TooCostly])));
        let started = pool.started();
        assert!(started >= 3, "once with the others, twice alone: {started} workers");
        assert_eq!(judged(&wall, honest(2)).await, Ok((2, vec![])), "and the wall stands");
        assert_eq!(pool.started(), started, "with the worker that was left");
        println!("refused: {:?}, {started} workers", String::from_utf8_lossy(&bad[8..bad.len().min(20)]));
    }
}

async fn a_worker_that_was_given_no_time_condemns_nothing() {
    let (wall, _pool) = wall_that_waits(Duration::from_secs(4));
    assert_eq!(judged(&wall, vec![job("stand still")]).await, Err(WallError::Busy));
    // On a busy machine the next may be given no time either; its phone asks again.
    let mut again = judged(&wall, honest(2)).await;
    while again == Err(WallError::Busy) {
        again = judged(&wall, honest(2)).await;
    }
    assert_eq!(again, Ok((2, vec![])));
}

/// A real one, without the checks that stop it: whether it fills the memory or cannot be proven is Automerge's affair.
async fn a_bomb_that_passed_every_check_would_end_in_the_worker() {
    let (wall, pool) = wall();
    let mut changes = honest(2);
    changes.insert(1, bomb());
    let (accepted, refused) = judged(&wall, changes).await.unwrap();
    assert_eq!((accepted, refused.len()), (2, 1));
    println!("the bomb: {:?}, {} workers", refused[0], pool.started());
}

async fn what_took_two_workers_down_gets_no_third() {
    let (wall, pool) = wall();
    assert_eq!(judged(&wall, vec![job("abort")]).await, Ok((0, vec![Refusal::TooCostly])));
    let started = pool.started();
    assert_eq!(judged(&wall, vec![job("abort")]).await, Ok((0, vec![Refusal::TooCostly])));
    assert_eq!(pool.started(), started);
}

async fn a_worker_has_no_file_no_environment_and_no_room_for_a_dump() {
    let (wall, _pool) = wall();
    assert_eq!(judged(&wall, vec![job("look around")]).await, Ok((0, vec![Refusal::NotAllowed])));
}

async fn without_a_worker_nothing_is_refused_and_nothing_is_taken() {
    let wall = Wall::Processes(Pool::of("/nowhere".into(), 1, Duration::from_secs(4)));
    assert_eq!(judged(&wall, honest(1)).await, Err(WallError::Down));
    // A program that starts and is no worker.
    let wall = Wall::Processes(Pool::of("/bin/true".into(), 1, Duration::from_secs(4)));
    assert_eq!(judged(&wall, honest(1)).await, Err(WallError::Down));
}

async fn a_request_that_takes_down_worker_after_worker_is_sent_away() {
    let (wall, _pool) = wall();
    let others = vec![job("spin"), job("grow"), job("abort")];
    assert_eq!(judged(&wall, others).await, Err(WallError::TooManyCostly));
}
