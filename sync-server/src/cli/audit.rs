//! `daymark-server audit`.

use std::path::PathBuf;

use chrono::{DateTime, SecondsFormat};
use clap::{Args, Subcommand};
use daymark_domain::SchoolDay;
use daymark_reports::Table;

use super::CliError;
use super::asker::asker;
use crate::clock::Clock;
use crate::operations::affected::{Affected, Whose, affected};
use crate::operations::audit;
use crate::operations::erase::note_act;
use crate::operations::folder::DataFolder;
use crate::reports::ReportError;
use crate::store::access_log::moments_of;
use crate::store::audit::ChainHead;

/// What is done with the record of access.
#[derive(Subcommand)]
pub enum Audit {
    /// See whether any row was changed, dropped, swapped or cut off the end.
    Verify(Verify),
    /// List the students whose records somebody may have seen, as CSV: for a breach, or to practise one.
    Affected(ListAffected),
}

/// Which record.
#[derive(Args)]
pub struct Verify {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// An end of the record that was kept elsewhere, as backup and doctor print it: NUMBER:HASH. May stand several times.
    #[arg(long)]
    head: Vec<ChainHead>,
}

/// Whose looks, and when.
#[derive(Args)]
pub struct ListAffected {
    /// The data folder; a server may run on it.
    #[arg(long)]
    data: PathBuf,
    /// What this account looked at; else what anybody did.
    #[arg(long, conflicts_with = "phone")]
    account: Option<String>,
    /// What lay on the phones of the mentor whose phone has this id.
    #[arg(long)]
    phone: Option<String>,
    /// The first day, as 2026-10-14, in UTC.
    #[arg(long)]
    from: SchoolDay,
    /// The last day.
    #[arg(long)]
    until: SchoolDay,
    /// Who asks; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

impl Audit {
    pub(super) fn run(self) -> Result<(), CliError> {
        match self {
            Self::Verify(verify) => verify.run(),
            Self::Affected(list) => list.run(),
        }
    }
}

impl Verify {
    fn run(self) -> Result<(), CliError> {
        match audit::verify(&DataFolder::with_database(&self.data)?, &self.head)? {
            Some(end) => println!("The record of access holds: {} rows, up to {end}.", end.id),
            None => println!("Nothing stands in the record of access yet."),
        }
        Ok(())
    }
}

impl ListAffected {
    fn run(self) -> Result<(), CliError> {
        let folder = DataFolder::with_database(&self.data)?;
        let whose = match (self.account, self.phone) {
            (Some(login), _) => Whose::Account(login),
            (None, Some(id)) => Whose::Phone(id),
            (None, None) => Whose::Everybodys,
        };
        let (from, until) = (moments_of(self.from).0, moments_of(self.until).1);
        let found = affected(&folder, &whose, from, until)?;
        let detail = format!("{} to {}", self.from, self.until);
        note_act(&folder, &asker(self.by), "affected_listed", detail, Clock::system().now())?;
        let csv = table(&found.students).csv().map_err(ReportError::from)?;
        print!("{}", String::from_utf8_lossy(&csv));
        eprintln!("{} student(s).", found.students.len());
        for (school, what, times) in &found.lists {
            let school = school.as_deref().unwrap_or("the district");
            eprintln!("{what} {times} time(s) at {school}: each student of that list may have been seen.");
        }
        Ok(())
    }
}

fn table(students: &[Affected]) -> Table {
    let mut table = Table::new(&["school", "student", "times", "first", "last", "what"]);
    let moment =
        |at| DateTime::from_timestamp(at, 0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true);
    for Affected { school, student, times, first, last, what } in students {
        let school = school.clone().unwrap_or_default();
        table.row(vec![
            school,
            student.clone(),
            times.to_string(),
            moment(*first),
            moment(*last),
            what.clone(),
        ]);
    }
    table
}
