//! Every page of a school's team: of a school alone, and of a school of that size in a large district.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use daymark_domain::UserId;
use daymark_server::auth::permissions::{Access, Does, PERMISSIONS};
use daymark_server::auth::session::cookie;
use daymark_server::auth::{hex, secret, sha256};
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::sessions::NewSession;

use crate::browser_link::plain;
use crate::export::Recorded;
use crate::http::{Message, ask};
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
const BUDGET: Measure = Measure::Millis(300.0);
/// Answers without an end, and what needs a file on its way.
const NOT_PAGES: &[&str] = &["/team/events", "/staff/imports/jobs/{job}"];

/// How many students.
pub struct Sizes {
    school: usize,
    district: usize,
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

struct Page {
    spread: Spread,
    views: usize,
    bytes: usize,
}

async fn opened(school: &School) -> Outcome<Opened> {
    progress("half a year of its mentors");
    let students = school.most_absent(MENTORS * CASELOAD).await?;
    let mut entries = 0;
    for (n, students) in students.chunks(CASELOAD).enumerate() {
        let mentor = school.add_mentor(students).await?;
        entries += history::send(school, &mentor, school.past(), n as u64 + 1).await?;
    }
    let staff = Staff::at_their_browsers(school).await?;
    staff.write_something_down().await?;
    let (addresses, unseen) = staff.follow_links().await?;
    progress("its pages");
    let mut pages = BTreeMap::new();
    for (route, (role, address)) in addresses {
        pages.insert(route, staff.open_again_and_again(role, &address).await?);
    }
    Ok(Opened { students: school.students(), entries, pages, unseen })
}

/// One of each role, signed in.
struct Staff<'a> {
    school: &'a School,
    cookies: Vec<(Role, String)>,
    /// The same in all sessions.
    form_token: String,
}

impl<'a> Staff<'a> {
    async fn at_their_browsers(school: &'a School) -> Outcome<Self> {
        let mut staff = Self { school, cookies: Vec::new(), form_token: hex(&secret()) };
        for role in Role::ALL {
            let (token, staff_id) = (secret(), staff.account(role).await?);
            let (form_token, at) = (staff.form_token.clone(), school.clock.now());
            let session = NewSession { token_hash: sha256(&token), staff_id, form_token, at };
            school.workshop.app.store.begin_session(session).await?;
            let cookie = cookie(token).split(';').next().unwrap_or_default().to_owned();
            staff.cookies.push((role, cookie));
        }
        Ok(staff)
    }

    async fn account(&self, role: Role) -> Outcome<UserId> {
        let (id, school_id, at) = (UserId::random(), self.school.id, self.school.clock.now());
        let (login, name) = (format!("{} who opens pages", role.word()), "Lee Park".to_owned());
        let account = NewAccount { id, school_id, login, name, role, password_hash: String::new(), at };
        self.school.workshop.app.store.add_account(account).await?;
        Ok(id)
    }

    async fn ask(&self, role: Role, head: &str, body: &str) -> Outcome<Message> {
        let cookie = self.cookies.iter().find(|(of, _)| *of == role).map_or("", |(_, cookie)| cookie);
        let head = format!(
            "{head} HTTP/1.1\r\nCookie: {cookie}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded"
        );
        ask(self.school.address, &head, body.as_bytes()).await
    }

    async fn send(&self, role: Role, to: &str, fields: &str) -> Outcome {
        let body = format!("form_token={}&{fields}", self.form_token);
        let answer = self.ask(role, &format!("POST {to}"), &body).await?;
        match answer.status() {
            Some(200 | 303) => Ok(()),
            status => Err(format!("{to} answered with status {status:?}").into()),
        }
    }

    /// Enough that each page has something to show.
    async fn write_something_down(&self) -> Outcome {
        let today = self.school.district.calendar.today;
        let student =
            self.school.most_absent(1).await?.first().copied().ok_or("the school has no student")?;
        let (owner, past) = (self.school.coordinator, self.school.past());
        let last = past.last().ok_or("no school day has passed")?;
        for (role, to, fields) in [
            (Role::Coordinator, "/team/meeting", format!("as_of={last}")),
            (Role::Coordinator, "/staff/resources/new", "name=Pantry&factor_food=yes".to_owned()),
            (Role::Coordinator, "/staff/planning", "follows=0&data=as+recorded".to_owned()),
            (
                Role::Coordinator,
                "/staff/referrals/new",
                format!(
                    "student={student}&kind=food&urgency=this_week&to=Pantry&consent=written&owner={owner}&status=draft"
                ),
            ),
            (Role::Coordinator, "/staff/reports/attendance", String::new()),
            (
                Role::Captain,
                "/district/agreements",
                format!("partner=A+university&purpose=A+study&first={today}&last={}", today.plus(90)),
            ),
        ] {
            self.send(role, to, &fields).await?;
        }
        let page = self.text(Role::Coordinator, "/team/meeting").await?;
        let meeting = page.split("action=\"/team/meeting/").nth(1).and_then(|rest| rest.split('/').next());
        let entries = format!("/team/meeting/{}/entries", meeting.ok_or("the meeting was not begun")?);
        let action = format!("what=action&student={student}&text=Call&owner={owner}&due={}", today.plus(7));
        self.send(Role::Coordinator, &entries, &action).await
    }

