//! The same faults on builds that break a promise on purpose (feature `weakened`): where one of them comes through, the
//! row that should have found it is blind.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Broken;
use crate::plan::Plan;
use crate::table::{Found, Outcome, Twin};

/// Each weakness by the name that its own crate gives it, and the rows that have to find it.
const MUST_BE_FOUND: [(&str, &[&str]); 3] = [
    ("flushes-less", &["power-cut-phone", "power-cut-server"]),
    ("forgets-early", &["network-cut", "killed-server"]),
    ("counts-twice", &["network-cut"]),
];

/// What the weakened programs are called in their folder.
const PROGRAMS: [&str; 2] = ["daymark-faults", "daymark-server"];

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let Some(folder) = plan.weakened.as_deref() else {
        return Ok(Outcome::NotRun("cargo xtask faults --weakened builds what it needs".to_owned()));
    };
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None(
            "these are the twins of the others; without a weakness the same build has to lose nothing",
        ),
    };
    let mut told = Vec::new();
    for (weakness, rows) in MUST_BE_FOUND {
        for row in rows {
            found.injected += 1;
            match lost(plan, folder, row, Some(weakness))? {
                0 => found.lost.push(format!("{row} does not find '{weakness}'")),
                lost => told.push(format!("{weakness} by {row} {lost} times")),
            }
        }
    }
    // Else it could be the build that loses, and not its weakness.
    let without = lost(plan, folder, "network-cut", None)?;
    found.lost.extend((without > 0).then(|| format!("without a weakness it lost {without} as well")));
    found.kept = format!("weakened builds; found: {}", told.join(", "));
    Ok(Outcome::Ran(found))
}

/// How much the weakened build's own run of a row lost.
fn lost(plan: &Plan, folder: &Path, row: &str, weakness: Option<&str>) -> Result<usize, Broken> {
    let [faults, server] = PROGRAMS.map(|program| folder.join(program));
    let mut command = Command::new(faults);
    command.args(["--json", "--only", row, "--seed", &plan.seed.to_string(), "--server"]).arg(server);
    match weakness {
        Some(weakness) => command.env("DAYMARK_WEAKNESS", weakness),
        None => command.env_remove("DAYMARK_WEAKNESS"),
    };
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output()?;
    let told: Value = serde_json::from_slice(&output.stdout)?;
    let lost = told["lost"].as_array().ok_or_else(|| format!("{row} on a weakened build: {told}"))?;
    Ok(lost.len())
}
