//! `daymark-server drill`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::drill::drill;
use crate::operations::folder::DataFolder;

/// Where.
#[derive(Args)]
pub struct Drill {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// Where it may be tried out, with room for three databases; removed afterwards. Else the system's folder for such things.
    #[arg(long)]
    scratch: Option<PathBuf>,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

impl Drill {
    pub(super) fn run(self) -> Result<(), CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let scratch = self.scratch.unwrap_or_else(std::env::temp_dir);
        let done = drill(&folder, &scratch, &asker(self.by), Clock::system().now())?;
        println!("backup   {}  {} bytes", seconds(done.backed_up_in), done.backup_bytes);
        println!("verify   {}", seconds(done.verified_in));
        println!("restore  {}  {} bytes", seconds(done.restored_in), done.restored_bytes);
        println!(
            "The drill succeeded: {} rows and {} match records came back as they were.",
            done.manifest.census.rows(),
            done.manifest.census.records.len()
        );
        Ok(())
    }
}

fn seconds(took: Duration) -> String {
    format!("{:>8.1} s", took.as_secs_f64())
}
