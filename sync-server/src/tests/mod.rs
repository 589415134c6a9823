//! The server as browsers and phones meet it: whole requests through the whole router, no port.

mod account;
mod asks;
mod audit_walk;
mod canaries;
mod district;
mod district_sign_in;
mod field_walk;
mod furnished;
mod glass;
mod handed_in;
mod home;
mod imports;
mod keeping;
mod language;
mod matching;
mod meeting;
mod mentors;
mod names;
mod numbers;
mod operations;
mod pairing;
mod permissions;
mod planning;
mod plans;
mod proof;
mod reading;
mod referrals;
mod roles;
mod school_help;
mod school_year;
mod second_factor;
mod serving;
mod setup;
mod sign_in;
mod sign_in_record;
mod student;
mod tenants;
mod threats;
mod unread;
mod week;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use daymark_domain::{SchoolId, UserId};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::auth::password;
use crate::store::accounts::{AccountStore, NewAccount, Role};
use crate::store::contract::{NOON, Seed};
use crate::store::factors::FactorStore;
use crate::store::sqlite::SqliteStore;
use crate::{App, Clock, Settings};

const PASSWORD: &str = "a sentence that is long";

/// A server with one school, and a clock that the test steps.
struct Server {
    app: App,
    store: SqliteStore,
    school: SchoolId,
    hand: Arc<AtomicI64>,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Server {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        let school = store.seed_school("Lincoln Middle").await;
        let hand = Arc::new(AtomicI64::new(NOON));
        let clock = Clock::stepped(hand.clone());
        let app = App::new(Arc::new(store.clone()), clock, Settings::default());
        Self { app, store, school, hand, _folder: folder }
    }

    fn folder(&self) -> &std::path::Path {
        self._folder.path()
    }

    fn step(&self, seconds: i64) {
        self.hand.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody whose password alone is enough for longer than any test lasts.
    async fn account(&self, school_id: SchoolId, login: &str, role: Role) -> UserId {
        let id = self.new_account(school_id, login, role).await;
        self.store.second_factor_by(id, NOON + 10 * 365 * 86_400).await.unwrap();
        id
    }

    /// Somebody who never signed in.
    async fn new_account(&self, school_id: SchoolId, login: &str, role: Role) -> UserId {
        let id = UserId::random();
        let password_hash = password::hash(PASSWORD).unwrap();
        let (login, name) = (login.to_owned(), format!("Name of {login}"));
        let account = NewAccount { id, school_id, login, name, role, password_hash, at: NOON };
        self.store.add_account(account).await.unwrap();
        id
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = crate::app(self.app.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        // Events have no end: that they begin is the answer.
        let is_endless =
            parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if is_endless { Body::empty() } else { body };
        let body = to_bytes(body, 4 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn try_password(&self, login: &str, password: &str) -> Answer {
        let fields = format!("login={login}&password={}", password.replace(' ', "+"));
        self.send(from_our_page("/sign-in").body(Body::from(fields)).unwrap()).await
    }

    /// Adds the account and signs it in.
    async fn signed_in(&self, login: &str, role: Role) -> Browser<'_> {
        self.account(self.school, login, role).await;
        self.browser(login).await
    }

    async fn browser(&self, login: &str) -> Browser<'_> {
        let answer = self.try_password(login, PASSWORD).await;
        self.came_in(&answer).await
    }

    /// The browser that was just let in.
    async fn came_in(&self, answer: &Answer) -> Browser<'_> {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let cookie = cookie_of(answer);
        let mut browser = Browser { server: self, cookie, form_token: String::new() };
        let week = browser.get("/team/week").await;
        let page = if week.status == StatusCode::OK { week } else { browser.get(goes_to(answer)).await };
        browser.form_token = between(&page.body, "name=\"form_token\" value=\"", "\"").to_owned();
        browser
    }
}

/// A signed-in browser.
struct Browser<'a> {
    server: &'a Server,
    cookie: String,
    form_token: String,
}

impl Browser<'_> {
    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::HOST, "daymark.example.org")
            .header(header::COOKIE, &self.cookie);
        let request = request.body(Body::empty()).unwrap();
        self.server.send(request).await
    }

    async fn post(&self, path: &str, fields: &str) -> Answer {
        let fields = format!("form_token={}&{fields}", self.form_token);
        let request =
            from_our_page(path).header(header::COOKIE, &self.cookie).body(Body::from(fields)).unwrap();
        self.server.send(request).await
    }
}

/// The cookie that an answer sets, as the browser sends it back.
fn cookie_of(answer: &Answer) -> String {
    answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
}

/// A form as a browser sends it from one of our pages.
fn from_our_page(path: &str) -> axum::http::request::Builder {
    Request::post(path)
        .header(header::HOST, "daymark.example.org")
        .header(header::ORIGIN, "https://daymark.example.org")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

/// The script that keeps a page fresh, from a file, and no other.
fn has_our_script_only(page: &str) -> bool {
    page.matches("<script").count() == 1 && page.contains("<script type=\"module\" src=\"/assets/team/live.")
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} is missing in {text}"));
    rest.split_once(after).unwrap().0
}

fn goes_to(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.headers[header::LOCATION].to_str().unwrap()
}
