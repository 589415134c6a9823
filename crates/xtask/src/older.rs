//! Another commit's programs, built from its own sources, to run beside ours.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::demo::{program, target};
use crate::faults::set_aside;
use crate::step::{Failed, Outcome, at, cargo, root, run, run_quiet, step};

/// The phone as a program. Commits from before it get ours, which is written so that theirs can compile it.
const PHONE: &str = "tests/examples/phone.rs";

/// Builds server, demo and phone of the commit; the folder in which they are.
pub fn build(commit: &str) -> Outcome<PathBuf> {
    let folder = program("older");
    let sources = folder.join("sources");
    step(&format!("take the sources of {commit}"), || take(commit, &sources))?;
    step(&format!("compile the programs of {commit}"), || {
        // In the same target folder: what both versions depend on is compiled once.
        let mut command = cargo();
        command.current_dir(&sources).env("CARGO_TARGET_DIR", target());
        // Not --locked: the lock file is to learn the other number, and nothing else.
        let parts = ["daymark-server", "daymark-demo", "daymark-tests"];
        command.args(["build", "--offline"]).args(parts.iter().flat_map(|part| ["-p", part]));
        command.args(["--bin", "daymark-server", "--bin", "daymark-demo", "--example", "phone"]);
        run(&mut command, "The lines above say where.")
    })?;
    set_aside(&["daymark-server", "daymark-demo", "examples/phone"].map(program), &folder)
}

/// The commit that brought the path: its name may change with the history, the path does not.
pub fn first_with(path: &str) -> Outcome<String> {
    let mut command = Command::new("git");
    command.current_dir(root()).args(["log", "--diff-filter=A", "--reverse", "--format=%H", "--", path]);
    let commits = run_quiet(&mut command, "Run it in a clone with its history.")?;
    let first = commits.lines().next().map(str::to_owned);
    first.ok_or_else(|| Failed(format!("No commit brought {path}: name one.")))
}

/// The commit's files, without a branch or a worktree to be cleared away afterwards.
fn take(commit: &str, sources: &Path) -> Outcome {
    if sources.exists() {
        fs::remove_dir_all(sources).map_err(at(sources))?;
    }
    fs::create_dir_all(sources).map_err(at(sources))?;
    let advice = "Name a commit of this repository.";
    let failed = |error: std::io::Error| Failed(format!("{commit} could not be read: {error}. {advice}"));
    let mut archive = Command::new("git");
    archive.current_dir(root()).args(["archive", "--format=tar", commit]).stdout(Stdio::piped());
    let mut archive = archive.spawn().map_err(failed)?;
    let mut unpack = Command::new("tar");
    unpack.arg("-x").arg("-C").arg(sources);
    if let Some(packed) = archive.stdout.take() {
        unpack.stdin(packed);
    }
    run(&mut unpack, advice)?;
    if !archive.wait().map_err(failed)?.success() {
        return Err(Failed(format!("{commit} could not be read. {advice}")));
    }
    number_otherwise(&sources.join("Cargo.toml"))?;
    let phone = sources.join(PHONE);
    if !phone.exists() {
        let examples = phone.parent().unwrap_or(sources);
        fs::create_dir_all(examples).map_err(at(examples))?;
        fs::copy(root().join(PHONE), &phone).map_err(at(&phone))?;
    }
    Ok(())
}

/// Cargo knows a crate of the workspace by name and version, wherever it lies: under the same number each version would
/// be built from what the other left in the target folder.
fn number_otherwise(manifest: &Path) -> Outcome {
    let text = fs::read_to_string(manifest).map_err(at(manifest))?;
    let (ours, theirs) = (concat!("version = \"", env!("CARGO_PKG_VERSION"), "\""), "version = \"0.0.0\"");
    fs::write(manifest, text.replacen(ours, theirs, 1)).map_err(at(manifest))
}
