//! The table of contents: every address that this server answers, and what all of them share.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::auth::csrf::refuse_forged;
use crate::auth::permissions::only_permitted;
use crate::handlers::{
    asks, checklist, events, health, imports, kick_off, language, matches, mentors, pairing, planning,
    referrals, resources, school, sign_in, students, sync, web_app, week,
};
use crate::problem::Problem;
use crate::{headers, metrics};

const BODY_BYTES_MAX: usize = 256 * 1024;
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
const UPLOAD_WITHIN: Duration = Duration::from_secs(15 * 60);
const REQUESTS_AT_ONCE: usize = 512;

/// All routes with all that wraps them; the outermost layer stands last.
pub fn router(app: App) -> Router {
    let room = Arc::new(Semaphore::new(REQUESTS_AT_ONCE));
    Router::new()
        .merge(phones())
        .merge(staff(&app))
        .merge(operators())
        .merge(mentors_app())
        // Inside of compression, which would have packed the page that this replaces.
        .layer(middleware::from_fn(language::say_errors))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(CompressionLayer::new())
        // Handlers read the body before they answer, so this bounds a slow body too.
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_WITHIN))
        .merge(uploads(&app))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| Problem::INTERNAL.into_response()))
        .layer(middleware::from_fn_with_state(room, shed_load))
        .layer(middleware::from_fn_with_state(app.clone(), headers::secure))
        .layer(middleware::from_fn_with_state(app.clone(), metrics::observe))
        .with_state(app)
}

/// Paired phones; a token in a header, no cookie, so no form of another site can speak for them.
fn phones() -> Router<App> {
    Router::new()
        .route("/v1/pair", post(pairing::pair))
        .route("/v1/sync", post(sync::sync))
        .route("/v1/events", get(events::events))
}

/// People who sign in; whose each page is stands in `auth::permissions`.
fn staff(app: &App) -> Router<App> {
    Router::new()
        .route("/sign-in", get(sign_in::form).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/language/{language}", get(language::choose))
        .route("/team/week", get(week::week))
        .route("/staff", get(mentors::mentors))
        .route("/staff/asks", get(asks::asks))
        .route("/staff/asks/{match}/{entry}", post(asks::answer))
        .route("/staff/students", get(students::search_form).post(students::find))
        .route("/staff/students/{student}", get(students::student))
        .route("/staff/students/{student}/record", get(students::record))
        .route("/staff/students/{student}/amendments", post(students::amend))
        .route("/staff/referrals", get(referrals::referrals))
        .route("/staff/referrals/new", get(referrals::new_form).post(referrals::add))
        .route("/staff/referrals/{referral}", get(referrals::referral).post(referrals::step))
        .route("/staff/safety", get(referrals::safety))
        .route("/staff/resources", get(resources::resources))
        .route("/staff/resources/new", get(resources::new_form).post(resources::add))
        .route("/staff/resources/{resource}", get(resources::resource).post(resources::change))
        .route("/staff/school", get(school::help).post(school::set_help))
        .route("/staff/mentors", post(mentors::add_mentor))
        .route("/staff/mentors/{mentor}", get(mentors::mentor))
        .route("/staff/mentors/{mentor}/students", get(matches::search_form).post(matches::find_students))
        .route("/staff/mentors/{mentor}/matches", post(matches::add_match))
        .route("/staff/mentors/{mentor}/matches/{match}/wake-up-calls", post(matches::set_wake_up_calls))
        .route("/staff/mentors/{mentor}/matches/{match}/end", post(matches::end_match))
        .route("/staff/mentors/{mentor}/invite", post(pairing::invite))
        .route("/staff/mentors/{mentor}/devices/{device}/revoke", post(pairing::revoke_device))
        .route("/staff/planning", get(planning::plan).post(planning::save))
        .route("/staff/planning/{version}", get(planning::version))
        .route("/staff/checklist", get(checklist::checklist))
        .route("/staff/checklist/{step}", post(checklist::mark))
        .route("/staff/kick-off", get(kick_off::kick_off).post(kick_off::set))
        .route("/staff/kick-off/{sheet}", get(kick_off::sheet))
        .route("/staff/imports", get(imports::imports))
        .route("/staff/imports/new/{kind}", get(imports::form))
        .route("/staff/imports/jobs/{job}", get(imports::job).post(imports::confirm))
        .route("/staff/imports/{batch}", get(imports::entry))
        .route("/staff/imports/{batch}/undo", post(imports::undo))
        .layer(middleware::from_fn_with_state(app.clone(), only_permitted))
        .layer(middleware::from_fn(refuse_forged))
}

/// Files, which are larger than any form and take longer than any answer.
fn uploads(app: &App) -> Router<App> {
    Router::new()
        .route("/staff/imports/files/{kind}", post(imports::upload))
        .layer(middleware::from_fn_with_state(app.clone(), only_permitted))
        .layer(middleware::from_fn(refuse_forged))
        .layer(middleware::from_fn(language::say_errors))
        .layer(DefaultBodyLimit::max(imports::BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, UPLOAD_WITHIN))
}

/// Whoever keeps the server running.
fn operators() -> Router<App> {
    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
}

/// The mentor's app, whose screens are all one page, and the style sheet of ours.
fn mentors_app() -> Router<App> {
    Router::new()
        .route("/", get(web_app::screen))
        .route("/today", get(web_app::screen))
        .route("/door", get(web_app::screen))
        .route("/students", get(web_app::screen))
        .route("/students/{id}", get(web_app::screen))
        .route("/students/{id}/{page}", get(web_app::screen))
        .route("/pair", get(web_app::screen))
        .route("/assets/team.css", get(web_app::team_css))
        .fallback(web_app::file)
}

/// Answers at once that there is no room, instead of letting everybody wait.
async fn shed_load(State(room): State<Arc<Semaphore>>, request: Request, next: Next) -> Response {
    match room.try_acquire() {
        Ok(_room) => next.run(request).await,
        Err(_) => Problem::busy(1).into_response(),
    }
}
