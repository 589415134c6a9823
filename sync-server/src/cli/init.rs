//! `daymark-server init`: the way in for the first coordinator of a school.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, open_store, school_by_sis_id};
use crate::clock::Clock;
use crate::service::setup::{CODE_GOOD_FOR_S, new_code};
use crate::store::schools::{School, SchoolStore};
use crate::store::sqlite::SqliteStore;

/// Where.
#[derive(Args)]
pub struct Init {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The school, by the key of the district's export; not needed while there is one only.
    #[arg(long)]
    school: Option<String>,
}

impl Init {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let school = match self.school {
            Some(sis_id) => school_by_sis_id(&store, sis_id).await?,
            None => the_only_school(&store).await?,
        };
        let Some(code) = new_code(&store, school.id, Clock::system().now()).await? else {
            return Err(CliError::HasCoordinator(school.name));
        };
        println!("{}: open /setup on this server's address and type", school.name);
        println!();
        println!("    {code}");
        println!();
        println!(
            "It makes the first coordinator, once, within {} minutes. Show it to nobody else.",
            CODE_GOOD_FOR_S / 60
        );
        Ok(())
    }
}

async fn the_only_school(store: &SqliteStore) -> Result<School, CliError> {
    let mut schools = store.schools().await?;
    match schools.len() {
        1 => Ok(schools.remove(0)),
        0 => Err(CliError::NoSchool),
        many => Err(CliError::WhichSchool { many }),
    }
}
