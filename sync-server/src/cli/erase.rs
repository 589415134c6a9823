//! `daymark-server erase`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::erase::{BACKUPS_KEPT_DAYS, by_sis_id};
use crate::operations::folder::DataFolder;

/// Whom, and why.
#[derive(Args)]
pub struct Erase {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// The student, by the key of the district's export.
    #[arg(long)]
    student: String,
    /// Why, without a name: it stays in the record of access.
    #[arg(long)]
    reason: String,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
    /// Count what would go, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Erase {
    pub(super) fn run(self) -> Result<ExitCode, CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let at = Clock::system().now();
        let by = asker(self.by);
        let report = by_sis_id(&folder, &self.student, &self.reason, &by, at, self.dry_run)?;
        for (table, rows) in &report.erased.rows {
            println!("{rows:>8}  {table}");
        }
        let verb = if self.dry_run { "would be" } else { "were" };
        let rows: u64 = report.erased.rows.values().sum();
        println!(
            "{rows} rows and {} frozen report(s) {verb} erased; {} match(es) {verb} taken from phones.",
            report.erased.reports, report.erased.matches
        );
        for (place, rows) in &report.erased.mentioned {
            println!(
                "Somebody wrote the name in {place}, {rows} row(s): look there; only you can say whom it means."
            );
        }
        if self.dry_run {
            return Ok(ExitCode::SUCCESS);
        }
        println!("{} file(s) of uploads and old copies were removed.", report.files_removed);
        let until = chrono::DateTime::from_timestamp(at + BACKUPS_KEPT_DAYS * 86_400, 0);
        let until = until.map_or_else(String::new, |day| day.format(" on %Y-%m-%d").to_string());
        println!(
            "Backups still hold the student until the last of them is thrown away, {BACKUPS_KEPT_DAYS} days from now{until}; a restore \
             honours the ledger {} and erases again.",
            folder.ledger().display()
        );
        println!(
            "Phones forget the student at their next contact. The district's export must leave the student out, or the next import brings the name back."
        );
        if report.found_in.is_empty() {
            println!(
                "A search of every file of the data folder for {} ids found none.",
                report.erased.needles.len()
            );
            return Ok(ExitCode::SUCCESS);
        }
        for place in &report.found_in {
            eprintln!("daymark-server: still there: {place}");
        }
        eprintln!(
            "daymark-server: stop the server and run daymark-server compact --data {}",
            self.data.display()
        );
        Ok(ExitCode::FAILURE)
    }
}
