//! The nights in which a school's clocks change, in zones that do it at two, at midnight and not at all: whatever the
//! minute, a visit counts on the date that stands on the wall of the school, on the phone and on the server.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use daymark_domain::{MatchId, SchoolDay};
use daymark_mentor_core::api::{Reply, Request};
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::Connection;

use crate::Broken;
use crate::clocks::code_at;
use crate::faketime::Hands;
use crate::killed_server::sync_to_the_end;
use crate::phone::{Phone, Saved};
use crate::plan::Plan;
use crate::school::{School, now};
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

const HOUR: i64 = 3_600;
/// So long before and after the clocks change, and how often in between.
const AROUND: i64 = 7 * HOUR;
const STEP: i64 = HOUR / 2;

/// In a short run the first and, by its seed, one more; all in a long one.
const ZONES: [Tz; 9] = [
    Tz::America__Chicago,
    Tz::America__New_York,
    Tz::Europe__London,
    Tz::Pacific__Auckland,
    Tz::Australia__Lord_Howe,
    // At midnight: a date begins twice in autumn, and an hour late in spring.
    Tz::Asia__Beirut,
    Tz::America__Havana,
    // Not at all.
    Tz::America__Phoenix,
    Tz::Asia__Kolkata,
];

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let Some(hands) = Hands::take()? else {
        return Ok(Outcome::NotRun("faketime is missing".to_owned()));
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let (mut visits, mut twins_lost) = (0, 0);
    for zone in zones(plan) {
        for change in changes(zone) {
            found.injected += 1;
            let (made, wrong) = runtime.block_on(night(plan, &hands, zone, change, Phones::Real))?;
            visits += made;
            found.lost.extend(wrong);
            if twins_lost == 0 {
                twins_lost += runtime.block_on(night(plan, &hands, zone, change, Phones::InLondon))?.1.len();
            }
        }
    }
    found.kept = format!("{visits} visits");
    found.twin = Twin::Lost(twins_lost as u64);
    Ok(Outcome::Ran(found))
}

fn zones(plan: &Plan) -> Vec<Tz> {
    let chosen = plan.seed as usize % (ZONES.len() - 1) + 1;
    if plan.is_long() { ZONES.to_vec() } else { vec![ZONES[0], ZONES[chosen]] }
}

/// The moments of a year from now at which the zone's distance from UTC changes; today where it never does.
fn changes(zone: Tz) -> Vec<i64> {
    let hours = (0..366 * 24).map(|hour| now() - now() % HOUR + hour * HOUR);
    let moments: Vec<i64> = hours.filter(|at| offset(zone, *at) != offset(zone, *at - HOUR)).collect();
    if moments.is_empty() { vec![now()] } else { moments }
}

fn offset(zone: Tz, at: i64) -> i32 {
    zone.offset_from_utc_datetime(&utc(at).naive_utc()).fix().local_minus_utc()
}

fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).unwrap_or_default()
}

/// What the calendar on the wall of the school says.
fn on_the_wall(zone: Tz, at: i64) -> SchoolDay {
    SchoolDay(utc(at).with_timezone(&zone).date_naive())
}

/// Whether the phone counts by the school's clock, or by one that knows no zones.
#[derive(Clone, Copy, PartialEq)]
enum Phones {
    Real,
    InLondon,
}

/// One night: how many visits, and what stands under another date than the wall's.
async fn night(
    plan: &Plan,
    hands: &Hands,
    zone: Tz,
    change: i64,
    phones: Phones,
) -> Result<(usize, Vec<String>), Broken> {
    let begin = change - AROUND;
    let school = School::make_in(zone, on_the_wall(zone, begin), begin).await?;
    hands.turn(begin - now())?;
    let mut server = Server::start_as(hands.command(&plan.server), school.data())?;
    let (folder, moment) = (tempfile::tempdir()?, Rc::new(Cell::new(begin)));
    let hand = moment.clone();
    let phone = Phone::with_clock(folder.path(), Rc::new(move || hand.get()))?;
    phone.pair(&server.address, school.data(), &code_at(school.data(), begin).await?).await?;
    let (mut visits, mut wrong) = (Vec::new(), Vec::new());
    for at in (begin..=change + AROUND).step_by(STEP as usize) {
        moment.set(at);
        hands.turn(at - now())?;
        if phones == Phones::InLondon {
            phone.core.borrow_mut().database().execute("DELETE FROM school_offset", [])?;
        }
        let (day, visit) = visit(&phone, visits.len())?;
        let wall = on_the_wall(zone, at);
        if day != wall {
            wrong.push(format!("{zone} at {at}: the phone says {day}, the wall {wall}"));
        }
        visits.push((visit, wall));
        // Now and then, so that the school's own clock is asked on both sides of the change.
        if visits.len().is_multiple_of(8) {
            sync_to_the_end(&phone, &server.address).await?;
        }
    }
    sync_to_the_end(&phone, &server.address).await?;
    server.kill();
    for (visit, wall) in &visits {
        let counted = counted_on(school.data(), visit)?;
        if counted != Some(wall.number()) {
            wrong.push(format!("{zone}: a visit of {wall} counts on day {counted:?}"));
        }
    }
    Ok((visits.len(), wrong))
}

/// A visit now, as the door's screen would date it.
fn visit(phone: &Phone, n: usize) -> Result<(SchoolDay, Saved), Broken> {
    let asked = phone.core.borrow_mut().answer(Request::Door { day: None })?;
    let Reply::Door(door) = asked else { return Err("the core answered something else".into()) };
    let matches: Vec<MatchId> = door.rows.iter().map(|row| row.match_id).collect();
    let match_id = matches[n % matches.len()];
    let request = Request::RecordOneOnOne { match_id, day: door.day, minutes: 15 };
    Ok((door.day, phone.record((match_id, request))?))
}

/// The day under which the team's tables have it.
fn counted_on(data: &Path, (match_id, key): &Saved) -> Result<Option<i32>, Broken> {
    let (match_id, key) = (*match_id.as_bytes(), key.to_string());
    let read = |db: &Connection| {
        let mut statement = db.prepare("SELECT day FROM contact WHERE match_id = ?1 AND entry_key = ?2")?;
        let mut rows = statement.query((match_id, key))?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    };
    Ok(SqliteStore::open(data)?.read_blocking(read)?)
}
