//! Until when a phone may be read without another word of the school (P11).

use daymark_domain::SchoolDay;
use daymark_protocol::{Down, Hello, Lease};

use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::service::school_time;
use crate::store::access::LeaseTerms;
use crate::store::schools::School;

/// The first lease of a phone: a phone that is lost on the way home from its pairing is closed the next day.
const FIRST_S: i64 = 24 * 60 * 60;
/// So long it is the first contact: an answer that was lost is asked for again, and who has a lease asks for no other.
const FIRST_CONTACT_S: i64 = 60 * 60;

/// A lease from now on, for a phone that asks for one.
pub(super) async fn write(
    app: &App,
    device: &Device,
    hello: &Hello,
    frames: &mut Vec<u8>,
) -> Result<(), Problem> {
    if hello.wants_lease != Some(true) {
        return Ok(());
    }
    let school = app.store.school(device.school_id).await?.ok_or(Problem::INTERNAL)?;
    let now = app.clock.now();
    let terms = app.store.lease_terms(device.id, school_time::at(&school, now).day).await?;
    let terms = terms.ok_or(Problem::NOT_PAIRED)?;
    if terms.first_at.is_none() {
        app.store.note_first_lease(device.id, now).await?;
    }
    let until = until(&school, now, terms);
    let nonce = hello.lease_nonce.map(|nonce| *nonce);
    let signature = app.key.lease(device.id, (now, until), nonce);
    Down::from(Lease::new(now, until, signature.into())).write(frames);
    Ok(())
}

/// As long as the term, and not into the day on which the mentor may see nobody any more. A single match that ends
/// closes no phone: at the school's door there is no network, and other students wait there.
fn until(school: &School, now: i64, terms: LeaseTerms) -> i64 {
    let last_of_clearance = |day: SchoolDay| school_time::begin_of(school, day) - 1;
    let end = now.saturating_add(term(now, terms));
    terms.runs_out_on.map_or(end, |day| end.min(last_of_clearance(day)))
}

/// Short at a phone's first contact, and as the district says from the next one on.
fn term(now: i64, LeaseTerms { seconds, first_at, .. }: LeaseTerms) -> i64 {
    let is_first = |at: i64| (0..FIRST_CONTACT_S).contains(&now.saturating_sub(at));
    if first_at.is_none_or(is_first) { seconds.min(FIRST_S) } else { seconds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use daymark_domain::SchoolId;

    #[test]
    fn a_lease_is_as_long_as_the_term_and_ends_with_the_mentors_last_clear_day_at_the_school() {
        let school = School {
            id: SchoolId::random(),
            sis_id: "1".into(),
            name: "Lincoln".into(),
            time_zone: "America/Chicago".into(),
            bell_minute: None,
            recorded_through: None,
            last_calendar_day: None,
            seq: 0,
        };
        // 14 October 2025, 7:42 in Chicago.
        let now = 1_760_445_720;
        let lease = |days: i64, day: Option<&str>| {
            let runs_out_on = day.map(|day| day.parse().unwrap());
            until(&school, now, LeaseTerms { seconds: days * 86_400, first_at: Some(0), runs_out_on }) - now
        };
        assert_eq!(lease(14, None), 14 * 86_400);
        assert_eq!(lease(14, Some("2025-11-30")), 14 * 86_400, "what ends later shortens nothing");
        // To the last second of 15 October there: 16 hours and 18 minutes, and a day.
        assert_eq!(lease(14, Some("2025-10-16")), 86_400 + 16 * 3600 + 18 * 60 - 1);
        // A night with 25 hours lies on the way.
        assert_eq!(lease(30, Some("2025-11-03")), 19 * 86_400 + 16 * 3600 + 18 * 60 + 3600 - 1);
    }

    #[test]
    fn the_first_lease_is_for_a_day_at_most_and_each_one_after_the_first_contact_as_long_as_the_term() {
        let now = 1_760_445_720;
        let hours = |term_hours: i64, first_at: Option<i64>| {
            term(now, LeaseTerms { seconds: term_hours * 3600, first_at, runs_out_on: None }) / 3600
        };
        assert_eq!(hours(14 * 24, None), 24);
        assert_eq!(hours(8, None), 8, "the district's own term is shorter");
        assert_eq!(hours(14 * 24, Some(now - 3_599)), 24, "the answer was lost, and it asks again");
        assert_eq!(hours(14 * 24, Some(now - 3_600)), 14 * 24);
        // The server's clock was ahead when it signed the first one, and is right now.
        assert_eq!(hours(72, Some(now + 400 * 86_400)), 72);
    }
}
