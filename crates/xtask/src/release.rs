//! What a school is given: the server, the mentor's app, the list of everything inside, and a hash of each. Built so that
//! whoever builds the same commit with the same compilers gets the same bytes, and can say so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::ci::{deny, have_deny};
use crate::demo::target;
use crate::setup::{Needs, setup};
use crate::step::{Failed, Outcome, at, has, root, run, run_quiet, step};
use crate::web::{Build, web};

const SBOM_VERSION: &str = "0.5.9";
const SERVER: &str = "daymark-server";

/// Builds into `release/`; `--twice` builds the server a second time somewhere else, and compares.
pub fn release(options: &[String]) -> Outcome {
    setup(Needs::DEMO)?;
    advisories()?;
    let release = root().join("release");
    fresh(&release)?;
    let server = server(&root(), &target().join("release-build"))?;
    copy(&server, &release.join(SERVER))?;
    let app = web(Build::Release)?;
    step("pack the mentor's app", || pack(&app, &release.join("daymark-app.tar")))?;
    sbom(&release)?;
    if options.iter().any(|option| option == "--twice") {
        twice(&server)?;
    }
    step("hash what is given", || sums(&release))
}

/// The server of the sources in that folder. No path of this machine, no time and no build number gets into it.
fn server(sources: &Path, target: &Path) -> Outcome<PathBuf> {
    step("build the server as it is given", || {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(sources).args(["build", "--locked", "--release", "-p", SERVER, "--target-dir"]);
        command.arg(target);
        command.env("RUSTFLAGS", rust_flags(sources, target)).env("CFLAGS", c_flags(sources, target));
        command.env("CARGO_INCREMENTAL", "0").env("SOURCE_DATE_EPOCH", time_of_commit()?);
        run(&mut command, "The lines above say where.")?;
        Ok(target.join("release").join(SERVER))
    })
}

/// Each folder of this machine with the name that stands for it. Where several fit the last one holds: the target
/// folder may lie inside of the sources.
fn renamed(sources: &Path, target: &Path) -> [(PathBuf, &'static str); 3] {
    [(cargo_home(), "/cargo"), (sources.to_path_buf(), "/daymark"), (target.to_path_buf(), "/target")]
}

fn rust_flags(sources: &Path, target: &Path) -> String {
    renaming("--remap-path-prefix", sources, target)
}

/// SQLite and the crypto library's own C.
fn c_flags(sources: &Path, target: &Path) -> String {
    renaming("-ffile-prefix-map", sources, target)
}

fn renaming(flag: &str, sources: &Path, target: &Path) -> String {
    let flags = renamed(sources, target).map(|(folder, name)| format!("{flag}={}={name}", folder.display()));
    flags.join(" ")
}

fn cargo_home() -> PathBuf {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default()
}

fn time_of_commit() -> Outcome<String> {
    let mut command = Command::new("git");
    command.current_dir(root()).args(["log", "-1", "--format=%ct"]);
    Ok(run_quiet(&mut command, "A release is built from a clone.")?.trim().to_owned())
}

/// Whether anything that is inside has a known fault. Without a network nobody can say, and that is said.
fn advisories() -> Outcome {
    have_deny()?;
    step("ask for known faults of what is inside", || {
        let answer = deny(&["advisories"])
            .output()
            .map_err(|error| Failed(format!("cargo-deny did not start: {error}.")))?;
        let said = String::from_utf8_lossy(&answer.stderr);
        if said.contains("failed to fetch advisory database") {
            println!(
                "! not asked: the database of advisories cannot be reached. Ask before the release is given."
            );
            return Ok(());
        }
        eprint!("{said}");
        let advice = "Raise the version, or say in deny.toml why it does not matter here.";
        if answer.status.success() { Ok(()) } else { Err(Failed(advice.to_owned())) }
    })
}

/// The same sources in another folder, compiled anew: are the bytes the same?
fn twice(first: &Path) -> Outcome {
    let elsewhere = target().join("release-again");
    fresh(&elsewhere)?;
    let sources = elsewhere.join("sources");
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet"]).arg(root()).arg(&sources);
    run(&mut clone, "A release is built from a clone.")?;
    let second = server(&sources, &elsewhere.join("target"))?;
    if hash(first)? != hash(&second)? {
        return Err(Failed(
            "The second build differs. Is everything committed? Else compare both with diffoscope.".into(),
        ));
    }
    println!("✓ built twice, in two folders: the same bytes");
    Ok(())
}

/// What is inside, as CycloneDX 1.5.
fn sbom(release: &Path) -> Outcome {
    if !has("cargo-cyclonedx") {
        step("compile cargo-cyclonedx", || {
            let mut command = Command::new("cargo");
            command.args(["install", "cargo-cyclonedx", "--locked", "--quiet", "--version", SBOM_VERSION]);
            run(&mut command, "Install cargo-cyclonedx by hand.")
        })?;
    }
    step("list what is inside", || {
        for (manifest, name) in [("sync-server", SERVER), ("mobile", "daymark-mobile")] {
            let mut command = Command::new("cargo");
            command.current_dir(root()).args(["cyclonedx", "--format", "json", "--spec-version", "1.5"]);
            command.arg("--manifest-path").arg(root().join(manifest).join("Cargo.toml"));
            command.args(["--override-filename", "sbom"]).env("SOURCE_DATE_EPOCH", time_of_commit()?);
            run_quiet(&mut command, "The lines above say why.")?;
            let written = root().join(manifest).join("sbom.json");
            copy(&written, &release.join(format!("{name}.cdx.json")))?;
        }
        remove_lists()
    })
}

/// cargo-cyclonedx writes one list beside every manifest of the workspace.
fn remove_lists() -> Outcome {
    let crates =
        fs::read_dir(root().join("crates")).map_err(at(&root()))?.flatten().map(|entry| entry.path());
    let others = ["sync-server", "mobile", "tests"].map(|name| root().join(name));
    for list in crates.chain(others).map(|folder| folder.join("sbom.json")).filter(|list| list.exists()) {
        fs::remove_file(&list).map_err(at(&list))?;
    }
    Ok(())
}

/// One archive in the order of names, without owners and times.
fn pack(app: &Path, to: &Path) -> Outcome {
    let mut command = Command::new("tar");
    command.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=a+rX,u+w,go-w"]);
    command.arg(format!("--mtime=@{}", time_of_commit()?)).arg("-cf").arg(to).arg("-C").arg(app).arg(".");
    run(&mut command, "GNU tar is needed.")
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
fn sums(release: &Path) -> Outcome {
    let entries = fs::read_dir(release).map_err(at(release))?.flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let mut lines = String::new();
    for name in names {
        let line = format!("{}  {name}\n", hash(&release.join(&name))?);
        print!("{line}");
        lines.push_str(&line);
    }
    let file = release.join("SHA256SUMS");
    fs::write(&file, lines).map_err(at(&file))
}

fn hash(file: &Path) -> Outcome<String> {
    let bytes = fs::read(file).map_err(at(file))?;
    Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(at(from))
}

fn fresh(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))
}
