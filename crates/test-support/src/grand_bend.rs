//! Where Grand Bend lies: the real-shaped district that stands beside the checkout, not in it.

use std::path::{Path, PathBuf};

/// The folder with Grand Bend's files: `DAYMARK_GRAND_BEND`, or `../shared/data/grand-bend` beside the workspace.
/// Where it is missing a line on stderr says that the caller's test was not run.
pub fn grand_bend() -> Option<PathBuf> {
    let found = candidate().filter(|folder| folder.join("oneroster").is_dir());
    if found.is_none() {
        eprintln!("not run: Grand Bend is missing (set DAYMARK_GRAND_BEND to its folder)");
    }
    found
}

fn candidate() -> Option<PathBuf> {
    match std::env::var_os("DAYMARK_GRAND_BEND") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => {
            let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
            Some(workspace.parent()?.join("shared/data/grand-bend"))
        }
    }
}
