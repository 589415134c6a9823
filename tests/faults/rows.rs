//! The table's rows, one after the other.

use std::process::ExitCode;
use std::time::Instant;

use crate::arguments::Asked;
use crate::plan::Plan;
use crate::table::{self, Outcome, Told};
use crate::{
    Broken, alone, clocks, failing_calls, hostile, hungry, import, killed_server, migrations, network_cut,
    older_wire, power_cut, school_nights, server_clock, server_power_cut, simulated, skew, suspended,
    syscall, weakened,
};

/// One row: what it is called, which promises (`docs/guarantees.md`), what is done, and how.
struct Row {
    name: &'static str,
    promises: &'static str,
    fault: &'static str,
    run: fn(&Plan) -> Result<Outcome, Broken>,
}

const ROWS: &[Row] = &[
    Row {
        name: "power-cut-phone",
        promises: "P1",
        fault: "power cut at an operation of the phone's disk",
        run: power_cut::power,
    },
    Row {
        name: "failing-disk-phone",
        promises: "P2",
        fault: "an operation of the phone's disk fails, once or from then on",
        run: power_cut::failing,
    },
    Row {
        name: "power-cut-server",
        promises: "P1 P4",
        fault: "power cut at an operation of the server's disk",
        run: server_power_cut::run,
    },
    Row {
        name: "network-cut",
        promises: "P3",
        fault: "connection reset or silent after a byte of a sync, up or down",
        run: network_cut::run,
    },
    Row {
        name: "killed-server",
        promises: "P3 P4",
        fault: "kill -9 of the server while phones push",
        run: killed_server::run,
    },
    Row {
        name: "killed-phone",
        promises: "P1",
        fault: "kill -9 of the phone's process at a system call",
        run: syscall::phone,
    },
    Row {
        name: "killed-at-a-call",
        promises: "P4",
        fault: "kill -9 of the server at a system call",
        run: syscall::server,
    },
    Row {
        name: "killed-migration",
        promises: "P15",
        fault: "kill -9 of a climb from an older database at a system call",
        run: migrations::run,
    },
    Row {
        name: "killed-import",
        promises: "P18",
        fault: "kill -9 of an import at a write, and every import run twice",
        run: import::run,
    },
    Row {
        name: "failing-calls",
        promises: "P2",
        fault: "EIO or ENOSPC at a write or flush of the phone's process, once or from then on",
        run: failing_calls::calls,
    },
    Row {
        name: "hungry-phone",
        promises: "P2",
        fault: "taps while SQLite gets no memory beyond a limit",
        run: hungry::run,
    },
    Row {
        name: "suspended-phone",
        promises: "P1 P16",
        fault: "the app stopped by the system in the middle of its taps, then continued or ended",
        run: suspended::run,
    },
    Row { name: "full-disk", promises: "P2", fault: "taps on a full disk", run: failing_calls::full },
    Row {
        name: "wrong-clocks",
        promises: "P14",
        fault: "a phone's clock off by a minute to decades, jumping while the app is open",
        run: clocks::run,
    },
    Row {
        name: "wrong-server-clock",
        promises: "P14",
        fault: "the server's clock off by a minute to decades, at its start and jumping while it runs",
        run: server_clock::run,
    },
    Row {
        name: "school-nights",
        promises: "P14",
        fault: "a night in which a school's clocks change, or one where they never do",
        run: school_nights::run,
    },
    Row {
        name: "hostile-changes",
        promises: "P7",
        fault: "a crafted change pushed to the server",
        run: hostile::run,
    },
    Row {
        name: "simulator",
        promises: "P3 P5",
        fault: "a fault of network, process or clock in a simulated school month",
        run: simulated::run,
    },
    Row {
        name: "older-wire",
        promises: "P15",
        fault: "an older phone's request, an older server's answer, word for word",
        run: older_wire::run,
    },
    Row {
        name: "version-skew",
        promises: "P15",
        fault: "phones and server of two versions beside each other, updated in either order",
        run: skew::run,
    },
    Row {
        name: "no-other-way-out",
        promises: "P26",
        fault: "a school's day in a network that has nothing but its server",
        run: alone::run,
    },
    Row {
        name: "weakened-builds",
        promises: "P1 P3 P4",
        fault: "the same on programs built to break a promise, which has to be found",
        run: weakened::run,
    },
];

/// Runs what was asked for and prints it; failure when anything was lost or a row is blind.
pub fn run(asked: &Asked) -> ExitCode {
    let chosen: Vec<&Row> =
        ROWS.iter().filter(|row| asked.only.as_ref().is_none_or(|name| row.name.contains(name))).collect();
    let share = asked.long.map(|long| long / u32::try_from(chosen.len().max(1)).unwrap_or(1));
    let (mut good, mut all) = (!chosen.is_empty(), Vec::new());
    for row in chosen {
        let start = Instant::now();
        let plan = Plan::new(asked, share);
        let told = Told {
            name: row.name,
            promises: row.promises,
            fault: row.fault,
            seed: asked.seed,
            outcome: outcome(row, &plan),
            took: start.elapsed(),
        };
        good &= told.is_good();
        println!("{}", if asked.json { told.json() } else { told.text() });
        all.push(told);
    }
    if !asked.json {
        println!("\n{}", table::of(&all));
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn outcome(row: &Row, plan: &Plan) -> Outcome {
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (row.run)(plan)));
    match ran {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(broken)) => Outcome::Broke(broken.to_string()),
        Err(_) => Outcome::Broke("a panic; its words stand above".to_owned()),
    }
}
