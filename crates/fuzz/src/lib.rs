//! What strangers' bytes meet first, each as a function that takes any bytes and panics only when a promise is broken.
//!
//! `cargo xtask fuzz` calls them with bytes that libFuzzer makes up, guided by which code they reach. What it finds is put
//! under `tests/fixtures/fuzz/TARGET/` with a name that says what it was; those are replayed by an ordinary test.

mod targets;

/// A target: its name, its function, and honest inputs to begin with.
pub struct Target {
    /// As on the command line and in the folders.
    pub name: &'static str,
    /// Takes any bytes.
    pub run: fn(&[u8]),
    /// Honest inputs: a fuzzer gets far sooner from there.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets, in the order of the issue that asked for them.
pub const TARGETS: [Target; 6] = [
    Target { name: "gate", run: targets::gate::run, seeds: targets::gate::seeds },
    Target { name: "frames", run: targets::frames::run, seeds: targets::frames::seeds },
    Target { name: "csv", run: targets::csv::run, seeds: targets::csv::seeds },
    Target { name: "zip", run: targets::zip::run, seeds: targets::zip::seeds },
    Target { name: "pairing", run: targets::pairing::run, seeds: targets::pairing::seeds },
    Target { name: "view", run: targets::view::run, seeds: targets::view::seeds },
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_honest_input_is_taken_by_its_target() {
        for target in &TARGETS {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty(), "{} has nothing to begin with", target.name);
            seeds.iter().for_each(|seed| (target.run)(seed));
        }
    }

    #[test]
    fn what_was_found_once_is_harmless_now() {
        let finds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/fuzz");
        for folder in fs::read_dir(&finds).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir())
        {
            let name = folder.file_name().into_string().unwrap();
            let target = target(&name).unwrap_or_else(|| panic!("{name} is no target"));
            for find in fs::read_dir(folder.path()).unwrap() {
                (target.run)(&fs::read(find.unwrap().path()).unwrap());
            }
        }
    }
}
