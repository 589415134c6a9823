//! `daymark-server user`.

use std::io::BufRead;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use daymark_domain::UserId;

use super::asker::asker;
use super::{CliError, open_store, school_by_sis_id};
use crate::auth::district::DistrictSignIn;
use crate::auth::password;
use crate::clock::Clock;
use crate::service::connect_links::new_link;
use crate::service::new_passwords;
use crate::store::accounts::{AccountStore, NewAccount, Role};
use crate::store::audit::{AccessEvent, AuditStore};
use crate::store::factors::FactorStore;
use crate::store::identities::{Connected, ConnectedBy, Identity, IdentityStore};
use crate::store::new_passwords::TakenBy;

/// So long a password alone is enough after everything else was lost, in seconds.
const RESET_GOOD_FOR_S: i64 = 24 * 60 * 60;

/// Accounts of the school team.
#[derive(Subcommand)]
pub enum User {
    /// Add an account; the password is the first line of standard input, 15 characters or more.
    Add(Add),
    /// Shut an account out at once.
    Disable(Which),
    /// Let in somebody who lost phone, passkeys and recovery codes: a day long their password alone is enough.
    ResetSecondStep(Which),
    /// Say whose account it is at the district's own sign-in (oidc.toml): by --subject, or by a link for its owner.
    Connect(Connect),
    /// Take an account's connection with the district's sign-in away, and print a code for a new password, good once.
    BackToPassword(Which),
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
    /// Who says so; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

/// Which.
#[derive(Args)]
pub struct Which {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The account's login.
    #[arg(long)]
    login: String,
    /// Who says so; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

/// Who, and who they are there.
#[derive(Args)]
pub struct Connect {
    #[command(flatten)]
    which: Which,
    /// Their name there that never changes, the claim `sub`. Without it a link is printed, good once and for a day.
    #[arg(long)]
    subject: Option<String>,
    /// Take password and passkeys away, so that the district's sign-in is the only way in.
    #[arg(long, requires = "subject")]
    only: bool,
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
            Self::Disable(which) => which.disable().await,
            Self::ResetSecondStep(which) => which.reset_second_step().await,
            Self::Connect(connect) => connect.run().await,
            Self::BackToPassword(which) => which.back_to_password().await,
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
        let at = account.at;
        let said = format!("{}: {}", account.login, account.role.word());
        store.add_account(account).await?;
        let by = asker(self.by);
        store.note_access(AccessEvent::by_command(at, by, Some(school.id), "account_added", said)).await?;
        println!("{} may sign in to {}.", self.login.trim(), school.name);
        Ok(())
    }
}

impl Which {
    async fn disable(self) -> Result<(), CliError> {
        let (by, now) = (asker(self.by), Clock::system().now());
        if !open_store(&self.data)?.disable_account(&self.login, by, now).await? {
            return Err(CliError::NoSuchLogin(self.login));
        }
        println!("{} is shut out.", self.login);
        Ok(())
    }

    async fn reset_second_step(self) -> Result<(), CliError> {
        let (by, now) = (asker(self.by), Clock::system().now());
        let store = open_store(&self.data)?;
        if !store.reset_factors(&self.login, now + RESET_GOOD_FOR_S, by, now).await? {
            return Err(CliError::NoSuchLogin(self.login));
        }
        println!(
            "{} is signed out everywhere and may sign in with the password alone for a day.",
            self.login
        );
        Ok(())
    }
}

impl Which {
    async fn back_to_password(self) -> Result<(), CliError> {
        let login = self.login.clone();
        let code = self.password_code().await?;
        let page = new_passwords::PAGE;
        println!(
            "{login} is signed out everywhere and not connected any more. At {page} they choose a password"
        );
        println!("with this code, once and within a day. Show it to nobody else:");
        println!();
        println!("    {code}");
        Ok(())
    }

    async fn password_code(self) -> Result<String, CliError> {
        let (by, now) = (TakenBy::Command(asker(self.by)), Clock::system().now());
        let store = open_store(&self.data)?;
        let Some(account) = store.account_by_login(&self.login).await? else {
            return Err(CliError::NoSuchLogin(self.login));
        };
        Ok(new_passwords::back_to_password(&store, account.id, by, now).await?)
    }
}

impl Connect {
    async fn run(self) -> Result<(), CliError> {
        let Which { data, login, by } = self.which;
        let config = DistrictSignIn::in_folder(&data)?.ok_or(CliError::NoDistrict)?.config;
        let (store, now) = (open_store(&data)?, Clock::system().now());
        let Some(account) = store.account_by_login(&login).await? else {
            return Err(CliError::NoSuchLogin(login));
        };
        let Some(subject) = self.subject else {
            let path = new_link(&store, account.id, None, now).await?;
            println!("{login} opens this, once and within a day. Show it to nobody else:");
            println!();
            println!("    {}{path}", config.address.trim_end_matches('/'));
            return Ok(());
        };
        let identity = Identity { issuer: config.issuer, subject };
        let by = ConnectedBy::Command(asker(by));
        match store.connect(account.id, identity, by, self.only, now).await? {
            Connected::Yes => println!("{login} may sign in with the account of {}.", config.name),
            Connected::Taken | Connected::NoLink => return Err(CliError::SubjectTaken),
        }
        if self.only {
            println!(
                "It is the only way in: password and passkeys are gone, and {login} is signed out everywhere."
            );
        }
        Ok(())
    }
}

fn first_line() -> std::io::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::recovery_code::hash_of_typed;
    use crate::store::contract::{NOON, Seed};
    use crate::store::new_passwords::NewPasswordStore;

    #[tokio::test]
    async fn when_nobody_can_sign_in_the_command_gives_a_way_back_from_the_district_and_says_who_gave_it() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().to_owned();
        let store = open_store(&data).unwrap();
        let school_id = store.seed_school("Lincoln Middle").await;
        let (id, password_hash) = (UserId::random(), String::new());
        let (login, name, role) = ("kim".to_owned(), "Kim Lee".to_owned(), Role::Captain);
        store
            .add_account(NewAccount { id, school_id, login, name, role, password_hash, at: NOON })
            .await
            .unwrap();
        let identity = Identity { issuer: "of the district".to_owned(), subject: "4711".to_owned() };
        store.connect(id, identity, ConnectedBy::Command("root".to_owned()), true, NOON).await.unwrap();

        let which =
            |login: &str| Which { data: data.clone(), login: login.to_owned(), by: Some("Pat".to_owned()) };
        assert!(matches!(which("nobody").password_code().await, Err(CliError::NoSuchLogin(_))));
        let code = which("KIM").password_code().await.unwrap();
        assert!(!store.is_connected(id, "of the district").await.unwrap());
        let noted = store.accesses(school_id, 10).await.unwrap();
        let given = noted.iter().find(|event| event.what == "account_disconnected").unwrap();
        assert_eq!((given.by_name.as_deref(), given.detail.as_deref()), (Some("Pat"), Some("kim")));
        let (hash, now) = (hash_of_typed(&code).unwrap(), Clock::system().now());
        assert!(store.set_new_password(hash, "a hash".to_owned(), now).await.unwrap());
        assert!(!store.set_new_password(hash, "another".to_owned(), now).await.unwrap(), "once");
        assert_eq!(store.account(id).await.unwrap().unwrap().password_hash, "a hash");
    }
}
