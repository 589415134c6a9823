//! The deterministic simulator: school weeks with everything going wrong that can, and the same with a promise broken on
//! purpose, which it must find.
//!
//! `DAYMARK_SEEDS=n` runs so many more seeds; `DAYMARK_SEED=x` runs that one alone: a school year, or what `DAYMARK_PLAN`
//! says, which is what a failure prints.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use daymark_tests::simulator::{Plan, Report, Violation, Weakness, run, shrink};

/// A short run of everything; a longer one is the faults' table.
const SEEDS: [u64; 3] = [1, 7, 2016];
/// A weakness that so many seeds do not find would not be found.
const SEEDS_UNTIL_FOUND: u64 = 6;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The same all day, so that a failure can be repeated; another tomorrow.
fn seed_of_the_day() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400)
}

fn held(seed: u64, plan: &Plan) -> Report {
    run(seed, plan).unwrap_or_else(|violation| panic!("{violation}"))
}

#[test]
fn a_month_in_which_everything_breaks_loses_doubles_and_leaks_nothing() {
    let started = Instant::now();
    let more = (0..number("DAYMARK_SEEDS").unwrap_or(0)).map(|n| seed_of_the_day() * 1_000 + n + 1);
    let seeds: Vec<u64> = SEEDS.into_iter().chain([seed_of_the_day()]).chain(more).collect();
    println!("seed of the day: {}", seed_of_the_day());
    let reports: Vec<Report> = seeds.iter().map(|seed| held(*seed, &Plan::MONTH)).collect();
    let steps: usize = reports.iter().map(|report| report.steps).sum();
    let faults: u64 = reports.iter().flat_map(|report| report.injected.values()).sum();
    let acknowledged: u64 = reports.iter().map(|report| report.acknowledged).sum();
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{} schedules, {steps} steps, {faults} faults, {acknowledged} changes acknowledged, {:.2} schedules a second",
        reports.len(),
        reports.len() as f64 / seconds
    );
    assert!(faults > 100 && acknowledged > 200, "a run without faults or work would show nothing");
}

#[test]
fn the_same_seed_gives_the_same_run_to_the_byte_and_another_seed_another() {
    let week = Plan { days: 8, ..Plan::MONTH };
    assert_eq!(held(11, &week), held(11, &week));
    assert_ne!(held(11, &week).hash, held(12, &week).hash);
}

#[test]
fn a_quiet_month_needs_no_excuse() {
    let plan = Plan { faults: false, days: 10, ..Plan::MONTH };
    let report = held(5, &plan);
    assert!(report.injected.is_empty() && report.acknowledged > 20, "{report:?}");
}

#[test]
fn a_month_in_which_server_and_phones_are_put_back_loses_nothing_that_anybody_still_has() {
    let plan = Plan { server_restores: true, phone_restores: true, ..Plan::MONTH };
    for seed in [2, 3] {
        let report = held(seed, &plan);
        let put_back = ["server put back to an older image", "phone put back to an older image"];
        let times: u64 = put_back.iter().filter_map(|fault| report.injected.get(fault)).sum();
        println!("seed {seed}: {times} times put back, {} changes acknowledged", report.acknowledged);
    }
}

/// The first violation that one of a few seeds finds.
fn found(weakness: Weakness) -> Option<Violation> {
    (1..=SEEDS_UNTIL_FOUND).find_map(|seed| run(seed, &Plan::MONTH.weakened(weakness)).err())
}

#[test]
fn each_promise_that_is_broken_on_purpose_is_found() {
    for (weakness, says) in [
        (Weakness::ClearedBeforeAcknowledged, "left the outbox"),
        (Weakness::EachDeliveryCounts, "its records say"),
        (Weakness::AcknowledgedBeforeCommit, "gone after it was killed"),
        (Weakness::CursorBeforeRows, "phone"),
    ] {
        let violation = found(weakness).unwrap_or_else(|| panic!("{weakness:?} was not found"));
        assert!(violation.what.contains(says), "{weakness:?}: {violation}");
    }
}

#[test]
fn a_violation_is_cut_down_to_what_it_needs_and_says_how_to_run_it_again() {
    let plan = Plan { days: 8, ..Plan::MONTH }.weakened(Weakness::CursorBeforeRows);
    let whole = run(2, &plan).unwrap_err();
    let (steps, least) = shrink(2, &plan, 40).unwrap();
    assert!(steps.len() <= whole.step + 1, "{} of {}", steps.len(), whole.step);
    assert!(
        least.to_string().contains(&format!("DAYMARK_SEED=2 DAYMARK_PLAN='{plan}' cargo test")),
        "{least}"
    );
    assert_eq!(plan.to_string().parse(), Ok(plan));
}

/// For whoever looks into a failure: one seed, a whole year or as the failure said, cut down when it breaks.
#[test]
fn a_seed_that_somebody_asks_for_runs_a_school_year() {
    let Some(seed) = number("DAYMARK_SEED") else { return };
    let plan = std::env::var("DAYMARK_PLAN").map_or(Plan::YEAR, |plan| plan.parse().unwrap());
    let started = Instant::now();
    match run(seed, &plan) {
        Ok(report) => println!(
            "seed {seed}, {plan}: {} steps, {} changes acknowledged, {} refused rightly, in {:.1} s",
            report.steps,
            report.acknowledged,
            report.refused,
            started.elapsed().as_secs_f64()
        ),
        Err(violation) => {
            println!("{violation}");
            let (steps, least) = shrink(seed, &plan, 300).unwrap();
            panic!("cut down to {} steps: {steps:#?}\n{least}", steps.len());
        }
    }
}
