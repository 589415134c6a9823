//! `daymark-server purge`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::folder::DataFolder;
use crate::operations::purge::purge;

/// Until when.
#[derive(Args)]
pub struct Purge {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// The last school year of which nothing is kept, such as 2024-25.
    #[arg(long)]
    through: String,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
    /// Count what would go, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Purge {
    pub(super) fn run(self) -> Result<ExitCode, CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let at = Clock::system().now();
        let (proof, file) = purge(&folder, &self.through, &asker(self.by), at, self.dry_run)?;
        for (table, rows) in &proof.rows {
            println!("{rows:>8}  {table}");
        }
        let verb = if self.dry_run { "would go" } else { "went" };
        println!(
            "Through {} ({}) {verb}: {} match record(s), {} student(s) of whom nothing else is kept.",
            proof.through, proof.last_day, proof.matches, proof.students
        );
        let Some(file) = file else { return Ok(ExitCode::SUCCESS) };
        println!("The proof lies in {}.", file.display());
        for place in &proof.found_in {
            eprintln!("daymark-server: still there: {place}");
        }
        Ok(if proof.found_in.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