    async fn text(&self, role: Role, address: &str) -> Outcome<String> {
        let answer = self.ask(role, &format!("GET {address}"), "").await?;
        if answer.status() == Some(200) {
            Ok(String::from_utf8_lossy(&plain(&answer)?).into_owned())
        } else {
            Ok(String::new())
        }
    }

    /// An address of each page: those without a parameter, and whatever their links lead to, as a person finds it.
    async fn follow_links(&self) -> Outcome<(BTreeMap<&'static str, (Role, String)>, Vec<&'static str>)> {
        let pages = PERMISSIONS.iter().filter_map(|(does, path, access)| match (does, access) {
            (Does::Reads, Access::Only(roles)) if !NOT_PAGES.contains(path) => Some((*path, roles[0])),
            _ => None,
        });
        let pages: Vec<(&'static str, Role)> = pages.collect();
        let mut found: BTreeMap<&'static str, (Role, String)> = BTreeMap::new();
        let mut to_open: Vec<(&'static str, Role, String)> = Vec::new();
        for (path, role) in pages.iter().filter(|(path, _)| !path.contains('{')) {
            to_open.push((path, *role, (*path).to_owned()));
        }
        let mut opened = BTreeSet::new();
        while let Some((route, role, address)) = to_open.pop() {
            if found.contains_key(route) || !opened.insert(address.clone()) {
                continue;
            }
            let text = self.text(role, &address).await?;
            if text.is_empty() {
                continue;
            }
            found.insert(route, (role, address));
            for link in links(&text) {
                for (path, role) in pages.iter().filter(|(path, _)| leads_to(&link, path, &pages)) {
                    to_open.push((path, *role, link.clone()));
                }
            }
        }
        let unseen = pages.iter().map(|(path, _)| *path).filter(|path| !found.contains_key(path)).collect();
        Ok((found, unseen))
    }

    async fn open_again_and_again(&self, role: Role, address: &str) -> Outcome<Page> {
        let (begin, mut times, mut bytes) = (Instant::now(), Vec::with_capacity(VIEWS), 0);
        while times.len() < VIEWS && (times.len() < VIEWS_LEAST || begin.elapsed() < TIME_A_PAGE) {
            let start = Instant::now();
            let page = self.ask(role, &format!("GET {address}"), "").await?;
            times.push(start.elapsed());
            if page.status() != Some(200) {
                return Err(format!("{address} answered with status {:?}", page.status()).into());
            }
            bytes = plain(&page)?.len();
        }
        Ok(Page { views: times.len(), spread: Spread::of(times), bytes })
    }
}

/// Where a page leads to, without questions and places within it.
fn links(page: &str) -> BTreeSet<String> {
    let links = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| format!("/{}", link.split(['?', '#', '&']).next().unwrap_or_default())).collect()
}

/// Whether the router takes that address for this route: each part the same, or a parameter, where no other route has
/// it word for word.
fn leads_to(link: &str, path: &str, pages: &[(&'static str, Role)]) -> bool {
    if pages.iter().any(|(exact, _)| *exact == link) {
        return path == link;
    }
    let (link, path): (Vec<&str>, Vec<&str>) = (link.split('/').collect(), path.split('/').collect());
    let same = |(link, path): (&&str, &&str)| link == path || (path.starts_with('{') && !link.is_empty());
    link.len() == path.len() && link.iter().zip(&path).all(same)
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
                "{VIEWS_LEAST}) of one that takes more than {} s for them. Milliseconds; the ratio is of the medians.",
                TIME_A_PAGE.as_secs()
            ),
        ],
    );
    figure.sentence(&format!(
        "{:<52}{:>24}{:>28}{:>8}{:>8}",
        "", "alone: p50 p95 p99", "in the district", "ratio", "KiB"
    ));
    for (route, page) in &alone.pages {
        let Some(other) = within.pages.get(route) else { continue };
        let ratio = other.spread.p50.as_secs_f64() / page.spread.p50.as_secs_f64();
        let over = if slow(page) || slow(other) { "  OVER" } else { "" };
        figure.sentence(&format!(
            "{route:<52}{:>24}{:>28}{ratio:>8.1}{:>8}{over}",
            three(&page.spread),
            format!("{} ({})", three(&other.spread), other.views),
            page.bytes / 1_024
        ));
    }
    figure.sentence(&format!("Over the budget of {BUDGET} at p99 stands OVER."));
    for (of, unseen) in [("alone", &alone.unseen), ("in the district", &within.unseen)] {
        figure.sentence(&format!("Not measured {of}, for nothing leads there yet: {}.", unseen.join(", ")));
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
