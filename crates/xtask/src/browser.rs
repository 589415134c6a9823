//! The tests that need a screen: Chromium by Playwright, the window under Xvfb.

use std::path::PathBuf;
use std::process::Command;

use crate::demo::program;
use crate::step::{Outcome, cargo, root, run, run_quiet, step};

fn folder() -> PathBuf {
    root().join("tests/browser")
}

/// Fetches Playwright (without a browser of its own: Debian's Chromium is driven).
pub fn install() -> Outcome {
    step("fetch what drives the browser", || {
        let mut command = Command::new("npm");
        command.current_dir(folder()).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        run_quiet(&mut command, "npm must reach its registry.").map(|_| ())
    })
}

/// Runs a script of `tests/browser` with node, told where the programs lie.
pub fn node(arguments: &[&str], advice: &str) -> Outcome {
    let mut command = Command::new("node");
    command.current_dir(folder()).args(arguments);
    command.env("DAYMARK_SERVER", program("daymark-server"));
    command.env("DAYMARK_DEMO", program("daymark-demo"));
    command.env("DAYMARK_APP", root().join("dist"));
    run(&mut command, advice)
}

/// What a mentor does in a day, on a phone's screen.
pub fn browser() -> Outcome {
    install()?;
    step("a mentor's day in Chromium", || {
        node(
            &["--test", "--test-reporter=spec", "--test-concurrency=1"],
            "Screenshots up to the failure lie in tests/browser/output.",
        )
    })
}

/// The desktop window under a virtual screen: the caseload is on it.
pub fn window() -> Outcome {
    step("compile the window", || {
        let mut command = cargo();
        command.args(["build", "--locked", "-p", "daymark-mobile", "--features", "desktop"]);
        run(&mut command, "The lines above say where.")
    })
}
