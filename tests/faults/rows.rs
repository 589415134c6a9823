//! The table's rows, one after the other.

use std::process::ExitCode;
use std::time::Instant;

use crate::arguments::Asked;
use crate::plan::Plan;
use crate::table::{Outcome, Told};
use crate::{
    Broken, clocks, failing_calls, hostile, import, killed_server, migrations, network_cut, power_cut,
    server_power_cut, simulated, syscall,
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
    Row { name: "full-disk", promises: "P2", fault: "taps on a full disk", run: failing_calls::full },
    Row {
        name: "wrong-clocks",
        promises: "P14",
        fault: "a phone's clock off by a minute to decades, jumping while the app is open",
        run: clocks::run,
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
];

/// Runs what was asked for and prints it; failure when anything was lost or a row is blind.
pub fn run(asked: &Asked) -> ExitCode {
    let chosen: Vec<&Row> =
        ROWS.iter().filter(|row| asked.only.as_ref().is_none_or(|name| row.name.contains(name))).collect();
    let share = asked.long.map(|long| long / u32::try_from(chosen.len().max(1)).unwrap_or(1));
    let mut good = !chosen.is_empty();
    for row in chosen {
        let start = Instant::now();
        let plan = Plan::new(asked.seed, asked.server.clone(), share);
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
