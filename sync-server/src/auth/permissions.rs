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
/// The figures of all schools together; no student stands there (ADR 0011).
const DISTRICT: Access = Only(&[Captain, Auditor]);
/// Whoever answers for the programme in the district.
const CAPTAIN: Access = Only(&[Captain]);
/// Whoever looks whether everything is in order.
const AUDITOR: Access = Only(&[Auditor]);
/// A school's own reports, or the district's months: which of them, the handler says by the role.
const REPORTS: Access = Only(&[Coordinator, Principal, Captain, Auditor]);
/// No student stands there.
const EVERYBODY: Access = Only(&Role::ALL);

/// The table: what is asked, as the router has it, and whose it is.
pub const PERMISSIONS: &[(Does, &str, Access)] = &[
    (Reads, "/sign-in", Anybody),
    (Changes, "/sign-in", Anybody),
    (Changes, "/sign-out", EVERYBODY),
    (Reads, "/language/{language}", Anybody),
    (Reads, "/team/week", TEAM),
    (Reads, "/team/meeting", TEAM),
    (Changes, "/team/meeting", TEAM),
    (Reads, "/team/meeting/students.csv", TEAM),
    (Reads, "/team/meeting/past", TEAM),
    (Reads, "/team/meeting/days", TEAM),
    (Changes, "/team/meeting/days/groups", TEAM),
    (Changes, "/team/meeting/days/groups/{group}/retire", TEAM),
    (Reads, "/team/meeting/{meeting}", TEAM),
    (Changes, "/team/meeting/{meeting}", TEAM),
    (Changes, "/team/meeting/{meeting}/notes", TEAM),
    (Changes, "/team/meeting/{meeting}/entries", TEAM),
    (Changes, "/team/meeting/{meeting}/decisions/{decision}/take-back", TEAM),
    (Reads, "/team/meeting/{meeting}/minutes", TEAM),
    (Reads, "/team/actions", TEAM),
    (Reads, "/team/actions/{action}", TEAM),
    (Changes, "/team/actions/{action}", TEAM),
    // Says only that something happened.
    (Reads, "/team/events", Only(&[Coordinator, Team, Principal, Clerk])),
    (Reads, "/staff/home", LEADS),
    (Reads, "/staff", COORDINATOR),
    (Reads, "/staff/asks", COORDINATOR),
    (Changes, "/staff/asks/{match}/{entry}", COORDINATOR),
    (Reads, "/staff/students", TEAM),
    (Changes, "/staff/students", TEAM),
    (Reads, "/staff/students/{student}", TEAM),
    (Reads, "/staff/students/{student}/record", COORDINATOR),
    (Changes, "/staff/students/{student}/export", COORDINATOR),
    (Changes, "/staff/students/{student}/amendments", COORDINATOR),
    (Reads, "/staff/referrals", TEAM),
    (Reads, "/staff/referrals/new", TEAM),
    (Changes, "/staff/referrals/new", TEAM),
    (Reads, "/staff/referrals/{referral}", TEAM),
    (Changes, "/staff/referrals/{referral}", TEAM),
    (Reads, "/staff/candidates", TEAM),
    (Reads, "/staff/candidates/{student}", TEAM),
    (Changes, "/staff/candidates/{student}", TEAM),
    (Changes, "/staff/candidates/{student}/profile", TEAM),
    (Reads, "/staff/candidates/{student}/mentors", COORDINATOR),
    (Reads, "/staff/candidates/{student}/mentors/{mentor}", COORDINATOR),
    (Changes, "/staff/candidates/{student}/mentors/{mentor}", COORDINATOR),
    (Reads, "/staff/matches", COORDINATOR),
    (Changes, "/staff/matches/rules", COORDINATOR),
    (Changes, "/staff/matches/new", COORDINATOR),
    (Reads, "/staff/matches/{match}", COORDINATOR),
    (Changes, "/staff/matches/{match}/notices", COORDINATOR),
    (Changes, "/staff/matches/{match}/basis", COORDINATOR),
    (Changes, "/staff/matches/{match}/steps", COORDINATOR),
    (Reads, "/staff/matches/{match}/letter", COORDINATOR),
    (Reads, "/staff/safety", EVERYBODY),
    (Reads, "/staff/resources", TEAM),
    (Reads, "/staff/resources/new", LEADS),
    (Changes, "/staff/resources/new", LEADS),
    (Reads, "/staff/resources/{resource}", LEADS),
    (Changes, "/staff/resources/{resource}", LEADS),
    (Reads, "/staff/school", COORDINATOR),
    (Changes, "/staff/school", COORDINATOR),
    (Changes, "/staff/mentors", COORDINATOR),
    (Reads, "/staff/mentors/new", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}/application", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/application", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/screenings", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/trainings", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/documents", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}/agreement", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/agreement", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/decisions", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/taken-back", COORDINATOR),
    (Reads, "/staff/mentors/{mentor}/students", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/students", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/matches", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/matches/{match}/wake-up-calls", COORDINATOR),
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
    (Reads, "/staff/numbers", COORDINATOR),
    (Reads, "/staff/numbers/{guardian}", COORDINATOR),
    (Changes, "/staff/numbers/{guardian}", COORDINATOR),
    (Reads, "/staff/closing", COORDINATOR),
    (Reads, "/staff/closing/{match}", COORDINATOR),
    (Changes, "/staff/closing/{match}", COORDINATOR),
    (Changes, "/staff/closing/{match}/steps", COORDINATOR),
    (Changes, "/staff/closing/{match}/end", COORDINATOR),
    (Changes, "/staff/closing/{match}/next", COORDINATOR),
    (Reads, "/staff/closing/{match}/hand-over", COORDINATOR),
    (Changes, "/staff/closing/{match}/hand-over", COORDINATOR),
    (Reads, "/staff/closing/{match}/certificate", COORDINATOR),
    (Reads, "/staff/closing/{match}/thank-you", COORDINATOR),
    (Reads, "/staff/reviews", COORDINATOR),
    (Reads, "/staff/reviews/{match}", COORDINATOR),
    (Changes, "/staff/reviews/{match}", COORDINATOR),
    (Reads, "/staff/substitutes", COORDINATOR),
    (Reads, "/staff/substitutes/{match}", COORDINATOR),
    (Changes, "/staff/substitutes/{match}", COORDINATOR),
    (Changes, "/staff/substitutes/{match}/renew", COORDINATOR),
    (Reads, "/staff/rollover", COORDINATOR),
    (Changes, "/staff/rollover", COORDINATOR),
    (Reads, "/staff/support", COORDINATOR),
    (Reads, "/staff/support/groups", COORDINATOR),
    (Changes, "/staff/support/groups", COORDINATOR),
    (Reads, "/staff/support/{mentor}", COORDINATOR),
    (Changes, "/staff/support/{mentor}", COORDINATOR),
    (Changes, "/staff/support/{mentor}/pulse", COORDINATOR),
    (Reads, "/staff/support/{mentor}/sheet", COORDINATOR),
    (Reads, "/staff/thanks", COORDINATOR),
    (Changes, "/staff/thanks", COORDINATOR),
    (Reads, "/staff/thanks/{mentor}", COORDINATOR),
    (Reads, "/staff/readiness", LEADS),
    (Changes, "/staff/readiness", LEADS),
    (Reads, "/staff/reflections", TEAM),
    (Changes, "/staff/reflections", LEADS),
    (Reads, "/staff/reports", REPORTS),
    (Reads, "/staff/reports/{report}", REPORTS),
    // The district's months are frozen by being read.
    (Changes, "/staff/reports/{report}", LEADS),
    (Reads, "/staff/reports/{report}/{face}", REPORTS),
    (Reads, "/staff/reports/frozen/{snapshot}", REPORTS),
    (Reads, "/staff/reports/frozen/{snapshot}/{face}", REPORTS),
    (Reads, "/staff/variants", COORDINATOR),
    (Changes, "/staff/variants/{match}", COORDINATOR),
    (Reads, "/district", DISTRICT),
    (Reads, "/district/access", AUDITOR),
    (Changes, "/district/access", AUDITOR),
    (Reads, "/district/access.csv", AUDITOR),
    (Reads, "/district/agreements", DISTRICT),
    (Changes, "/district/agreements", CAPTAIN),
    (Reads, "/district/agreements/{agreement}", DISTRICT),
    (Changes, "/district/agreements/{agreement}/end", CAPTAIN),
    (Changes, "/district/agreements/{agreement}/file", CAPTAIN),
    (Reads, "/district/disclosures", DISTRICT),
    (Reads, "/district/impact", DISTRICT),
    (Reads, "/district/readiness", DISTRICT),
    (Reads, "/district/self-check", DISTRICT),
    (Changes, "/district/self-check", CAPTAIN),
    (Reads, "/district/variants", DISTRICT),
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
