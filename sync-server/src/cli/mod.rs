//! The command line: `serve`, and what an administrator does beside it. A failed command ends in one sentence that
//! says what to do.

mod asker;
mod audit;
mod backup;
mod compact;
mod doctor;
mod drill;
mod erase;
mod guardian;
mod init;
mod purge;
mod report;
mod restore;
mod safety_contacts;
mod school;
mod serve;
mod settings;
mod user;
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::auth::password::PasswordError;
use crate::clock::Clock;
use crate::imports;
use crate::operations::folder::{DataFolder, make_private_folder};
use crate::reports::ReportError;
use crate::serve::TlsError;
use crate::service::rules::RulesError;
use crate::store::StoreError;
use crate::store::schools::{School, SchoolStore};
use crate::store::sqlite::SqliteStore;
use crate::web_app::WebAppError;

/// Daymark's sync server: mentors' phones, the school team's pages, imports.
#[derive(Parser)]
#[command(name = "daymark-server", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What `serve` starts for itself: judges changes behind a wall.
    #[command(name = crate::gate::worker::SUBCOMMAND, hide = true)]
    GateWorker,
    /// Answer phones and browsers until told to stop.
    Serve(serve::Serve),
    /// Print a code with which the first coordinator of a school makes their account.
    Init(init::Init),
    /// Accounts of the school team.
    #[command(subcommand)]
    User(user::User),
    /// Schools that an import made.
    #[command(subcommand)]
    School(school::SchoolCommand),
    /// The rules of district and schools: what counts as absent, who is chronically absent, ...
    #[command(subcommand)]
    Settings(settings::SettingsCommand),
    /// What staff know of guardians better than the export.
    #[command(subcommand)]
    Guardian(guardian::GuardianCommand),
    /// Figures as JSON or CSV.
    Report(report::ReportArgs),
    /// A school's files: roster, calendar, attendance.
    Import(imports::cli::ImportArgs),
    /// Write an encrypted backup of everything, beside a running server.
    Backup(backup::Backup),
    /// Make a key that opens backups.
    BackupKey(backup::BackupKey),
    /// Open a backup and check everything in it.
    Verify(verify::Verify),
    /// Make a data folder of a backup.
    Restore(restore::Restore),
    /// Practise a restore: back up, check, restore, throw away.
    Drill(drill::Drill),
    /// Destroy everything about one student.
    Erase(erase::Erase),
    /// Let go of school years whose time is over, with a proof.
    Purge(purge::Purge),
    /// The record of who looked at what.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Make the data folder small again.
    Compact(compact::Compact),
    /// Say what needs doing, and how.
    Doctor(doctor::Doctor),
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("the folder {folder} cannot be made: {source}", folder = folder.display())]
    Folder { folder: PathBuf, source: std::io::Error },
    #[error("this program cannot find itself, to start the gate's workers: {0}")]
    Gate(std::io::Error),
    #[error("the server's own key cannot be read: {0}")]
    Key(std::io::Error),
    #[error("cannot listen on {address}: {source}")]
    Listen { address: std::net::SocketAddr, source: std::io::Error },
    #[error("the server stopped: {0}")]
    Served(std::io::Error),
    #[error(transparent)]
    District(#[from] crate::auth::district::ConfigError),
    #[error(
        "there is no oidc.toml in the data folder: the district's own sign-in is not set up (docs/runbook.md)"
    )]
    NoDistrict,
    #[error("that subject is connected to another account; see who with: daymark-server audit")]
    SubjectTaken,
    #[error("the password could not be read from standard input: {0}")]
    NoPassword(std::io::Error),
    #[error(
        "no school has the SIS id '{0}'; import a roster first: daymark-server import oneroster PATH --data DIR"
    )]
    NoSuchSchool(String),
    #[error("{0} has a coordinator already; add others with: daymark-server user add")]
    HasCoordinator(String),
    #[error("there is no school yet; import a roster first: daymark-server import oneroster PATH --data DIR")]
    NoSchool,
    #[error("there are {many} schools; name one with --school SIS_ID (daymark-server school list)")]
    WhichSchool { many: usize },
    #[error("no account has the login '{0}'")]
    NoSuchLogin(String),
    #[error("'{0}' is no time zone; expected an IANA name such as America/Chicago")]
    NoSuchTimeZone(String),
    #[error(transparent)]
    Guardian(#[from] guardian::GuardianError),
    #[error(
        "there is no ledger {}: it says who was erased and shut out since the backup. Name it with --ledger FILE; if it is lost, say --without-ledger and shut lost phones out again",
        .0.display()
    )]
    NoLedger(PathBuf),
    #[error(transparent)]
    Operation(#[from] crate::operations::OperationError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error("the output could not be written: {0}")]
    Output(std::io::Error),
    #[error(transparent)]
    Rules(#[from] RulesError),
    #[error(transparent)]
    Setting(#[from] daymark_domain::InvalidSetting),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error(transparent)]
    WebApp(#[from] WebAppError),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let command = Cli::parse().command;
    if matches!(command, Command::GateWorker) {
        // Before there is any thread but this one: its limits leave no room for more.
        return crate::gate::worker::run();
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&format!("no thread could be started: {error}")),
    };
    let done = match command {
        Command::GateWorker => return ExitCode::FAILURE,
        Command::Serve(serve) => runtime.block_on(serve.run()),
        Command::Init(init) => runtime.block_on(init.run()),
        Command::User(user) => runtime.block_on(user.run()),
        Command::School(school) => runtime.block_on(school.run()),
        Command::Settings(settings) => runtime.block_on(settings.run()),
        Command::Guardian(guardian) => runtime.block_on(guardian.run()),
        Command::Report(report) => runtime.block_on(report.run()),
        Command::Import(import) => return run_import(import),
        Command::Backup(backup) => backup.run(),
        Command::BackupKey(key) => key.run(),
        Command::Verify(verify) => verify.run(),
        Command::Restore(restore) => restore.run(),
        Command::Drill(drill) => drill.run(),
        Command::Erase(erase) => return or_failed(erase.run()),
        Command::Purge(purge) => return or_failed(purge.run()),
        Command::Audit(audit) => audit.run(),
        Command::Compact(compact) => compact.run(),
        Command::Doctor(doctor) => return or_failed(doctor.run()),
    };
    done.map_or_else(|error| failed(&error.to_string()), |()| ExitCode::SUCCESS)
}

/// Prints what the import did, or why it did nothing.
fn run_import(import: imports::cli::ImportArgs) -> ExitCode {
    match imports::cli::run(import, Clock::system().now()) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            failed(&error.to_string());
            ExitCode::from(error.exit_code())
        }
    }
}

/// Of commands whose success is a matter of what they found.
fn or_failed(done: Result<ExitCode, CliError>) -> ExitCode {
    done.unwrap_or_else(|error| failed(&error.to_string()))
}

fn failed(sentence: &str) -> ExitCode {
    eprintln!("daymark-server: {sentence}");
    ExitCode::FAILURE
}

/// A new data folder is its owner's alone.
fn make_folder(data: &Path) -> Result<(), CliError> {
    let made = make_private_folder(data);
    made.map_err(|source| CliError::Folder { folder: data.to_owned(), source })
}

fn open_store(data: &Path) -> Result<SqliteStore, CliError> {
    make_folder(data)?;
    Ok(SqliteStore::open_keeping(data, &DataFolder::at(data).ledger())?)
}

async fn school_by_sis_id(store: &SqliteStore, sis_id: String) -> Result<School, CliError> {
    store.school_by_sis_id(&sis_id).await?.ok_or(CliError::NoSuchSchool(sis_id))
}
