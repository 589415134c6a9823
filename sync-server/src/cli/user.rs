//! `daymark-server user`.

use std::io::BufRead;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use daymark_domain::UserId;

use super::{CliError, open_store, school_by_sis_id};
use crate::auth::password;
use crate::clock::Clock;
use crate::store::accounts::{AccountStore, NewAccount, Role};

/// Accounts of the school team.
#[derive(Subcommand)]
pub enum User {
    /// Add an account; the password is the first line of standard input, 15 characters or more.
    Add(Add),
    /// Shut an account out at once.
    Disable(Disable),
}

/// Who.
#[derive(Args)]
pub struct Add {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The one school that the account sees, by the key of the district's export.
    #[arg(long)]
    school: String,
    /// What its owner types; upper and lower case are the same.
    #[arg(long)]
    login: String,
    /// Its owner's name.
    #[arg(long)]
    name: String,
    /// What it may do.
    #[arg(long)]
    role: RoleWord,
}

/// Which.
#[derive(Args)]
pub struct Disable {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The account's login.
    #[arg(long)]
    login: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleWord {
    Coordinator,
    Team,
    Principal,
    Captain,
    Clerk,
    Auditor,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Coordinator => Self::Coordinator,
            RoleWord::Team => Self::Team,
            RoleWord::Principal => Self::Principal,
            RoleWord::Captain => Self::Captain,
            RoleWord::Clerk => Self::Clerk,
            RoleWord::Auditor => Self::Auditor,
        }
    }
}

impl User {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self {
            Self::Add(add) => add.run().await,
            Self::Disable(disable) => disable.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let school = school_by_sis_id(&store, self.school).await?;
        let password_hash = password::hash(&first_line().map_err(CliError::NoPassword)?)?;
        let account = NewAccount {
            id: UserId::random(),
            school_id: school.id,
            login: self.login.trim().to_owned(),
            name: self.name,
            role: self.role.into(),
            password_hash,
            at: Clock::system().now(),
        };
        store.add_account(account).await?;
        println!("{} may sign in to {}.", self.login.trim(), school.name);
        Ok(())
    }
}

impl Disable {
    async fn run(self) -> Result<(), CliError> {
        let disabled = open_store(&self.data)?.disable_account(&self.login, Clock::system().now()).await?;
        if !disabled {
            return Err(CliError::NoSuchLogin(self.login));
        }
        println!("{} is shut out.", self.login);
        Ok(())
    }
}

fn first_line() -> std::io::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
