//! One of each role at a browser: signing in, sending forms, following links, and looking at a page again and again.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use daymark_domain::UserId;
use daymark_server::auth::permissions::{Access, Does, PERMISSIONS};
use daymark_server::auth::session::cookie;
use daymark_server::auth::{hex, secret, sha256};
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::sessions::{How, NewSession};

use super::{TIME_A_PAGE, VIEWS, VIEWS_LEAST, WITHOUT_END};
use crate::Outcome;
use crate::browser_link::plain;
use crate::http::{Message, ask, first_of};
use crate::machine::computed;
use crate::report::Spread;
use crate::school::School;

/// No link leads there but the answer to an upload.
const JOB: &str = "/staff/imports/jobs/{job}";

/// What was measured of a page.
pub(super) struct Page {
    pub(super) spread: Spread,
    /// Of server and browser together, on the average.
    pub(super) computed: Duration,
    pub(super) views: usize,
    pub(super) bytes: usize,
}

/// One of each role, signed in.
pub(super) struct Staff<'a> {
    pub(super) school: &'a School,
    cookies: Vec<(Role, String)>,
    /// The same in all sessions.
    form_token: String,
}

impl<'a> Staff<'a> {
    pub(super) async fn at_their_browsers(school: &'a School) -> Outcome<Self> {
        let mut staff = Self { school, cookies: Vec::new(), form_token: hex(&secret()) };
        for role in Role::ALL {
            let (token, staff_id) = (secret(), staff.account(role).await?);
            let (form_token, at) = (staff.form_token.clone(), school.clock.now());
            let session = NewSession {
                token_hash: sha256(&token),
                staff_id,
                form_token,
                browser: String::new(),
                at,
                how: How::Password,
                second_step_elsewhere: false,
            };
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

    fn head(&self, role: Role, head: &str, kind: &str) -> String {
        let cookie = self.cookies.iter().find(|(of, _)| *of == role).map_or("", |(_, cookie)| cookie);
        format!(
            "{head} HTTP/1.1\r\nCookie: {cookie}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: {kind}"
        )
    }

    async fn get(&self, role: Role, address: &str) -> Outcome<Message> {
        let head = self.head(role, &format!("GET {address}"), "text/plain");
        match address == WITHOUT_END {
            true => first_of(self.school.address, &head).await,
            false => ask(self.school.address, &head, b"").await,
        }
    }

    /// Sends a file on its way; the address of what becomes of it.
    pub(super) async fn send_file(&self, role: Role, to: &str, file: &str) -> Outcome<String> {
        let token = &self.form_token;
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"any.csv\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n{file}\r\n--b--\r\n"
        );
        let head = self.head(role, &format!("POST {to}"), "multipart/form-data; boundary=b");
        taken(to, &ask(self.school.address, &head, body.as_bytes()).await?)
    }

    pub(super) async fn send(&self, role: Role, to: &str, fields: &str) -> Outcome {
        let body = format!("form_token={}&{fields}", self.form_token);
        let head = self.head(role, &format!("POST {to}"), "application/x-www-form-urlencoded");
        taken(to, &ask(self.school.address, &head, body.as_bytes()).await?).map(drop)
    }

    pub(super) async fn text(&self, role: Role, address: &str) -> Outcome<String> {
        let answer = self.get(role, address).await?;
        if answer.status() == Some(200) {
            Ok(String::from_utf8_lossy(&plain(&answer)?).into_owned())
        } else {
            Ok(String::new())
        }
    }

    /// An address of each page: those without a parameter, and whatever their links lead to, as a person finds it.
    pub(super) async fn follow_links(
        &self,
        job: &str,
    ) -> Outcome<(BTreeMap<&'static str, (Role, String)>, Vec<&'static str>)> {
        let pages = PERMISSIONS.iter().filter_map(|(does, path, access)| match (does, access) {
            (Does::Reads, Access::Only(roles)) => Some((*path, roles[0])),
            _ => None,
        });
        let pages: Vec<(&'static str, Role)> = pages.collect();
        let mut found: BTreeMap<&'static str, (Role, String)> = BTreeMap::new();
        let mut to_open: Vec<(&'static str, Role, String)> = Vec::new();
        for (path, role) in pages.iter().filter(|(path, _)| !path.contains('{')) {
            to_open.push((path, *role, (*path).to_owned()));
        }
        to_open.push((JOB, Role::Coordinator, job.to_owned()));
        let (mut opened, mut asked) = (BTreeSet::new(), Vec::new());
        // Links with a question come last: most pages are the same page without one.
        while let Some((route, role, address)) = to_open.pop().or_else(|| asked.pop()) {
            if found.contains_key(route) || !opened.insert(address.clone()) {
                continue;
            }
            let text = self.text(role, &address).await?;
            if text.is_empty() && route != WITHOUT_END {
                continue;
            }
            found.insert(route, (role, address));
            for (link, question) in links(&text) {
                for (path, role) in pages.iter().filter(|(path, _)| leads_to(&link, path, &pages)) {
                    to_open.push((path, *role, link.clone()));
                    asked.extend(
                        question.as_ref().map(|question| (*path, *role, format!("{link}?{question}"))),
                    );
                }
            }
        }
        let unseen = pages.iter().map(|(path, _)| *path).filter(|path| !found.contains_key(path)).collect();
        Ok((found, unseen))
    }

    pub(super) async fn open_again_and_again(&self, role: Role, address: &str) -> Outcome<Page> {
        let (begin, mut times, mut bytes) = (Instant::now(), Vec::with_capacity(VIEWS), 0);
        let before = computed()?;
        while times.len() < VIEWS && (times.len() < VIEWS_LEAST || begin.elapsed() < TIME_A_PAGE) {
            let start = Instant::now();
            let page = self.get(role, address).await?;
            times.push(start.elapsed());
            if page.status() != Some(200) {
                return Err(format!("{address} answered with status {:?}", page.status()).into());
            }
            bytes = plain(&page)?.len();
        }
        let views = times.len();
        let computed = computed()?.saturating_sub(before) / u32::try_from(views)?;
        Ok(Page { views, computed, spread: Spread::of(times), bytes })
    }
}

/// Where an answer that took a form leads to.
fn taken(to: &str, answer: &Message) -> Outcome<String> {
    match answer.status() {
        Some(200 | 303) => Ok(answer.header("location").unwrap_or_default().to_owned()),
        status => Err(format!("{to} answered with status {status:?}").into()),
    }
}

/// Where a page leads to, each with the question that it asks there.
fn links(page: &str) -> BTreeSet<(String, Option<String>)> {
    let links = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    let links = links.map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
    let parts = |link: String| {
        let place = link.split('#').next().unwrap_or_default();
        let (path, question) = place.split_once('?').map_or((place, None), |(path, asks)| (path, Some(asks)));
        (format!("/{path}"), question.map(str::to_owned))
    };
    links.map(parts).collect()
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
