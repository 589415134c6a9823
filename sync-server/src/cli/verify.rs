//! `daymark-server verify`.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use crate::operations::verify;

/// Which.
#[derive(Args)]
pub struct Verify {
    /// The backup.
    file: PathBuf,
    /// The file with the secret key.
    #[arg(long)]
    identity: PathBuf,
    /// Where it may be opened for the check; it is removed afterwards. Else the system's folder for such things.
    #[arg(long)]
    scratch: Option<PathBuf>,
}

impl Verify {
    pub(super) fn run(self) -> Result<(), CliError> {
        let scratch = self.scratch.unwrap_or_else(std::env::temp_dir);
        let manifest = verify::verify(&self.file, &self.identity, &scratch)?.manifest;
        println!(
            "{} is whole: {} files, {} rows, {} match records with the hashes they had, the team's rows as their records make them.",
            self.file.display(),
            manifest.files.len(),
            manifest.census.rows(),
            manifest.census.records.len()
        );
        Ok(())
    }
}
