//! The whole truth, here and in CI.

use std::process::Command;

use crate::fuzz;
use crate::house;
use crate::setup::{Needs, setup};
use crate::step::{Outcome, cargo, has, root, run, step};
use crate::test;

/// Formatting, lints, the rules of the house, licences, tests, a minute of made-up bytes for each target.
pub fn ci() -> Outcome {
    setup(Needs::ALL)?;
    step("formatting", || run(cargo().args(["fmt", "--all", "--check"]), "Run: cargo fmt --all"))?;
    house::check()?;
    step("clippy", || {
        let mut command = cargo();
        command.args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        run(&mut command, "The lines above say where.")
    })?;
    licences()?;
    test::test()?;
    fuzz::fuzz(&[])
}

fn licences() -> Outcome {
    have_deny()?;
    step("licences, sources, bans", || {
        run(&mut deny(&["bans", "licenses", "sources"]), "deny.toml says what is allowed and why.")
    })
}

/// cargo-deny, compiled where it is missing.
pub fn have_deny() -> Outcome {
    if has("cargo-deny") {
        return Ok(());
    }
    step("compile cargo-deny", || {
        let mut command = cargo();
        // Unoptimised: compiled in half the time, and done in two seconds all the same.
        command.args(["install", "cargo-deny", "--locked", "--quiet", "--debug", "--version", "0.20.2"]);
        run(&mut command, "Install cargo-deny by hand.")
    })
}

/// Asks cargo-deny for these checks.
pub fn deny(checks: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(root())
        .args(["deny", "--all-features", "check", "--hide-inclusion-graph"])
        .args(checks);
    command
}
