//! What a row found, and how it is told.

use std::time::Duration;

use serde_json::json;

/// Whether the weakened twin failed, as it must.
pub enum Twin {
    /// It lost so many.
    Lost(u64),
    /// The row has none; why.
    None(&'static str),
}

/// What came of a row.
pub enum Outcome {
    /// It ran.
    Ran(Found),
    /// It could not be run here, which is no success.
    NotRun(String),
    /// It broke off.
    Broke(String),
}

/// What a row found.
pub struct Found {
    /// How many faults.
    pub injected: u64,
    /// What was counted: "412 saved entries".
    pub kept: String,
    /// What was lost, doubled or wrong; empty when all is well.
    pub lost: Vec<String>,
    /// The twin.
    pub twin: Twin,
}

/// One row of the table.
pub struct Told {
    pub name: &'static str,
    pub promises: &'static str,
    pub fault: &'static str,
    pub seed: u64,
    pub took: Duration,
    pub outcome: Outcome,
}

impl Told {
    /// Nothing was lost and the twin was seen; a row that was not run does not fail a machine that cannot run it.
    pub fn is_good(&self) -> bool {
        match &self.outcome {
            Outcome::Ran(found) => {
                found.injected > 0 && found.lost.is_empty() && !matches!(found.twin, Twin::Lost(0))
            }
            Outcome::NotRun(_) => true,
            Outcome::Broke(_) => false,
        }
    }

    /// As lines for people.
    pub fn text(&self) -> String {
        let Self { name, promises, fault, seed, took, outcome } = self;
        let seconds = took.as_secs_f64();
        match outcome {
            Outcome::Ran(found) => {
                let mark = if self.is_good() { "✓" } else { "✗" };
                let mut text = format!(
                    "{mark} {name:<18} {promises:<8} {fault}: {} times, {} lost of {}; {} (seed {seed}, {seconds:.1} s)",
                    found.injected,
                    found.lost.len(),
                    found.kept,
                    twin(&found.twin),
                );
                for lost in found.lost.iter().take(10) {
                    text.push_str(&format!("\n    {lost}"));
                }
                text
            }
            Outcome::NotRun(why) => format!("- {name:<18} {promises:<8} {fault}: not run: {why}"),
            Outcome::Broke(why) => {
                format!("✗ {name:<18} {promises:<8} {fault}: broke off: {why} (seed {seed}, {seconds:.1} s)")
            }
        }
    }

    /// As a line for programs.
    pub fn json(&self) -> String {
        let Self { name, promises, fault, seed, took, outcome } = self;
        let mut line = json!({
            "row": name, "promises": promises, "fault": fault, "seed": seed,
            "seconds": took.as_secs_f64(), "good": self.is_good(),
        });
        let more = match outcome {
            Outcome::Ran(found) => json!({
                "outcome": "ran", "injected": found.injected, "kept": found.kept, "lost": found.lost,
                "twin_lost": match found.twin { Twin::Lost(n) => Some(n), Twin::None(_) => None },
            }),
            Outcome::NotRun(why) => json!({ "outcome": "not run", "why": why }),
            Outcome::Broke(why) => json!({ "outcome": "broke off", "why": why }),
        };
        if let (Some(line), Some(more)) = (line.as_object_mut(), more.as_object()) {
            line.extend(more.clone());
        }
        line.to_string()
    }
}

/// All rows as the table of `docs/guarantees.md`, with how many faults there were and how many of them were kills.
pub fn of(all: &[Told]) -> String {
    let mut lines = vec![
        "| row | faults | lost | of | the weakened twin |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    let (mut faults, mut kills, mut lost) = (0, 0, 0);
    for told in all {
        let Outcome::Ran(found) = &told.outcome else {
            lines.push(format!("| `{}` | not run, or broken off | | | |", told.name));
            continue;
        };
        let here = found.lost.len();
        (faults, lost) = (faults + found.injected, lost + here);
        kills += if told.fault.contains("kill -9") { found.injected } else { 0 };
        let twin = match found.twin {
            Twin::Lost(n) => n.to_string(),
            Twin::None(_) => String::new(),
        };
        lines.push(format!("| `{}` | {} | {here} | {} | {twin} |", told.name, found.injected, found.kept));
    }
    lines.push(format!("\n{faults} faults, {kills} of them kills; {lost} lost."));
    lines.join("\n")
}

fn twin(twin: &Twin) -> String {
    match twin {
        Twin::Lost(0) => "the weakened twin lost NOTHING: this row is blind".to_owned(),
        Twin::Lost(n) => format!("the weakened twin lost {n}"),
        Twin::None(why) => format!("no twin: {why}"),
    }
}
