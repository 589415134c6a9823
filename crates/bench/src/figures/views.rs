//! What a screen costs when a phone holds three years.

use std::time::Instant;

use daymark_domain::{CallOutcome, Contact, ContactKind, NumberMark, SchoolDay};
use daymark_mentor_core::api::Request;

use crate::export::Recorded;
use crate::phone::{Phone, native_link};
use crate::report::Measure::{self, Bytes};
use crate::report::{Figure, Spread, progress};
use crate::school::{Mentor, School};
use crate::{Outcome, history};

const STUDENTS: usize = 100;
const CASELOADS: [usize; 2] = [30, 50];

/// A student's calls that were to be come back to.
const FOLLOW_UPS: u64 = 20;

/// Each screen is read so often.
const READS: usize = 20;

/// No screen may take longer than a tap.
const BUDGET: Measure = Measure::Millis(50.0);

/// On the last day of the third year.
pub async fn measure() -> Outcome {
    let school = School::open(STUDENTS, Recorded::WholeYear).await?;
    for caseload in CASELOADS {
        progress(&format!("three years of {caseload} students"));
        let mentor = school.add_mentor(&school.most_absent(caseload).await?).await?;
        let sent = history::send(&school, &mentor, &every_other_day_of_three_years(&school), 7).await?;
        let phone = Phone::pair(&school, mentor.id).await?;
        phone.sync(&native_link(school.address)).await?;
        come_back_to_calls(&mentor, &phone, school.district.calendar.last())?;
        measure_caseload(&mentor, phone, sent)?;
    }
    Ok(())
}

/// Three entries on each of them are more than 600 a student. A year is 52 weeks here, so that Mondays stay Mondays.
fn every_other_day_of_three_years(school: &School) -> Vec<SchoolDay> {
    let days = school.school_days();
    let year = |weeks: u64| days.iter().step_by(2).map(move |day| day.minus(7 * weeks));
    year(104).chain(year(52)).chain(year(0)).collect()
}

/// Every other call was come back to; the rest is due since. One number in five was wrong.
fn come_back_to_calls(mentor: &Mentor, phone: &Phone, today: SchoolDay) -> Outcome {
    for &match_id in &mentor.matches {
        for n in 0..FOLLOW_UPS {
            let day = today.minus(3 * n + 3);
            let outcome = if n % 5 == 0 { CallOutcome::WrongNumber } else { CallOutcome::NoAnswer };
            let call = Contact {
                number: Some(NumberMark::of(&format!("5550200{n}"))),
                ..Contact::call(ContactKind::AbsenceCall, outcome)
            };
            let contact = Contact { follow_up: Some(day.next()), ..call.clone() };
            let key = phone.save(Request::RecordContact { match_id, day, contact })?;
            if n % 2 == 0 {
                let contact = Contact { follows: key, ..call };
                phone.save(Request::RecordContact { match_id, day: day.next(), contact })?;
            }
        }
    }
    Ok(())
}

fn measure_caseload(mentor: &Mentor, phone: Phone, sent: u64) -> Outcome {
    let caseload = mentor.matches.len();
    let work = [
        format!(
            "{caseload} matches, {sent} entries ({} a student) over three years and {FOLLOW_UPS}",
            sent / caseload as u64
        ),
        "follow-ups each, the school's record of one year; an encrypted file, native,".to_owned(),
        format!("{READS} reads of each screen, of each student's page one."),
    ];
    let mut figure = Figure::new(
        &format!("Screens of a caseload of {caseload} with three years"),
        &work.each_ref().map(String::as_str),
    );
    figure.line("the phone's file", Bytes(phone.file_bytes()?));
    let start = Instant::now();
    let phone = phone.reopened()?;
    phone.tap(Request::Today)?;
    figure.line("opened, and Today read", Measure::millis(start.elapsed()));
    let start = Instant::now();
    phone.warm()?;
    figure.line("all records read into memory, when idle", Measure::millis(start.elapsed()));
    for (name, request) in screens() {
        let spread = timed(&phone, (0..READS).map(|_| request.clone()))?;
        figure.line(&format!("{name}, p50"), Measure::millis(spread.p50));
        figure.within(&format!("{name}, worst"), Measure::millis(spread.worst), BUDGET);
    }
    let pages = |year: bool| {
        mentor.matches.iter().map(move |&match_id| match year {
            true => Request::Year { match_id },
            false => Request::Student { match_id, month: None },
        })
    };
    for (name, requests) in [("student", timed(&phone, pages(false))?), ("year", timed(&phone, pages(true))?)]
    {
        figure.line(&format!("{name}, p50"), Measure::millis(requests.p50));
        figure.within(&format!("{name}, worst"), Measure::millis(requests.worst), BUDGET);
    }
    figure.print();
    Ok(())
}

fn screens() -> [(&'static str, Request); 5] {
    [
        ("today", Request::Today),
        ("door", Request::Door { day: None }),
        ("students", Request::Caseload),
        ("my week", Request::MyWeek { day: None }),
        ("my month", Request::MyMonth { day: None }),
    ]
}

fn timed(phone: &Phone, requests: impl Iterator<Item = Request>) -> Outcome<Spread> {
    let mut times = Vec::new();
    for request in requests {
        let start = Instant::now();
        phone.tap(request)?;
        times.push(start.elapsed());
    }
    Ok(Spread::of(times))
}
