//! The compiler for the browser: rustup's target where it is installed, Debian's `rustc-web` elsewhere.
//!
//! Debian has no compiled standard library for wasm32-unknown-unknown, so it is built along (`-Zbuild-std`), which
//! needs `RUSTC_BOOTSTRAP=1` on a stable compiler. See docs/adr/0003.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages;
use crate::step::{Failed, Outcome, cargo, has, root, run, step};

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUST: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const OLDEST_RUSTC: &str = env!("CARGO_PKG_RUST_VERSION");
const LLVM_VERSIONS: [&str; 5] = ["22", "21", "20", "19", "18"];

/// What `sqlite-wasm-rs` switches on and no statement of the phone asks for: 74 KB of the download.
const UNUSED_OF_SQLITE: [&str; 12] = [
    "SQLITE_ENABLE_BYTECODE_VTAB",
    "SQLITE_ENABLE_COLUMN_METADATA",
    "SQLITE_ENABLE_DBPAGE_VTAB",
    "SQLITE_ENABLE_DBSTAT_VTAB",
    "SQLITE_ENABLE_FTS5",
    "SQLITE_ENABLE_MATH_FUNCTIONS",
    "SQLITE_ENABLE_OFFSET_SQL_FUNC",
    "SQLITE_ENABLE_PREUPDATE_HOOK",
    "SQLITE_ENABLE_RTREE",
    "SQLITE_ENABLE_SESSION",
    "SQLITE_ENABLE_STMTVTAB",
    "SQLITE_ENABLE_UNLOCK_NOTIFY",
];

/// Who compiles.
pub enum Toolchain {
    /// The toolchain that runs us has the target.
    Rustup,
    /// Debian's compiler, with the LLVM tools of this version.
    Debian {
        /// `22`.
        llvm: &'static str,
    },
}

impl Toolchain {
    /// Makes sure that there is one.
    pub fn install() -> Outcome {
        if rustup_has_target() {
            return packages::install(&["clang", "lld"]);
        }
        packages::install(&DEBIAN_RUST)?;
        if !debian_rustc_is_new_enough() {
            packages::newest(&DEBIAN_RUST)?;
        }
        if !debian_rustc_is_new_enough() {
            return Err(Failed(format!(
                "Debian's rustc-web is older here than {OLDEST_RUSTC}. Newer ones come with Debian's security updates: \
                 add them to the apt sources (Debian 12: the suite bookworm-security), then try again."
            )));
        }
        if debian_llvm().is_none() {
            let version = LLVM_VERSIONS
                .into_iter()
                .find(|v| packages::first_available(&[&format!("clang-{v}")]).is_some());
            let v = version.ok_or_else(|| {
                Failed("Debian has no clang here; install clang and lld 18 or newer.".into())
            })?;
            packages::install(&[&format!("clang-{v}"), &format!("lld-{v}"), &format!("llvm-{v}")])?;
        }
        Ok(())
    }

    /// The one that is installed.
    pub fn find() -> Outcome<Self> {
        if rustup_has_target() {
            return Ok(Self::Rustup);
        }
        let llvm = debian_llvm().filter(|_| Path::new("/usr/bin/rustc").is_file());
        llvm.map(|llvm| Self::Debian { llvm })
            .ok_or_else(|| Failed("There is no compiler for the browser. Run: cargo xtask setup".into()))
    }

    /// Builds one package for the browser; where its module lies.
    pub fn build(&self, package: &str, features: &[&str], profile: &str, module: &str) -> Outcome<PathBuf> {
        let target_dir = root().join("target/wasm");
        let mut command = self.cargo();
        command.args(["build", "--locked", "--package", package, "--profile", profile, "--target", TARGET]);
        command.arg("--target-dir").arg(&target_dir);
        if !features.is_empty() {
            command.arg("--features").arg(features.join(","));
        }
        if matches!(self, Self::Debian { .. }) {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command.env("SQLITE_WASM_RS_FLAGS", UNUSED_OF_SQLITE.map(|part| format!("-U{part}")).join(" "));
        step(&format!("compile {package} for the browser"), || {
            run(
                &mut command,
                "The lines above say where. After a change of compilers, remove target/wasm and try again.",
            )
        })?;
        Ok(target_dir.join(TARGET).join(profile).join(module))
    }

    fn cargo(&self) -> Command {
        let Self::Debian { llvm } = self else {
            let mut command = cargo();
            command.env("CC_wasm32_unknown_unknown", "clang");
            return command;
        };
        let mut command = Command::new("/usr/bin/cargo");
        command.current_dir(root());
        // What the cargo that runs us set for itself must not reach the other one.
        for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC_WRAPPER", "RUSTFLAGS", "CARGO_TARGET_DIR"] {
            command.env_remove(name);
        }
        command.env("RUSTC", "/usr/bin/rustc").env("RUSTDOC", "/usr/bin/rustdoc").env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", format!("wasm-ld-{llvm}"));
        command.env("CC_wasm32_unknown_unknown", format!("clang-{llvm}"));
        command.env("AR_wasm32_unknown_unknown", format!("llvm-ar-{llvm}"));
        command
    }
}

fn rustup_has_target() -> bool {
    let installed = Command::new("rustup").args(["target", "list", "--installed"]).output();
    installed.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == TARGET))
}

/// What a release of Debian starts with may be too old; its security updates bring what browsers are built with.
fn debian_rustc_is_new_enough() -> bool {
    let said = Command::new("/usr/bin/rustc").arg("--version").output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    match (said.split_whitespace().nth(1).and_then(minor_version), minor_version(OLDEST_RUSTC)) {
        (Some(here), Some(oldest)) => here >= oldest,
        _ => false,
    }
}

/// The 96 of `1.96.0`.
fn minor_version(version: &str) -> Option<u32> {
    version.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

fn debian_llvm() -> Option<&'static str> {
    let whole = |v: &&str| ["clang", "wasm-ld", "llvm-ar"].iter().all(|tool| has(&format!("{tool}-{v}")));
    LLVM_VERSIONS.into_iter().find(|version| whole(version))
}
