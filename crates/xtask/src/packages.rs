//! Debian packages, with root or sudo.

use std::process::Command;

use crate::step::{Failed, Outcome, has, run_quiet, step};

/// Installs whatever of these is missing.
pub fn install(packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    newest(&missing)
}

/// Installs the newest that Debian has of these, whatever is there now.
pub fn newest(packages: &[&str]) -> Outcome {
    let advice = format!("Install these packages by hand, then try again: {}", packages.join(" "));
    if !has("apt-get") {
        return Err(Failed(format!("This is no Debian machine. {advice}")));
    }
    step("look up Debian's packages", || {
        run_quiet(as_root("apt-get").args(["update", "-q"]), &advice).map(|_| ())
    })?;
    let say = format!("install {}", packages.join(" "));
    step(&say, || {
        let mut command = as_root("apt-get");
        command.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
        run_quiet(&mut command, &advice).map(|_| ())
    })
}

/// The first of these packages that Debian has here, installed or not.
pub fn first_available<'p>(candidates: &[&'p str]) -> Option<&'p str> {
    let known = |package: &&&str| {
        let shown = Command::new("apt-cache").args(["show", package]).output();
        installed(package) || shown.is_ok_and(|output| output.status.success() && !output.stdout.is_empty())
    };
    candidates.iter().find(known).copied()
}

fn installed(package: &str) -> bool {
    let query = Command::new("dpkg-query").args(["-W", "-f=${Status}", package]).output();
    query.is_ok_and(|output| output.stdout.ends_with(b"install ok installed"))
}

fn as_root(program: &str) -> Command {
    let am_root =
        Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let mut command = if am_root { Command::new(program) } else { Command::new("sudo") };
    if !am_root {
        command.arg(program);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
