//! What the gate costs a change: the checks alone, with the proof, and behind the wall in a worker.

use std::sync::Arc;
use std::time::{Duration, Instant};

use daymark_documents::{MatchRecord, Writer};
use daymark_domain::{DeviceTag, DoorResult, SchoolDay, What};
use daymark_server::gate::{Pool, Wall};

use crate::Outcome;
use crate::report::Measure::{self, Count};
use crate::report::{Figure, Spread};

/// Changes that are measured of each kind.
const CHANGES: usize = 200;
/// A worker that takes longer is no figure any more.
const WITHIN: Duration = Duration::from_secs(10);

/// On an empty record, half a year's and a year's.
pub async fn measure() -> Outcome {
    for (name, history) in [("an empty record", 0), ("270 changes", 270), ("540 changes", 540)] {
        of_history(name, history).await?;
    }
    Ok(())
}

async fn of_history(name: &str, history: usize) -> Outcome {
    let (record, changes) = written(history, CHANGES)?;
    let phone: Arc<[Writer]> = Arc::new([writer()]);
    let mut admitted = record.clone();
    let checks = each(&changes, |bytes| Ok(admitted.admit(&phone[0], bytes).map(drop)?))?;
    let mut proven = record.clone();
    let proof = each(&changes, |bytes| {
        let before = proven.heads();
        proven.admit(&phone[0], bytes)?;
        Ok(proven.prove(&before)?)
    })?;
    let wall = Wall::Processes(Pool::of(std::env::current_exe()?, 1, WITHIN));
    let mut times = Vec::with_capacity(changes.len());
    let mut judged = record;
    for bytes in &changes {
        let began = Instant::now();
        let push = wall.judge(judged, &phone, vec![bytes.clone()]).await?;
        times.push(began.elapsed());
        if !push.refusals.is_empty() {
            return Err("the gate refused an honest change".into());
        }
        judged = push.record;
    }
    let a_second = times.len() as f64 / times.iter().sum::<Duration>().as_secs_f64();
    let worker = Spread::of(times);
    Figure::new(
        &format!("The gate, {name} before it"),
        &[&format!("{CHANGES} door checks of one phone, one a push; one worker, one push at a time.")],
    )
    .line("checks, applied to a copy: p50", Measure::millis(checks.p50))
    .line("the same, saved, loaded, compared: p50", Measure::millis(proof.p50))
    .line("in a worker, then taken in here: p50", Measure::millis(worker.p50))
    .line("in a worker, then taken in here: p99", Measure::millis(worker.p99))
    .line("changes a second, one processor at work", Count(a_second as u64))
    .print();
    Ok(())
}

fn each(changes: &[Vec<u8>], mut work: impl FnMut(&[u8]) -> Outcome) -> Outcome<Spread> {
    let mut times = Vec::with_capacity(changes.len());
    for bytes in changes {
        let began = Instant::now();
        work(bytes)?;
        times.push(began.elapsed());
    }
    Ok(Spread::of(times))
}

fn writer() -> Writer {
    Writer::of_device(&[7; 16], &DeviceTag::from_serial(1), 0)
}

/// A record with a history, and the changes that come next.
fn written(history: usize, next: usize) -> Outcome<(MatchRecord, Vec<Vec<u8>>)> {
    let mut record = MatchRecord::new()?;
    let what = What::DoorCheck(DoorResult::Greeted);
    let write = |record: &mut MatchRecord, nth: usize| -> Outcome<Vec<u8>> {
        let day = SchoolDay::from_number(20_000 + i32::try_from(nth / 3)?).ok_or("a day too far")?;
        Ok(record.add_entry(&writer(), day, 5, &what)?.bytes)
    };
    for nth in 0..history {
        write(&mut record, nth)?;
    }
    let mut phone = record.clone();
    let changes = (history..history + next).map(|nth| write(&mut phone, nth)).collect::<Outcome<Vec<_>>>()?;
    Ok((record, changes))
}
