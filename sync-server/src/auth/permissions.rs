//! Who may do what: one row for each page and form, looked at before any handler runs. What has no row is not there
//! for anybody, so that a new page is shut until somebody decides whose it is, and whether a session alone opens it.

use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::proof::proven;
use super::session::{session_of, token_hash};
use crate::app::App;
use crate::pages::PageError;
use crate::store::accounts::Role;

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
    /// Whoever is signed in, even with a password alone whose time is over: how they sign in is everybody's own.
    Own,
    /// The same, with a proof of identity of the last five minutes.
    OwnProven,
    /// Whoever is signed in with one of these roles.
    Only(&'static [Role]),
    /// The same, with a proof of identity of the last five minutes: what leaves the server as a file, who may come in,
    /// and what undoes other people's work.
    Proven(&'static [Role]),
}

impl Access {
    /// The roles to which it is open; none when nobody needs to sign in.
    pub fn roles(self) -> Option<&'static [Role]> {
        match self {
            Anybody => None,
            Own | OwnProven => Some(&Role::ALL),
            Only(roles) | Proven(roles) => Some(roles),
        }
    }

    /// Whether a session alone is not enough.
    pub fn wants_proof(self) -> bool {
        matches!(self, OwnProven | Proven(_))
    }

    /// Whether it is about nothing but how somebody signs in.
    pub fn is_own(self) -> bool {
        matches!(self, Own | OwnProven)
    }
}

use Access::{Anybody, Only, Own, OwnProven, Proven};
use Does::{Changes, Reads};
use Role::{Auditor, Captain, Clerk, Coordinator, Principal, Team};

const COORDINATOR: Access = Only(&[Coordinator]);
const COORDINATOR_PROVEN: Access = Proven(&[Coordinator]);
/// Names of students, and what was done with them.
const TEAM: Access = Only(&[Coordinator, Team, Principal]);
const TEAM_PROVEN: Access = Proven(&[Coordinator, Team, Principal]);
/// Whoever keeps the school's data.
const RECORDS: Access = Only(&[Coordinator, Clerk]);
const RECORDS_PROVEN: Access = Proven(&[Coordinator, Clerk]);
/// Whoever answers for the school's plan.
const LEADS: Access = Only(&[Coordinator, Principal]);
const LEADS_PROVEN: Access = Proven(&[Coordinator, Principal]);
/// The figures of all schools together; no student stands there (ADR 0011).
const DISTRICT: Access = Only(&[Captain, Auditor]);
/// Whoever answers for the programme in the district.
const CAPTAIN: Access = Only(&[Captain]);
const CAPTAIN_PROVEN: Access = Proven(&[Captain]);
/// Whoever looks whether everything is in order.
const AUDITOR: Access = Only(&[Auditor]);
const AUDITOR_PROVEN: Access = Proven(&[Auditor]);
/// A school's own reports, or the district's months: which of them, the handler says by the role.
const REPORTS: Access = Only(&[Coordinator, Principal, Captain, Auditor]);
const REPORTS_PROVEN: Access = Proven(&[Coordinator, Principal, Captain, Auditor]);
/// No student stands there.
const EVERYBODY: Access = Only(&Role::ALL);

