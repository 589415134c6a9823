//! Who may do what: one row for each page and form, looked at before any handler runs. What has no row is not there
//! for anybody, so that a new page is shut until somebody decides whose it is.

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::session::signed_in;
use crate::app::App;
use crate::pages::PageError;
use crate::store::accounts::Role;
use crate::store::sessions::SignedIn;

/// What a request does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Does {
    /// Shows a page.
    Reads,
    /// Sends a form.
    Changes,
}

impl Does {
    fn of(method: &Method) -> Option<Self> {
        match *method {
            Method::GET | Method::HEAD => Some(Self::Reads),
            Method::POST => Some(Self::Changes),
            _ => None,
        }
    }
}

/// Whose it is.
#[derive(Clone, Copy, Debug)]
pub enum Access {
    /// Signed in or not.
    Anybody,
    /// Whoever is signed in with one of these roles.
    Only(&'static [Role]),
}

use Access::{Anybody, Only};
use Does::{Changes, Reads};
use Role::{Auditor, Captain, Clerk, Coordinator, Principal, Team};

const COORDINATOR: Access = Only(&[Coordinator]);
/// Names of students, and what was done with them.
const TEAM: Access = Only(&[Coordinator, Team, Principal]);
/// Whoever keeps the school's data.
const RECORDS: Access = Only(&[Coordinator, Clerk]);
/// Whoever answers for the school's plan.
const LEADS: Access = Only(&[Coordinator, Principal]);
/// No student stands there.
const EVERYBODY: Access = Only(&Role::ALL);

/// The table: what is asked, as the router has it, and whose it is.
pub const PERMISSIONS: &[(Does, &str, Access)] = &[
    (Reads, "/sign-in", Anybody),
    (Changes, "/sign-in", Anybody),
    (Changes, "/sign-out", EVERYBODY),
    (Reads, "/language/{language}", Anybody),
    (Reads, "/team/week", TEAM),
    (Reads, "/staff", COORDINATOR),
    (Reads, "/staff/asks", COORDINATOR),
    (Changes, "/staff/asks/{match}/{entry}", COORDINATOR),
    (Reads, "/staff/students", TEAM),
    (Changes, "/staff/students", TEAM),
    (Reads, "/staff/students/{student}", TEAM),
    (Reads, "/staff/students/{student}/record", COORDINATOR),
    (Changes, "/staff/students/{student}/amendments", COORDINATOR),
    (Reads, "/staff/referrals", TEAM),
    (Reads, "/staff/referrals/new", TEAM),
    (Changes, "/staff/referrals/new", TEAM),
    (Reads, "/staff/referrals/{referral}", TEAM),
    (Changes, "/staff/referrals/{referral}", TEAM),
    (Reads, "/staff/safety", EVERYBODY),
    (Reads, "/staff/resources", TEAM),
    (Reads, "/staff/resources/new", LEADS),
    (Changes, "/staff/resources/new", LEADS),
    (Reads, "/staff/resources/{resource}", LEADS),
    (Changes, "/staff/resources/{resource}", LEADS),
    (Reads, "/staff/school", COORDINATOR),
    (Changes, "/staff/school", COORDINATOR),
    (Changes, "/staff/mentors", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}/students", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/students", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/matches", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/matches/{match}/wake-up-calls", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/matches/{match}/end", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/invite", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/devices/{device}/revoke", COORDINATOR),
    (Reads, "/staff/planning", Only(&[Coordinator, Team, Principal, Captain, Auditor])),
    (Changes, "/staff/planning", LEADS),
    (Reads, "/staff/planning/{version}", Only(&[Coordinator, Team, Principal, Captain, Auditor])),
    (Reads, "/staff/checklist", EVERYBODY),
    (Changes, "/staff/checklist/{step}", Only(&[Coordinator, Principal, Captain])),
    (Reads, "/staff/kick-off", EVERYBODY),
    (Changes, "/staff/kick-off", LEADS),
    (Reads, "/staff/kick-off/{sheet}", EVERYBODY),
    (Reads, "/staff/imports", RECORDS),
    (Reads, "/staff/imports/new/{kind}", RECORDS),
    (Changes, "/staff/imports/files/{kind}", RECORDS),
    (Reads, "/staff/imports/jobs/{job}", RECORDS),
    (Changes, "/staff/imports/jobs/{job}", RECORDS),
    (Reads, "/staff/imports/{batch}", RECORDS),
    (Changes, "/staff/imports/{batch}/undo", RECORDS),
];

/// Whether somebody with this role may; pages offer nothing else.
pub fn may(role: Role, does: Does, path: &str) -> bool {
    match access(does, path) {
        Some(Anybody) => true,
        Some(Only(roles)) => roles.contains(&role),
        None => false,
    }
}

fn access(does: Does, path: &str) -> Option<Access> {
    let row = PERMISSIONS.iter().find(|(of, at, _)| *of == does && *at == path);
    row.map(|(_, _, access)| *access)
}

/// Lets a request through to its handler, which learns from it who asks.
pub async fn only_permitted(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match permitted(&parts, &app).await {
        Ok(who) => {
            if let Some(who) = who {
                parts.extensions.insert(who);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(error) => error.into_response(),
    }
}

async fn permitted(parts: &Parts, app: &App) -> Result<Option<SignedIn>, PageError> {
    let path = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
    match Does::of(&parts.method).and_then(|does| access(does, path)).ok_or(PageError::NotFound)? {
        Anybody => Ok(None),
        Only(roles) => {
            let who = signed_in(parts, app).await?;
            if roles.contains(&who.role) { Ok(Some(who)) } else { Err(PageError::NotYours) }
        }
    }
}
