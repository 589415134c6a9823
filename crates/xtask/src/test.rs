//! Every test: crates and scenarios, the faults, the browser, the window.

use crate::browser;
use crate::faults::faults;
use crate::setup::{Needs, setup};
use crate::step::{Outcome, cargo, run, step};
use crate::web::{Build, web};

/// Sets up and runs them all.
pub fn test() -> Outcome {
    setup(Needs::ALL)?;
    step("test every crate, and the scenarios with a real server and real phones", || {
        let mut command = cargo();
        run(command.args(["test", "--locked", "--workspace"]), "The lines above name the test.")
    })?;
    // Some places of each row; `cargo xtask faults --long` tries all.
    faults(&[])?;
    web(Build::Quick)?;
    browser::window()?;
    browser::browser()
}
