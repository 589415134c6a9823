//! A mentor's phone as a program: what is done with it between two versions of Daymark (`cargo xtask faults --skew`).
//!
//! It is built against an older version's crates as well, so it keeps to what those had: one file, and few names.

use std::cell::RefCell;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use daymark_domain::{Audience, DoorResult, MatchId, NoteClass, SchoolDay};
use daymark_mentor_core::Core;
use daymark_mentor_core::api::{Reply, Request};
use daymark_mentor_core::storage::{MIGRATIONS, projection};
use daymark_mentor_core::sync::{HttpApi, SharedCore, Wanted, look_for_answer, pair, run_once};
use daymark_sqlite::DatabaseKey;

type Broken = Box<dyn std::error::Error>;

/// `phone pair|sync|tap|list FOLDER [ADDRESS [CODE] | FROM TO]`
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match *words {
        ["pair", folder, address, code] => {
            let core = open(folder)?;
            let (api, platform, language) = (HttpApi::new(address), "desktop", "en");
            runtime.block_on(pair(&core, &api, Wanted { server: address, code, platform, language }))?;
            // Until somebody beside it says that the words are the same.
            while !runtime.block_on(look_for_answer(&core, &api))? {}
            sync(&runtime, &core, address)
        }
        ["sync", folder, address] => sync(&runtime, &open(folder)?, address),
        ["tap", folder, from, to] => tap(&open(folder)?, from.parse()?, to.parse()?),
        ["list", folder] => list(&open(folder)?),
        _ => Err("phone pair|sync|tap|list FOLDER [ADDRESS [CODE] | FROM TO]".into()),
    }
}

fn open(folder: &str) -> Result<SharedCore, Broken> {
    let mut db = daymark_sqlite::open(
        &Path::new(folder).join("daymark.sqlite"),
        Some(&DatabaseKey([7; 32])),
        MIGRATIONS,
    )?;
    projection::catch_up(&mut db)?;
    Ok(Rc::new(RefCell::new(Core::new(db, Rc::new(now)))))
}

/// One attempt, and what is left to send after it.
fn sync(runtime: &tokio::runtime::Runtime, core: &SharedCore, address: &str) -> Result<(), Broken> {
    runtime.block_on(run_once(core, &HttpApi::new(address)))?;
    let status = core.borrow().status()?;
    println!("synced {} {}", status.unsent, status.refused);
    Ok(())
}

/// The taps from this number to that, one student after the other.
fn tap(core: &SharedCore, from: usize, to: usize) -> Result<(), Broken> {
    let matches = matches(core)?;
    for n in from..to {
        let match_id = matches[n % matches.len()];
        let day = SchoolDay::at(now(), -8 * 3_600).minus((n / matches.len()) as u64);
        let request = match n % 3 {
            0 => Request::RecordDoorCheck { match_id, day, result: DoorResult::Greeted },
            1 => Request::RecordOneOnOne { match_id, day, minutes: 15 },
            _ => {
                let text = format!("entry {n}");
                Request::AddNote {
                    match_id,
                    day,
                    text,
                    audience: Audience::Team,
                    class: NoteClass::Shareable,
                }
            }
        };
        match core.borrow_mut().answer(request)? {
            Reply::Saved { key: Some(key), .. } => println!("saved {match_id} {key}"),
            _ => return Err("the core answered something else".into()),
        }
    }
    Ok(())
}

/// Every entry that screens can show.
fn list(core: &SharedCore) -> Result<(), Broken> {
    let mut core = core.borrow_mut();
    let mut statement = core.database().prepare("SELECT match_id, entry_key FROM entry ORDER BY 1, 2")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?)))?;
    for row in rows {
        let (match_id, key) = row?;
        println!("entry {} {key}", MatchId::from_bytes(match_id));
    }
    Ok(())
}

fn matches(core: &SharedCore) -> Result<Vec<MatchId>, Broken> {
    match core.borrow_mut().answer(Request::Caseload)? {
        Reply::Caseload(view) => Ok(view.rows.into_iter().map(|row| row.match_id).collect()),
        _ => Err("the core answered something else".into()),
    }
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
