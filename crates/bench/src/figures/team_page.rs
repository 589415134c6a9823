//! The team's week.

use std::time::Instant;

use daymark_server::auth::session::cookie;
use daymark_server::auth::{hex, secret, sha256};
use daymark_server::store::sessions::{How, NewSession};

use super::ordinary_day::{MATCHES, OrdinaryDay};
use crate::Outcome;
use crate::browser_link::plain;
use crate::http::{Message, ask};
use crate::report::{Figure, Measure, Spread};

const VIEWS: usize = 60;

/// Opens the page of this Friday again and again.
pub async fn measure(day: &OrdinaryDay) -> Outcome {
    let token = secret();
    let session = NewSession {
        token_hash: sha256(&token),
        staff_id: day.school.coordinator,
        form_token: hex(&secret()),
        browser: String::new(),
        at: day.school.clock.now(),
        how: How::Password,
        second_step_elsewhere: false,
    };
    day.school.workshop.app.store.begin_session(session).await?;
    let cookie = cookie(token);
    let cookie = cookie.split(';').next().unwrap_or_default();
    let page = view(day, cookie).await?;
    let bytes = plain(&page)?.len();
    let mut times = Vec::with_capacity(VIEWS);
    for _ in 0..VIEWS {
        let start = Instant::now();
        view(day, cookie).await?;
        times.push(start.elapsed());
    }
    let spread = Spread::of(times);
    Figure::new(
        "The team's week page",
        &[
            &format!("School of {} students, {MATCHES} matches of 10 mentors, {} entries,", day.school.district.students.len(), day.history),
            &format!("half a year of attendance; {VIEWS} GETs after one another with a session, each on a new connection, from"),
            "connect to the last byte, Brotli, each view written to the access log.",
        ],
    )
    .line("p50", Measure::millis(spread.p50))
    .within("p99 (of 60: the worst)", Measure::millis(spread.p99), Measure::Millis(300.0))
    .line("page", Measure::Bytes(bytes as u64))
    .line("page as sent", Measure::Bytes(page.body.len() as u64))
    .print();
    Ok(())
}

async fn view(day: &OrdinaryDay, cookie: &str) -> Outcome<Message> {
    let head = format!(
        "GET /team/week HTTP/1.1\r\nCookie: {cookie}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br"
    );
    let page = ask(day.school.address, &head, &[]).await?;
    match page.status() {
        Some(200) => Ok(page),
        status => Err(format!("the team's page answered with status {status:?}").into()),
    }
}
