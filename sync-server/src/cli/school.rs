//! `daymark-server school`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::safety_contacts::SafetyContacts;
use super::{CliError, open_store, school_by_sis_id};
use crate::clock::Clock;
use crate::store::schools::{School, SchoolSettings, SchoolStore};

/// Schools that an import made.
#[derive(Subcommand)]
pub enum SchoolCommand {
    /// List the schools.
    List(List),
    /// Set a school's time zone or bell.
    Set(Set),
    /// List or set whom mentors phone at once when a student may not be safe.
    SafetyContacts(SafetyContacts),
}

/// Where.
#[derive(Args)]
pub struct List {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
}

/// What.
#[derive(Args)]
pub struct Set {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The school, by the key of the district's export.
    #[arg(long)]
    school: String,
    /// IANA name, such as America/Chicago.
    #[arg(long, required_unless_present = "bell")]
    time_zone: Option<String>,
    /// When the morning bell rings, such as 8:05.
    #[arg(long, value_parser = minute_of_day)]
    bell: Option<u16>,
}

impl SchoolCommand {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self {
            Self::List(list) => list.run().await,
            Self::Set(set) => set.run().await,
            Self::SafetyContacts(contacts) => contacts.run().await,
        }
    }
}

impl List {
    async fn run(self) -> Result<(), CliError> {
        for school in open_store(&self.data)?.schools().await? {
            println!("{}", line(&school));
        }
        Ok(())
    }
}

impl Set {
    async fn run(self) -> Result<(), CliError> {
        if let Some(zone) = self.time_zone.as_ref().filter(|zone| zone.parse::<chrono_tz::Tz>().is_err()) {
            return Err(CliError::NoSuchTimeZone(zone.clone()));
        }
        let store = open_store(&self.data)?;
        let school = school_by_sis_id(&store, self.school.clone()).await?;
        let settings = SchoolSettings { time_zone: self.time_zone, bell_minute: self.bell };
        store.set_school(school.id, settings, Clock::system().now()).await?;
        println!("{}", line(&school_by_sis_id(&store, self.school).await?));
        Ok(())
    }
}

fn line(school: &School) -> String {
    let bell = school
        .bell_minute
        .map_or("no bell set".to_owned(), |minute| format!("bell at {}:{:02}", minute / 60, minute % 60));
    let through = school.recorded_through.map_or("nothing yet".to_owned(), |day| day.to_string());
    format!("{}  {}  {}  {bell}  attendance to {through}", school.sis_id, school.name, school.time_zone)
}

fn minute_of_day(text: &str) -> Result<u16, String> {
    let read = || {
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    };
    read().ok_or_else(|| format!("'{text}' is no time of day; expected hours and minutes such as 8:05"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bell_is_a_time_of_day() {
        assert_eq!(minute_of_day("8:05"), Ok(485));
        for wrong in ["", "8", "24:00", "8:60", "-1:00", "8:5x"] {
            assert!(minute_of_day(wrong).is_err(), "{wrong}");
        }
    }
}
