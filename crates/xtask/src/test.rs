//! Every test: crates and scenarios, the browser, the window.

use crate::browser;
use crate::demo::build_servers;
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
    build_servers()?;
    web(Build::Quick)?;
    browser::window()?;
    browser::browser()
}
