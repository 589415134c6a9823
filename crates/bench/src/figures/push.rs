//! Durable pushes: 64 phones at once, each with its own student, the gate in worker processes and every answer after its
//! commit.

use std::time::{Duration, Instant};

use daymark_demo::{PairedPhone, Pairing};
use daymark_documents::MatchRecord;
use daymark_domain::{DoorResult, What};
use daymark_server::gate::{Pool, Wall};
use tokio::task::JoinSet;

use crate::Outcome;
use crate::export::Recorded;
use crate::report::Measure::{self, Count, Millis};
use crate::report::{Figure, Spread, progress};
use crate::school::School;

const PHONES: usize = 64;
const PUSHES: usize = 40;
/// Five entries of each of 10,000 mentors in the ten minutes after the bell (`trust.md` section 5).
const PUSHES_A_SECOND_OF_TEN_THOUSAND: f64 = 83.0;

/// From the service on: what HTTP and TLS add is not in it.
pub async fn measure() -> Outcome {
    progress("pairing 64 phones");
    let school = School::open(1_000, Recorded::HalfYear).await?;
    let mentor = school.add_mentor(&school.most_absent(PHONES).await?).await?;
    let app = school.workshop.app.clone().with_wall(Wall::Processes(Pool::of_this_program()?));
    // Lives as long as the program: phones that push at once each hold on to it.
    let app: &'static daymark_server::App = Box::leak(Box::new(app));
    let pairing =
        Pairing { school: mentor.school, mentor: mentor.id, by: school.coordinator, at: school.clock.now() };
    let mut phones = Vec::with_capacity(PHONES);
    for match_id in mentor.matches.iter().copied() {
        phones.push((PairedPhone::pair(app, pairing).await?, match_id));
    }
    let day = school.district.calendar.today;
    let began = Instant::now();
    let mut running = JoinSet::new();
    for (phone, match_id) in phones {
        running.spawn(async move {
            let mut times = Vec::with_capacity(PUSHES);
            let mut record = MatchRecord::new().map_err(|error| error.to_string())?;
            for _ in 0..PUSHES {
                let what = What::DoorCheck(DoorResult::Greeted);
                let written =
                    record.add_entry(&phone.writer(), day, 5, &what).map_err(|error| error.to_string())?;
                let pushing = Instant::now();
                phone.push(match_id, &[written.bytes]).await.map_err(|error| error.to_string())?;
                times.push(pushing.elapsed());
            }
            Ok::<Vec<Duration>, String>(times)
        });
    }
    let mut times = Vec::with_capacity(PHONES * PUSHES);
    while let Some(done) = running.join_next().await {
        times.extend(done??);
    }
    let a_second = times.len() as f64 / began.elapsed().as_secs_f64();
    let spread = Spread::of(times);
    let cores = std::thread::available_parallelism()?.get() as f64;
    let mentors = a_second / cores / PUSHES_A_SECOND_OF_TEN_THOUSAND * 10_000.0;
    Figure::new(
        "Durable pushes",
        &[
            &format!("{PHONES} phones at once, {PUSHES} pushes each of one entry, an answer after each; gate in workers,"),
            "one commit for all who wait, synchronous=FULL; phones, server and workers share the machine.",
        ],
    )
    .line("pushes a second", Count(a_second as u64))
    .line("one push: p50", Measure::millis(spread.p50))
    .within("one push: p99", Measure::millis(spread.p99), Millis(50.0))
    .line("mentors a processor carries after the bell", Count(mentors as u64))
    .print();
    Ok(())
}