/// The table: what is asked, as the router has it, and whose it is.
pub const PERMISSIONS: &[(Does, &str, Access)] = &[
    (Reads, "/sign-in", Anybody),
    (Changes, "/sign-in", Anybody),
    (Reads, "/sign-in/code", Anybody),
    (Changes, "/sign-in/code", Anybody),
    (Changes, "/sign-in/passkey", Anybody),
    (Changes, "/sign-in/passkey/options", Anybody),
    (Reads, "/sign-in/district", Anybody),
    (Reads, "/sign-in/district/again", Own),
    (Reads, "/sign-in/district/back", Anybody),
    (Reads, "/sign-in/district/connect/{code}", Anybody),
    (Reads, "/sign-in/district/connect/{code}/go", Anybody),
    (Reads, "/sign-in/new-password", Anybody),
    (Changes, "/sign-in/new-password", Anybody),
    (Reads, "/sign-in/again", Own),
    (Changes, "/sign-in/again", OwnProven),
    (Reads, "/setup", Anybody),
    (Changes, "/setup", Anybody),
    (Changes, "/sign-out", Own),
    (Reads, "/account", Own),
    (Reads, "/account/authenticator", Own),
    (Changes, "/account/authenticator", OwnProven),
    (Changes, "/account/authenticator/remove", OwnProven),
    (Changes, "/account/recovery-codes", OwnProven),
    (Changes, "/account/passkeys", OwnProven),
    (Reads, "/account/passkeys/new", OwnProven),
    (Changes, "/account/passkeys/remove", OwnProven),
    (Changes, "/account/password", OwnProven),
    (Changes, "/account/sessions/end", Own),
    (Changes, "/account/sessions/end-others", Own),
    (Reads, "/language/{language}", Anybody),
    (Reads, "/team/week", TEAM),
    (Reads, "/team/meeting", TEAM),
    (Changes, "/team/meeting", TEAM),
    (Reads, "/team/meeting/students.csv", TEAM_PROVEN),
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
    (Reads, "/staff/accounts", COORDINATOR),
    (Changes, "/staff/accounts/{staff}/link", COORDINATOR_PROVEN),
    (Changes, "/staff/accounts/{staff}/back-to-password", COORDINATOR_PROVEN),
    (Reads, "/staff/asks", COORDINATOR),
    (Changes, "/staff/asks/{match}/{entry}", COORDINATOR),
    (Reads, "/staff/students", TEAM),
    (Changes, "/staff/students", TEAM),
    (Reads, "/staff/students/{student}", TEAM),
    (Reads, "/staff/students/{student}/record", COORDINATOR),
    (Changes, "/staff/students/{student}/export", COORDINATOR_PROVEN),
    (Changes, "/staff/students/{student}/amendments", COORDINATOR),
    (Reads, "/staff/glass", LEADS),
    (Changes, "/staff/glass", LEADS_PROVEN),
    (Reads, "/staff/glass/{glass}", LEADS),
    (Changes, "/staff/glass/{glass}/mend", LEADS),
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
    (Reads, "/staff/matches/{match}/fields", COORDINATOR),
    (Changes, "/staff/matches/{match}/fields", COORDINATOR),
    (Changes, "/staff/matches/{match}/fields/{grant}/end", COORDINATOR),
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
    (Changes, "/staff/mentors/{mentor}/invite", COORDINATOR_PROVEN),
    (Reads, "/staff/mentors/{mentor}/pairing", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/pairing", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/devices/{device}/revoke", COORDINATOR),
    (Changes, "/staff/mentors/{mentor}/handed-in", COORDINATOR),
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
    (Reads, "/staff/reports/{report}/{face}", REPORTS_PROVEN),
    (Reads, "/staff/reports/frozen/{snapshot}", REPORTS),
    (Reads, "/staff/reports/frozen/{snapshot}/{face}", REPORTS_PROVEN),
    (Reads, "/staff/variants", COORDINATOR),
    (Changes, "/staff/variants/{match}", COORDINATOR),
    (Reads, "/district", DISTRICT),
    (Reads, "/district/access", AUDITOR),
    (Changes, "/district/access", AUDITOR),
    (Reads, "/district/access.csv", AUDITOR_PROVEN),
    (Reads, "/district/agreements", DISTRICT),
    (Changes, "/district/agreements", CAPTAIN),
    (Reads, "/district/agreements/{agreement}", DISTRICT),
    (Changes, "/district/agreements/{agreement}/end", CAPTAIN),
    (Changes, "/district/agreements/{agreement}/file", CAPTAIN_PROVEN),
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
    (Changes, "/staff/imports/{batch}/undo", RECORDS_PROVEN),
];

