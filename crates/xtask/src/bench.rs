//! The figures of the budgets, measured here and printed with the work that they were measured on.

use crate::browser;
use crate::demo::build_servers;
use crate::setup::{Needs, setup};
use crate::step::{Outcome, cargo, run, step};
use crate::web::{Build, web};

/// Measures natively, then in Chromium.
pub fn bench() -> Outcome {
    setup(Needs::ALL)?;
    web(Build::Release)?;
    build_servers()?;
    step("compile the server as it is given", || {
        let mut command = cargo();
        command.args(["build", "--locked", "--release", "-p", "daymark-server"]);
        run(&mut command, "The lines above say where.")
    })?;
    step("measure sync, taps, pages, imports, and what is done with the server", || {
        let mut command = cargo();
        command.args(["run", "--locked", "--release", "-p", "daymark-bench"]);
        run(&mut command, "The lines above say what failed.")
    })?;
    browser::install()?;
    step("measure in Chromium, CPU slowed 4 times", || {
        browser::node(&["bench.mjs"], "The lines above say what failed.")
    })
}
