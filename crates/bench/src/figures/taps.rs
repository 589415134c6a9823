//! Tap to saved, natively.

use std::time::Instant;

use daymark_domain::{CallOutcome, DoorResult};
use daymark_mentor_core::api::Request;

use super::ordinary_day::OrdinaryDay;
use crate::Outcome;
use crate::report::{Figure, Measure, Spread};

/// So many school days, each with a greeting and a call for each of 30 students.
const DAYS: usize = 5;

/// Times each tap of the next school week.
pub fn measure(day: &OrdinaryDay) -> Outcome {
    let today = day.school.district.calendar.today;
    day.phone.warm()?;
    let mut times = Vec::new();
    for next in day.school.school_days().into_iter().filter(|next| *next > today).take(DAYS) {
        day.school.set_clock(next, 27_600);
        for &match_id in &day.mentor.matches {
            let (result, outcome) = (DoorResult::Greeted, CallOutcome::ReachedStudent);
            for request in [
                Request::RecordWakeUpCall { match_id, day: next, outcome },
                Request::RecordDoorCheck { match_id, day: next, result },
            ] {
                let start = Instant::now();
                day.phone.tap(request)?;
                times.push(start.elapsed());
            }
        }
    }
    let work = format!(
        "{} taps, half at the door and half wake-up calls, on 30 warm records of half a year;",
        times.len()
    );
    let spread = Spread::of(times);
    Figure::new(
        "Tap to saved, natively",
        &[
            &work,
            "SQLCipher, WAL, synchronous=FULL, from the request to the core until it answers. The budget is for Chromium",
            "with the CPU slowed 4 times, which the browser part of this command measures.",
        ],
    )
    .line("p50", Measure::millis(spread.p50))
    .within("p99", Measure::millis(spread.p99), Measure::Millis(50.0))
    .line("worst", Measure::millis(spread.worst))
    .print();
    Ok(())
}
