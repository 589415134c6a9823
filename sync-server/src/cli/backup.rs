//! `daymark-server backup` and `backup-key`.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::folder::DataFolder;
use crate::operations::{backup, keys};

/// What, and where to.
#[derive(Args)]
pub struct Backup {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// The file to write. It must not be there yet; put it where the server's disk is not.
    #[arg(long)]
    to: PathBuf,
    /// A public key (age1...) that may open it; can be given several times. Those in DATA/backup-recipients are added.
    #[arg(long)]
    recipient: Vec<String>,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

impl Backup {
    pub(super) fn run(self) -> Result<(), CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let at = Clock::system().now();
        let made = backup::make(&folder, &self.to, &self.recipient, &asker(self.by), at)?;
        let census = &made.manifest.census;
        println!(
            "{}: {} bytes, {} files, {} rows in {} tables, {} match records; {} key(s) open it.",
            made.file.display(),
            made.bytes,
            made.manifest.files.len(),
            census.rows(),
            census.tables.len(),
            census.records.len(),
            made.recipients
        );
        println!("sha256 {}", made.sha256);
        if let Some(end) = &made.manifest.access_head {
            println!("The record of access ends at {end}: keep this line where the server is not.");
        }
        println!(
            "The ledger {} is not in it: keep that file too, on another disk.",
            folder.ledger().display()
        );
        Ok(())
    }
}

/// Where to.
#[derive(Args)]
pub struct BackupKey {
    /// The file for the secret key. Keep it where the server is not: without it no backup opens.
    #[arg(long)]
    to: PathBuf,
}

impl BackupKey {
    pub(super) fn run(self) -> Result<(), CliError> {
        let public = keys::make(&self.to)?;
        println!("{public}");
        eprintln!(
            "The secret key lies in {}. Print it or move it to two places away from the server, then remove it here. \
             Write the line above into DATA/backup-recipients.",
            self.to.display()
        );
        Ok(())
    }
}
