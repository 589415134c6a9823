//! A phone comes back after half a year in a drawer: it brings what it had not sent, and gets all that happened since.

use std::time::Instant;

use daymark_domain::{CalendarMark, DoorResult, MatchId};
use daymark_mentor_core::api::{RefusalReason, Reply, Request};
use daymark_server::operations::compact::compact;
use daymark_server::operations::folder::DataFolder;

use crate::phone::Phone;
use crate::school::{MORNING, School};

const DAY: i64 = 86_400;
const WEEKS: u64 = 26;
/// What P23 allows.
const SECONDS_MAX: f64 = 30.0;

/// The server's records of closed matches become one document each, as `daymark-server compact` does beside it.
fn compacted(school: &School, now: i64) -> usize {
    let close = "UPDATE match SET status = 'closed' WHERE ended_at IS NOT NULL";
    school.workshop.store.write_blocking(|tx| Ok(tx.execute(close, [])?)).unwrap();
    compact(&DataFolder::with_database(school.folder()).unwrap(), "Pat", now).unwrap().folded
}

/// A week of the phone that stayed with the mentor.
async fn week_of(school: &School, phone: &Phone, matches: &[MatchId], week: u64) {
    let (day, now) = (school.today.plus(7 * week), MORNING + 7 * DAY * i64::try_from(week).unwrap());
    school.workshop.set_clock(now);
    phone.clock.set(now);
    for match_id in matches {
        phone.greet(*match_id, day, DoorResult::Greeted);
        phone.mark(*match_id, day, CalendarMark::Present);
    }
    phone.sync_until_done().await;
}

#[tokio::test]
async fn a_phone_that_was_away_for_half_a_year_gets_and_brings_everything_in_one_sync() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let students = school.students().await;
    let mut matches = Vec::new();
    for student in &students[..4] {
        matches.push(school.match_with(ana, *student).await);
    }
    let (away, stayed) = (Phone::paired(&school, ana).await, Phone::paired(&school, ana).await);
    away.sync_until_done().await;
    stayed.sync_until_done().await;
    for n in 0..10 {
        away.greet(matches[0], school.today.minus(n), DoorResult::Late);
    }
    let ending = matches.pop().unwrap();
    away.greet(ending, school.today, DoorResult::Late);
    stayed.greet(ending, school.today, DoorResult::Greeted);

    let mut folded = Vec::new();
    for week in 1..=WEEKS {
        week_of(&school, &stayed, &matches, week).await;
        match week {
            3 => school.end_match(ending).await,
            5 => matches.push(school.match_with(ana, students[4]).await),
            12 | 24 => folded.push(compacted(&school, school.workshop.app.clock.now())),
            _ => {}
        }
        stayed.sync_until_done().await;
    }
    assert_eq!(folded, [1, 0], "compacted twice: what was closed is one document");

    away.clock.set(school.workshop.app.clock.now());
    let (started, exchanges) = (Instant::now(), away.link.requests.borrow().len());
    away.sync().await.unwrap();
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "180 days away: {} exchanges, {} bytes, {seconds:.2} s",
        away.link.requests.borrow().len() - exchanges,
        away.link.seen.borrow().len()
    );
    assert!(seconds < SECONDS_MAX);
    stayed.sync_until_done().await;

    for match_id in &matches {
        assert_eq!(away.record_hash(*match_id), stayed.record_hash(*match_id));
    }
    let late = "SELECT count(*) FROM door_check WHERE result = 'late'";
    assert_eq!((away.status().unsent, school.count(late)), (0, 10));
    assert_eq!(away.caseload().len(), matches.len());
    // What it had of the match that ended long ago came too late; it is kept and named.
    let Ok(Reply::SetAside(kept)) = away.ask(Request::SetAside) else { panic!("no page") };
    let reasons: Vec<_> = kept.rows.iter().map(|row| (row.match_id, row.reason)).collect();
    assert_eq!(reasons, [(ending, RefusalReason::NotYourStudent)]);
    for phone in [&away, &stayed] {
        phone.sync_until_done().await;
        assert_eq!((phone.status().trouble, phone.status().clock_off), (None, None));
    }
}
