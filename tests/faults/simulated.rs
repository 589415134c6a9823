//! A school year and months of the deterministic simulator (`tests/src/simulator`), and its four weakened twins, each of which has
//! to be found.

use daymark_tests::simulator::{self, Weakness};

use crate::Broken;
use crate::plan::Plan;
use crate::table::{Found, Outcome, Twin};

/// A weakness that so many seeds do not find would not be found.
const SEEDS_UNTIL_FOUND: u64 = 6;

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let (mut schedules, mut acknowledged) = (0_u64, 0);
    for seed in plan.seeds() {
        match simulator::run(seed, &length(plan, schedules)) {
            Ok(report) => {
                found.injected += report.injected.values().sum::<u64>();
                acknowledged += report.acknowledged;
            }
            Err(violation) => found.lost.push(violation.to_string()),
        }
        schedules += 1;
    }
    found.kept = format!("{acknowledged} acknowledged changes in {schedules} schedules");
    let weak = |weakness: &Weakness| {
        let plan_of = simulator::Plan::MONTH.weakened(*weakness);
        (plan.seed..plan.seed + SEEDS_UNTIL_FOUND).any(|seed| simulator::run(seed, &plan_of).is_err())
    };
    // In a short run one of the four, another one each day; tests/scenarios/simulator.rs looks at all.
    let chosen = Weakness::ALL.iter().enumerate();
    let chosen =
        chosen.filter(|(n, _)| plan.is_long() || *n as u64 == plan.seed % Weakness::ALL.len() as u64);
    let (seen, missed): (Vec<&Weakness>, Vec<&Weakness>) =
        chosen.map(|(_, weakness)| weakness).partition(|one| weak(one));
    found.lost.extend(missed.iter().map(|weakness| format!("the weakness {weakness:?} is not found")));
    found.twin = Twin::Lost(seen.len() as u64);
    Ok(Outcome::Ran(found))
}

/// A long run begins with a school year of its six phones and goes on by months; a short one is a week and a half.
const fn length(plan: &Plan, schedules: u64) -> simulator::Plan {
    match (plan.is_long(), schedules) {
        (true, 0) => simulator::Plan::YEAR,
        (true, _) => simulator::Plan::MONTH,
        (false, _) => simulator::Plan { days: 8, ..simulator::Plan::MONTH },
    }
}
