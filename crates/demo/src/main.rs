//! `daymark-demo make|invite|let-in|add-mentor|export|serve-later`: fills a data folder, says how to get in, shows it later.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use daymark_demo::{
    DemoError, Invitation, MentorPlan, Workshop, add_mentor_with, import_folder, invite, let_in_everywhere,
    make, serve_later, staff_imported,
};
use daymark_domain::SchoolDay;
use daymark_test_support::{DistrictPlan, generate as generate_district, write_export};

#[derive(Parser)]
#[command(about = "Fills a server's data folder with the demo district, or with a real export")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes the district.
    Make {
        /// The server's data folder.
        #[arg(long)]
        data: PathBuf,
        /// A school's export to import instead of the generated district.
        #[arg(long)]
        from: Option<PathBuf>,
        /// Another seed, another district.
        #[arg(long)]
        seed: Option<u64>,
        /// How many students the district has.
        #[arg(long)]
        students: Option<usize>,
    },
    /// Makes a pairing code and says how to sign in.
    Invite {
        /// The server's data folder.
        #[arg(long)]
        data: PathBuf,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Says of every phone that waits that its words are the same, as a coordinator would.
    LetIn {
        /// The server's data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Adds a mentor for the first students of the school, who get a second mentor by it, and makes a pairing code.
    AddMentor {
        /// The server's data folder.
        #[arg(long)]
        data: PathBuf,
        /// The mentor's name.
        #[arg(long)]
        name: String,
        /// How many students; none is a mentor who waits for the first.
        #[arg(long)]
        students: usize,
        /// Entries for each of them, over three years.
        #[arg(long, default_value_t = 0)]
        entries: u32,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Writes the files that a school of the generated district would send.
    Export {
        /// The folder; made when it is missing.
        #[arg(long)]
        to: PathBuf,
        /// How many students the school has.
        #[arg(long, default_value_t = 120)]
        students: usize,
    },
    /// Serves the team's pages as they will be some days from now.
    ServeLater {
        /// The server's data folder.
        #[arg(long)]
        data: PathBuf,
        /// Address and port, such as 127.0.0.1:8080.
        #[arg(long)]
        listen: SocketAddr,
        /// How many days from now.
        #[arg(long)]
        days: u32,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Cli::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), DemoError> {
    let now = Utc::now();
    match command {
        Command::Make { data, from, seed, students } => match from {
            Some(folder) => import(&data, &folder, now).await,
            None => generate(&data, seed, students, now).await,
        },
        Command::Invite { data, json } => {
            let workshop = Workshop::open(&data, now.timestamp())?;
            say_how_to_get_in(&invite(&workshop).await?, json);
            Ok(())
        }
        Command::LetIn { data } => {
            println!("{}", let_in_everywhere(&Workshop::open(&data, now.timestamp())?).await?);
            Ok(())
        }
        Command::AddMentor { data, name, students, entries, json } => {
            let workshop = Workshop::open(&data, now.timestamp())?;
            let plan = MentorPlan { name, students, entries };
            let added = add_mentor_with(&workshop, plan, today(now), now.timestamp()).await?;
            say_how_to_get_in(&added, json);
            Ok(())
        }
        Command::Export { to, students } => export(&to, students, now),
        Command::ServeLater { data, listen, days } => serve_later(&data, listen, days, now.timestamp()).await,
    }
}

/// The date at the schools of the generated district.
fn today(now: DateTime<Utc>) -> SchoolDay {
    let zone = DistrictPlan::demo(SchoolDay(now.date_naive())).zone;
    SchoolDay(now.with_timezone(&zone).date_naive())
}

fn export(to: &std::path::Path, students: usize, now: DateTime<Utc>) -> Result<(), DemoError> {
    let plan = DistrictPlan { schools: 1, students, ..DistrictPlan::demo(today(now)) };
    Ok(write_export(&generate_district(&plan), to)?)
}

async fn generate(
    data: &std::path::Path,
    seed: Option<u64>,
    students: Option<usize>,
    now: DateTime<Utc>,
) -> Result<(), DemoError> {
    let workshop = Workshop::open(data, now.timestamp())?;
    let today = today(now);
    let mut plan =
        students.map_or(DistrictPlan::demo(today), |students| DistrictPlan::large(today, students));
    plan.seed = seed.unwrap_or(plan.seed);
    let made = make(&workshop, &plan, now.timestamp()).await?;
    for report in made.imports {
        println!("{report}");
    }
    println!("{} entries of mentors were synced.", made.entries);
    Ok(())
}

async fn import(
    data: &std::path::Path,
    folder: &std::path::Path,
    now: DateTime<Utc>,
) -> Result<(), DemoError> {
    let workshop = Workshop::open(data, now.timestamp())?;
    for report in import_folder(&workshop, folder, "America/Chicago", now.timestamp())? {
        println!("{report}");
    }
    staff_imported(&workshop, now.timestamp()).await
}

fn say_how_to_get_in(invitation: &Invitation, json: bool) {
    if json {
        let words = serde_json::json!({
            "login": invitation.login,
            "password": invitation.password,
            "school": invitation.school,
            "mentor": invitation.mentor,
            "code": invitation.code,
            "page": invitation.page,
        });
        println!("{words}");
    } else {
        let (half, rest) = invitation.code.split_at(5);
        println!("  sign in       {} / {}  ({})", invitation.login, invitation.password, invitation.school);
        println!("  pair a phone  code {half}-{rest} for {}, good for ten minutes:", invitation.mentor);
        println!("                {{address}}/pair#pair={}", invitation.code);
        println!("                then compare three words at {{address}}{}", invitation.page);
    }
}
