//! The rules of the house that no compiler checks (docs/ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::step::{Failed, Outcome, at, root, step};
use crate::{markup, promises};

/// Which of our crates each may depend on. A new edge is a decision: it is made here, with a reason in the commit.
const MAY_IMPORT: [(&str, &[&str]); 17] = [
    ("daymark-domain", &[]),
    ("daymark-sqlite", &[]),
    ("daymark-locks", &[]),
    ("daymark-documents", &["daymark-domain"]),
    ("daymark-protocol", &["daymark-domain"]),
    ("daymark-reports", &["daymark-domain"]),
    ("daymark-sis-import", &["daymark-domain"]),
    ("daymark-components", &["daymark-domain"]),
    ("daymark-mentor-core", &["daymark-domain", "daymark-documents", "daymark-protocol", "daymark-sqlite"]),
    ("daymark-mentor-worker", &["daymark-mentor-core", "daymark-sqlite"]),
    ("daymark-mobile", &["daymark-domain", "daymark-components", "daymark-mentor-core"]),
    (
        "daymark-server",
        &[
            "daymark-domain",
            "daymark-components",
            "daymark-documents",
            "daymark-locks",
            "daymark-protocol",
            "daymark-reports",
            "daymark-sis-import",
            "daymark-sqlite",
        ],
    ),
    ("daymark-test-support", &["daymark-domain"]),
    (
        "daymark-demo",
        &[
            "daymark-domain",
            "daymark-documents",
            "daymark-protocol",
            "daymark-server",
            "daymark-test-support",
        ],
    ),
    (
        "daymark-bench",
        &[
            "daymark-demo",
            "daymark-domain",
            "daymark-documents",
            "daymark-mentor-core",
            "daymark-protocol",
            "daymark-reports",
            "daymark-server",
            "daymark-sqlite",
            "daymark-test-support",
        ],
    ),
    ("daymark-fuzz", &["daymark-documents", "daymark-domain", "daymark-protocol", "daymark-sis-import"]),
    ("xtask", &[]),
];

/// Each stands in one manifest, so that what depends on it is known.
const IN_ONE_MANIFEST: [(&str, &str); 3] =
    [("automerge", "daymark-documents"), ("axum", "daymark-server"), ("reqwest", "daymark-mentor-core")];

/// Checks who imports whom.
pub fn check() -> Outcome {
    step("the rules of the house", || {
        let texts = texts()?;
        let manifests = texts.iter().filter_map(|text| dependencies(text)).collect();
        let mut wrong = edges(&manifests);
        wrong.extend(lonely(&manifests));
        wrong.extend(weakened(&texts));
        wrong.extend(promises::missing(&root())?);
        wrong.extend(markup::found(&root())?);
        if wrong.is_empty() { Ok(()) } else { Err(Failed(wrong.join("\n  "))) }
    })
}

/// Each package's name with what it depends on, tests aside.
type Manifests = BTreeMap<String, BTreeSet<String>>;

/// Each manifest as it is written.
fn texts() -> Outcome<Vec<String>> {
    let mut folders = vec![root(), root().join("mobile"), root().join("sync-server"), root().join("tests")];
    let crates = root().join("crates");
    for entry in fs::read_dir(&crates).map_err(at(&crates))? {
        folders.push(entry.map_err(at(&crates))?.path());
    }
    let manifests = folders.into_iter().map(|folder| folder.join("Cargo.toml")).filter(|path| path.is_file());
    manifests.map(|path| fs::read_to_string(&path).map_err(at(&path))).collect()
}

/// The package's name and its normal dependencies, read line by line: our manifests keep one a line.
fn dependencies(manifest: &str) -> Option<(String, BTreeSet<String>)> {
    let mut section = "";
    let mut name = None;
    let mut found = BTreeSet::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        } else if section == "[package]" && line.starts_with("name") {
            name = line.split('"').nth(1).map(str::to_owned);
        } else if section.ends_with("dependencies]") && !section.contains("dev-") {
            let key = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if !key.is_empty() && !key.starts_with('#') {
                found.insert(key.to_owned());
            }
        }
    }
    name.map(|name| (name, found))
}

fn edges(manifests: &Manifests) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.into_iter().collect();
    let mut wrong = Vec::new();
    for (package, found) in manifests {
        if package == "daymark-tests" {
            continue;
        }
        let Some(allowed) = allowed.get(package.as_str()) else {
            wrong.push(format!("{package} is new: say in crates/xtask/src/house.rs whom it may import."));
            continue;
        };
        let ours = found.iter().filter(|name| name.starts_with("daymark-"));
        let forbidden = ours.filter(|name| !allowed.contains(&name.as_str()));
        wrong.extend(
            forbidden.map(|name| format!("{package} must not import {name} (docs/ARCHITECTURE.md).")),
        );
    }
    wrong
}

fn lonely(manifests: &Manifests) -> Vec<String> {
    let mut wrong = Vec::new();
    for (dependency, home) in IN_ONE_MANIFEST {
        let strangers =
            manifests.iter().filter(|(package, found)| *package != home && found.contains(dependency));
        wrong.extend(
            strangers
                .map(|(package, _)| format!("{dependency} stands in {home} alone; {package} imports it.")),
        );
    }
    wrong
}

/// The feature that lets a build break a promise is switched on by a command alone, and by the tests' own feature: as a
/// default or in a line of dependencies it could reach a school.
fn weakened(manifests: &[String]) -> Vec<String> {
    let is_told = |line: &&str| !line.starts_with('#') && line.contains("weakened");
    let lines = manifests.iter().flat_map(|text| text.lines().map(str::trim).filter(is_told));
    let switches = lines.filter(|line| !line.starts_with("weakened = ["));
    switches.map(|line| format!("'{line}' switches a weakness on (tests/faults/weakened.rs).")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_edge_between_rooms_is_named() {
        let manifest =
            "[package]\nname = \"daymark-domain\"\n[dependencies]\ndaymark-sqlite.workspace = true\n";
        let manifests: Manifests = dependencies(manifest).into_iter().collect();
        assert_eq!(
            edges(&manifests),
            ["daymark-domain must not import daymark-sqlite (docs/ARCHITECTURE.md)."]
        );
    }

    #[test]
    fn a_weakness_that_a_manifest_switches_on_is_named() {
        let own = "[features]\nweakened = [\"daymark-sqlite/weakened\"]\n".to_owned();
        assert!(weakened(std::slice::from_ref(&own)).is_empty());
        let default = "[features]\ndefault = [\"weakened\"]\n".to_owned();
        let edge = "daymark-sqlite = { workspace = true, features = [\"weakened\"] }\n".to_owned();
        assert_eq!(weakened(&[own, default, edge]).len(), 2);
    }

    #[test]
    fn a_second_home_of_automerge_is_named() {
        let manifest =
            "[package]\nname = \"daymark-server\"\n[dependencies]\nautomerge = { workspace = true }\n";
        let manifests: Manifests = dependencies(manifest).into_iter().collect();
        assert_eq!(lonely(&manifests).len(), 1);
    }
}
