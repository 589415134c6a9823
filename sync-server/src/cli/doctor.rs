//! `daymark-server doctor`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::CliError;
use crate::clock::Clock;
use crate::operations::doctor::{Finding, Weight, examine};
use crate::operations::folder::DataFolder;
use crate::operations::rows;

/// Where.
#[derive(Args)]
pub struct Doctor {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// The certificate that the server or its proxy uses, to see when it runs out.
    #[arg(long)]
    tls_cert: Option<PathBuf>,
    /// Writes what the team sees anew from the match records first.
    #[arg(long)]
    mend: bool,
    /// For programs.
    #[arg(long)]
    json: bool,
}

impl Doctor {
    pub(super) fn run(self) -> Result<ExitCode, CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        if self.mend {
            rows::write_anew(&folder)?;
        }
        let found = examine(&folder, self.tls_cert.as_deref(), Clock::system().now())?;
        if self.json {
            let text =
                serde_json::to_string_pretty(&found).map_err(|error| CliError::Output(error.into()))?;
            println!("{text}");
        } else {
            found.iter().for_each(|finding| println!("{}", line(finding)));
        }
        let has_work = found.iter().any(|finding| finding.weight == Weight::Act);
        Ok(if has_work { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn line(finding: &Finding) -> String {
    let mark = match finding.weight {
        Weight::Well => "well",
        Weight::Note => "note",
        Weight::Act => "ACT ",
    };
    let to_do = finding.to_do.as_ref().map_or_else(String::new, |to_do| format!("\n        -> {to_do}"));
    format!("{mark}  {:<12} {}{to_do}", finding.subject, finding.said)
}
