//! `daymark-server restore`.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::folder::DataFolder;
use crate::operations::restore::{Applied, restore};

/// From where, and where to.
#[derive(Args)]
pub struct Restore {
    /// The backup.
    file: PathBuf,
    /// The file with the secret key.
    #[arg(long)]
    identity: PathBuf,
    /// The new data folder: empty, or not there yet.
    #[arg(long)]
    data: PathBuf,
    /// The ledger of the server that is replaced; else the file beside the new folder, DATA-ledger.
    #[arg(long)]
    ledger: Option<PathBuf>,
    /// There is no ledger any more: restore without what was erased and shut out since.
    #[arg(long, conflicts_with = "ledger")]
    without_ledger: bool,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

impl Restore {
    pub(super) fn run(self) -> Result<(), CliError> {
        let folder = DataFolder::at(&self.data);
        let ledger = self.ledger.unwrap_or_else(|| folder.ledger());
        if !ledger.exists() && !self.without_ledger {
            return Err(CliError::NoLedger(ledger));
        }
        let at = Clock::system().now();
        let restored = restore(&self.file, &self.identity, &folder, &ledger, &asker(self.by), at)?;
        let census = &restored.manifest.census;
        println!(
            "{} holds {} rows and {} match records as of {}.",
            self.data.display(),
            census.rows(),
            census.records.len(),
            moment(restored.manifest.made_at)
        );
        println!("Of the {} lines of the ledger these were not in the backup:", restored.ledger_lines);
        println!("{}", in_words(&restored.applied));
        println!(
            "Everybody signs in anew. The {} school(s) have a new log: at their next sync the phones send by themselves \
             what they wrote and received since the backup.",
            restored.schools
        );
        println!(
            "Gone for good, unless somebody enters it again: what staff and imports changed since then."
        );
        Ok(())
    }
}

fn in_words(applied: &Applied) -> String {
    let parts = [
        (applied.students_erased, "student(s) erased again"),
        (applied.matches_erased, "destroyed record(s) kept destroyed"),
        (applied.phones_revoked, "phone(s) shut out again"),
        (applied.accounts_disabled, "account(s) shut out again"),
        (applied.matches_taken, "match(es) taken from phones again"),
    ];
    let said: Vec<_> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("  {n} {what}")).collect();
    if said.is_empty() { "  none".to_owned() } else { said.join("\n") }
}

fn moment(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0)
        .map_or_else(|| at.to_string(), |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
}
