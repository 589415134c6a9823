//! `daymark-server compact`.

use std::path::PathBuf;

use clap::Args;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::compact::compact;
use crate::operations::folder::DataFolder;

/// Where.
#[derive(Args)]
pub struct Compact {
    /// The data folder; a server may run on it, and waits for some seconds at the end.
    #[arg(long)]
    data: PathBuf,
    /// Who does this; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

impl Compact {
    pub(super) fn run(self) -> Result<(), CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let done = compact(&folder, &asker(self.by), Clock::system().now())?;
        println!("before {} bytes, after {} bytes.", done.before, done.after);
        println!(
            "{} record(s) of closed matches are one document each now; phones notice nothing.",
            done.folded
        );
        if done.left_alone > 0 {
            println!("{} record(s) could not be folded without loss and are as they were.", done.left_alone);
        }
        Ok(())
    }
}