/// What asks without a person who signs in, and by what it is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A paired phone's token, or its proof (`auth::device`).
    PhoneToken,
    /// The proof of a phone that is shut out (`auth::device`).
    ShutOut,
    /// A code from the coordinator's page, once, or the nonce of the phone that asked with it (`service::pairing`).
    PairingCode,
    /// Nothing: files of ours, counts. No student stands there.
    Open,
}

/// The rest of the table: routes that nobody signs in for. A route that stands in neither half fails the tests.
pub const DOORS: &[(Does, &str, Door)] = &[
    (Changes, "/v1/pair", Door::PairingCode),
    (Changes, "/v1/pair/answer", Door::PairingCode),
    (Changes, "/v1/hand-in", Door::ShutOut),
    (Changes, "/v1/wiped", Door::ShutOut),
    (Changes, "/v1/sync", Door::PhoneToken),
    (Reads, "/v1/events", Door::PhoneToken),
    (Reads, "/healthz", Door::Open),
    (Reads, "/readyz", Door::Open),
    (Reads, "/metrics", Door::Open),
    (Reads, "/openapi.json", Door::Open),
    (Reads, "/", Door::Open),
    (Reads, "/today", Door::Open),
    (Reads, "/door", Door::Open),
    (Reads, "/students", Door::Open),
    (Reads, "/students/{id}", Door::Open),
    (Reads, "/students/{id}/{page}", Door::Open),
    (Reads, "/pair", Door::Open),
    (Reads, "/assets/team.css", Door::Open),
    (Reads, "/assets/team/{file}", Door::Open),
];

/// Whether somebody with this role may; pages offer nothing else.
pub fn may(role: Role, does: Does, path: &str) -> bool {
    access(does, path).is_some_and(|access| access.roles().is_none_or(|roles| roles.contains(&role)))
}

fn access(does: Does, path: &str) -> Option<Access> {
    let row = PERMISSIONS.iter().find(|(of, at, _)| *of == does && *at == path);
    row.map(|(_, _, access)| *access)
}

/// Lets a request through to its handler, which learns from it who asks.
pub async fn only_permitted(State(app): State<App>, request: Request, next: Next) -> Response {
    match permitted(&app, request).await {
        Ok(request) => next.run(request).await,
        Err(response) => response,
    }
}

async fn permitted(app: &App, request: Request) -> Result<Request, Response> {
    let (mut parts, body) = request.into_parts();
    let access = access_of(&parts).ok_or_else(|| not_there(&parts))?;
    let Some(roles) = access.roles() else { return Ok(Request::from_parts(parts, body)) };
    let session = session_of(&parts, app).await.map_err(PageError::into_response)?;
    if !roles.contains(&session.who.role) {
        return Err(PageError::NotYours.into_response());
    }
    let is_over = session.who.second_factor_by.is_some_and(|by| by <= app.clock.now());
    if is_over && !access.is_own() {
        return Err(PageError::PasswordAlone.into_response());
    }
    parts.extensions.insert(session.who.clone());
    let token_hash = token_hash(&parts);
    let request = Request::from_parts(parts, body);
    match token_hash.filter(|_| access.wants_proof()) {
        Some(token_hash) => proven(app, &session, token_hash, request).await,
        None => Ok(request),
    }
}

fn access_of(parts: &Parts) -> Option<Access> {
    Does::of(&parts.method).and_then(|does| access(does, path_of(parts)))
}

fn path_of(parts: &Parts) -> &str {
    parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str)
}

/// What has no row: an address that can be asked otherwise says how, any other is not there.
fn not_there(parts: &Parts) -> Response {
    let path = path_of(parts);
    let allowed = match (access(Does::Reads, path), access(Does::Changes, path)) {
        (None, None) => return PageError::NotFound.into_response(),
        (Some(_), None) => "GET, HEAD",
        (None, Some(_)) => "POST",
        (Some(_), Some(_)) => "GET, HEAD, POST",
    };
    (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, allowed)]).into_response()
}
