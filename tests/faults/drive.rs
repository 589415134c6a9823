//! What this program does as the process that is killed: a phone that taps, a database that climbs its ladder. It says
//! on its output what it promises.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use daymark_server::store::sqlite::{MIGRATIONS as SERVER, SqliteStore};
use daymark_sqlite::Migration;
use daymark_sqlite::rusqlite::Connection;

use crate::phone::{DATABASE, Phone};
use crate::{Broken, alone, hungry, suspended};

/// `drive WHAT FOLDER [...]`.
pub fn drive(words: &[String]) -> ExitCode {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["tap", folder, first, times] => tap(Path::new(folder), first, times, false),
        ["tap-early", folder, first, times] => tap(Path::new(folder), first, times, true),
        ["open-in-a-window", folder] => suspended::open(Path::new(folder)),
        ["tap-in-a-window", folder, times] => suspended::tap(Path::new(folder), times, false),
        ["tap-in-a-window-early", folder, times] => suspended::tap(Path::new(folder), times, true),
        ["tap-hungry", folder, times, bytes] => hungry::tap(Path::new(folder), times, bytes),
        ["alone", server] => alone::day(Path::new(server), false),
        ["alone-and-talkative", server] => alone::day(Path::new(server), true),
        ["migrate-phone", folder] => Phone::open(Path::new(folder)).map(drop),
        ["migrate-server", folder] => SqliteStore::open(Path::new(folder)).map(drop).map_err(Into::into),
        ["migrate-carelessly", folder] => carelessly(Path::new(folder), SERVER),
        _ => Err("drive what?".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Taps and says *saved* for each as the screen would; the twin says so before it is.
fn tap(folder: &Path, first: &str, times: &str, early: bool) -> Result<(), Broken> {
    let phone = Phone::open(folder)?;
    let matches = phone.matches()?;
    for n in (first.parse()?..).take(times.parse()?) {
        if early {
            say("saved")?;
        }
        match phone.tap(&matches, n) {
            Ok(_) if early => {}
            Ok((match_id, key)) => say(&format!("saved {match_id} {key}"))?,
            Err(failure) => say(&format!("not-saved {failure:?}"))?,
        }
    }
    say("end")
}

/// A line for whoever started this process.
pub fn say(line: &str) -> Result<(), Broken> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

/// The ladder as it would be without its transaction.
fn carelessly(folder: &Path, steps: &[Migration]) -> Result<(), Broken> {
    let db = Connection::open(folder.join(DATABASE))?;
    let taken: usize = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, step) in steps.iter().enumerate().skip(taken) {
        db.execute_batch(step.sql)?;
        db.pragma_update(None, "user_version", number + 1)?;
    }
    Ok(())
}
