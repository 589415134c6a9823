//! A new phone gets 30 student-years.

use std::time::Instant;

use super::ordinary_day::named;
use crate::browser_link::BrowserLink;
use crate::export::Recorded;
use crate::phone::{Phone, native_link};
use crate::report::Measure::{self, Bytes, Count};
use crate::report::{Figure, progress};
use crate::school::School;
use crate::wire::Wire;
use crate::{Outcome, history};

const STUDENTS: usize = 100;
const CASELOAD: usize = 30;

/// On the last day of the year, as the installed app and as a browser.
pub async fn measure() -> Outcome {
    progress("a whole year of 30 matches");
    let school = School::open(STUDENTS, Recorded::WholeYear).await?;
    let mentor = school.add_mentor(&school.most_absent(CASELOAD).await?).await?;
    let days = school.school_days();
    let sent = history::send(&school, &mentor, &days, 7).await?;
    let wire = Wire::before(school.address).await?;

    let phone = Phone::pair(&school, mentor.id).await?;
    let start = Instant::now();
    phone.sync(&native_link(wire.address)).await?;
    let took = start.elapsed();
    let native = wire.take();

    let in_browser = Phone::pair(&school, mentor.id).await?;
    in_browser.sync(&BrowserLink { address: wire.address }).await?;
    let browser = wire.take();

    Figure::new(
        "First sync of 30 student-years",
        &[
            &format!("30 matches of the most absent of {STUDENTS} students, {sent} entries ({} a match over {} school days) by an", sent / 30, days.len()),
            "earlier phone of the mentor, official attendance exceptions of the year, calendar, guardians; a new phone.",
        ],
    )
    .line("requests", Count(native.requests))
    .within(&format!("body down, {}, as the installed app asks", named(&native)), Bytes(native.body_down), Bytes(320_000))
    .within(&format!("body down, {}, as a browser asks", named(&browser)), Bytes(browser.body_down), Bytes(320_000))
    .line("body up", Bytes(native.body_up))
    .line("down with headers", Bytes(native.wire_down))
    .line("until all is in the phone's database", Measure::seconds(took))
    .print();
    Ok(())
}
