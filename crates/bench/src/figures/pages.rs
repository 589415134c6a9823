//! Every page of a school's team: of a school alone, and of a school of that size in a large district.

mod staff;
mod written;

use std::collections::BTreeMap;
use std::time::Duration;

use staff::{Page, Staff};

use crate::export::Recorded;
use crate::report::{Figure, Measure, Spread, progress};
use crate::school::{School, plan};
use crate::{Outcome, history};

const MENTORS: usize = 40;
const CASELOAD: usize = 4;
/// Of the mentor in each other school, and for how many school days.
const CASELOAD_ELSEWHERE: usize = 10;
const DAYS_ELSEWHERE: usize = 20;
const SCHOOL_SIZE: usize = 1_000;
const VIEWS: usize = 40;
/// A slow page is asked for less often.
const TIME_A_PAGE: Duration = Duration::from_secs(6);
const VIEWS_LEAST: usize = 5;
/// Holds its answer open: what is measured is how soon it begins.
const WITHOUT_END: &str = "/team/events";
const BUDGET: Measure = Measure::Millis(300.0);

/// How many students.
pub struct Sizes {
    pub school: usize,
    pub district: usize,
}

impl Sizes {
    /// As the command line says.
    pub fn of(arguments: &[String]) -> Outcome<Self> {
        let after = |name: &str| arguments.iter().position(|argument| argument == name).map(|at| at + 1);
        let number = |name: &str, otherwise: usize| match after(name) {
            None => Ok(otherwise),
            Some(at) => arguments
                .get(at)
                .and_then(|number| number.parse().ok())
                .ok_or(format!("{name} wants a number")),
        };
        Ok(Self { school: number("--students", SCHOOL_SIZE)?, district: number("--district", 65_000)? })
    }
}

/// Opens each page again and again, alone and in the district.
pub async fn measure(sizes: &Sizes) -> Outcome {
    progress(&format!("a school of {} students", sizes.school));
    let alone = opened(&School::open(sizes.school, Recorded::HalfYear).await?).await?;
    progress(&format!("a school of that size in a district of {}", sizes.district));
    let large = plan(sizes.district.div_ceil(sizes.school), sizes.district)?;
    let school = School::open_in(&large, sizes.school, Recorded::HalfYear).await?;
    let elsewhere = elsewhere(&school).await?;
    let within = opened(&school).await?;
    print(sizes, &alone, &within, (&school, elsewhere));
    Ok(())
}

/// Mentors of the other schools, with a month of entries each.
async fn elsewhere(school: &School) -> Outcome<u64> {
    let days = school.past();
    let days = &days[days.len().saturating_sub(DAYS_ELSEWHERE)..];
    let mut entries = 0;
    for (n, mentor) in school.add_mentors_elsewhere(CASELOAD_ELSEWHERE).await?.iter().enumerate() {
        entries += history::send(school, mentor, days, 1_000 + n as u64).await?;
    }
    Ok(entries)
}

/// What was measured of a school's pages.
struct Opened {
    students: usize,
    entries: u64,
    pages: BTreeMap<&'static str, Page>,
    /// Pages to which no link led.
    unseen: Vec<&'static str>,
}

async fn opened(school: &School) -> Outcome<Opened> {
    progress("half a year of its mentors");
    let students = school.most_absent(MENTORS * CASELOAD).await?;
    let (mut entries, mut mentors) = (0, Vec::with_capacity(MENTORS));
    for (n, students) in students.chunks(CASELOAD).enumerate() {
        let mentor = school.add_mentor(students).await?;
        entries += history::send(school, &mentor, school.past(), n as u64 + 1).await?;
        mentors.push(mentor);
    }
    let staff = Staff::at_their_browsers(school).await?;
    staff.write_something_down(&mentors).await?;
    let (addresses, unseen) = staff.follow_links(&staff.upload().await?).await?;
    progress("its pages");
    let mut pages = BTreeMap::new();
    for (route, (role, address)) in addresses {
        pages.insert(route, staff.open_again_and_again(role, &address).await?);
    }
    Ok(Opened { students: school.students(), entries, pages, unseen })
}

fn print(sizes: &Sizes, alone: &Opened, within: &Opened, (school, elsewhere): (&School, u64)) {
    let mut figure = Figure::new(
        "Each page of the team",
        &[
            &format!(
                "A school of {} students alone; and one of {} in a district of {} students in {} schools, whose",
                alone.students,
                within.students,
                sizes.district,
                school.district.schools.len()
            ),
            &format!(
                "other schools have a mentor with {CASELOAD_ELSEWHERE} students each ({elsewhere} entries). Both with {MENTORS} mentors of {CASELOAD} students,"
            ),
            &format!(
                "{} and {} entries of half a year, half a year of attendance. GETs after one another, each on a new",
                alone.entries, within.entries
            ),
            &format!(
                "connection through the whole server, from connect to the last byte, Brotli: {VIEWS} of each page, fewer (at least"
            ),
            &format!(
                "{VIEWS_LEAST}) of one that takes more than {} s for them. Milliseconds; the ratio is of the medians. CPU: what server",
                TIME_A_PAGE.as_secs()
            ),
            &format!(
                "and browser computed for a view on the average, which does not grow with what else runs here. {WITHOUT_END} has"
            ),
            "no end: measured to its beginning.",
        ],
    );
    figure.sentence(&format!(
        "{:<52}{:>24}{:>6}{:>28}{:>6}{:>8}{:>8}",
        "", "alone: p50 p95 p99", "CPU", "in the district", "CPU", "ratio", "KiB"
    ));
    for (route, page) in &alone.pages {
        let Some(other) = within.pages.get(route) else { continue };
        let ratio = other.spread.p50.as_secs_f64() / page.spread.p50.as_secs_f64();
        let over = if slow(page) || slow(other) { "  OVER" } else { "" };
        figure.sentence(&format!(
            "{route:<52}{:>24}{:>6}{:>28}{:>6}{ratio:>8.1}{:>8}{over}",
            three(&page.spread),
            page.computed.as_millis(),
            format!("{} ({})", three(&other.spread), other.views),
            other.computed.as_millis(),
            page.bytes / 1_024
        ));
    }
    figure.sentence(&format!("Over the budget of {BUDGET} at p99 stands OVER."));
    for (of, unseen) in [("alone", &alone.unseen), ("in the district", &within.unseen)] {
        figure.sentence(&format!("Not measured {of}, for nothing leads there: {}.", unseen.join(", ")));
    }
    figure.print();
}

fn slow(page: &Page) -> bool {
    let Measure::Millis(most) = BUDGET else { return false };
    page.spread.p99.as_secs_f64() * 1_000.0 > most
}

fn three(spread: &Spread) -> String {
    let millis = |time: Duration| format!("{:.0}", time.as_secs_f64() * 1_000.0);
    format!("{} {} {}", millis(spread.p50), millis(spread.p95), millis(spread.p99))
}
