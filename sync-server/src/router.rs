//! The table of contents: every address that this server answers, and what all of them share.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::auth::csrf::refuse_forged;
use crate::auth::device::{only_leaving, only_paired};
use crate::auth::permissions::only_permitted;
use crate::handlers::district::{access, figures, said, sharing, variants};
use crate::handlers::{
    account, accounts, asks, checklist, district_sign_in, events, glass, health, home, imports, keeping,
    kick_off, language, leaving, matches, matching, meeting, mentors, new_password, numbers, pairing,
    planning, proof, referrals, reports, resources, school, setup, sign_in, students, sync, web_app, week,
};
use crate::openapi::openapi;
use crate::problem::Problem;
use crate::serve::room::{Rooms, make_room};
use crate::{headers, metrics};

const BODY_BYTES_MAX: usize = 256 * 1024;
const UPLOAD_WITHIN: Duration = Duration::from_secs(15 * 60);

/// All routes with all that wraps them; the outermost layer stands last.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(phones(&app))
        .merge(staff(&app))
        .merge(operators())
        .merge(mentors_app())
        // Inside of compression, which would have packed the page that this replaces.
        .layer(middleware::from_fn(language::say_errors))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(CompressionLayer::new())
        .merge(uploads(&app))
        .layer(CatchPanicLayer::custom(|_: Box<dyn Any + Send>| Problem::INTERNAL.into_response()))
        .layer(middleware::from_fn_with_state(Arc::new(Rooms::default()), make_room))
        .layer(middleware::from_fn_with_state(app.clone(), headers::secure))
        .layer(middleware::from_fn_with_state(app.clone(), metrics::observe))
        .with_state(app)
}

/// Phones; who they are stands in a header and in no cookie, so no form of another site can speak for them.
fn phones(app: &App) -> Router<App> {
    let paired = Router::new()
        .route("/v1/sync", post(sync::sync))
        .route("/v1/events", get(events::events))
        .layer(middleware::from_fn_with_state(app.clone(), only_paired));
    let leaving = Router::new()
        .route("/v1/hand-in", post(leaving::hand_in))
        .route("/v1/wiped", post(leaving::wiped))
        .layer(middleware::from_fn_with_state(app.clone(), only_leaving));
    Router::new()
        .route("/v1/pair", post(pairing::pair))
        .route("/v1/pair/answer", post(pairing::answer))
        .merge(paired)
        .merge(leaving)
}

/// People who sign in; whose each page is stands in `auth::permissions`.
fn staff(app: &App) -> Router<App> {
    Router::new()
        .route("/sign-in", get(sign_in::form).post(sign_in::sign_in))
        .route("/sign-in/code", get(sign_in::code_form).post(sign_in::second_factor))
        .route("/sign-in/passkey", post(sign_in::by_passkey))
        .route("/sign-in/passkey/options", post(account::ask))
        .route("/sign-in/district", get(district_sign_in::begin))
        .route("/sign-in/district/again", get(district_sign_in::again))
        .route("/sign-in/district/back", get(district_sign_in::back))
        .route("/sign-in/district/connect/{code}", get(district_sign_in::connect))
        .route("/sign-in/district/connect/{code}/go", get(district_sign_in::go_connect))
        .route("/sign-in/new-password", get(new_password::form).post(new_password::set_new_password))
        .route("/sign-in/again", get(proof::ask).post(proof::go_on))
        .route("/setup", get(setup::form).post(setup::set_up))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/account", get(account::account))
        .route("/account/authenticator", get(account::authenticator).post(account::set_authenticator))
        .route("/account/authenticator/remove", post(account::remove_authenticator))
        .route("/account/recovery-codes", post(account::new_recovery_codes))
        .route("/account/passkeys", post(account::add_passkey))
        .route("/account/passkeys/new", get(account::new_passkey))
        .route("/account/passkeys/remove", post(account::remove_passkey))
        .route("/account/password", post(account::set_password))
        .route("/account/sessions/end", post(account::end_session))
        .route("/account/sessions/end-others", post(account::end_others))
        .route("/language/{language}", get(language::choose))
        .route("/team/week", get(week::week))
        .route("/team/meeting", get(meeting::meeting).post(meeting::begin))
        .route("/team/meeting/students.csv", get(meeting::csv))
        .route("/team/meeting/past", get(meeting::past))
        .route("/team/meeting/days", get(meeting::days))
        .route("/team/meeting/days/groups", post(meeting::save_group))
        .route("/team/meeting/days/groups/{group}/retire", post(meeting::retire_group))
        .route("/team/meeting/{meeting}", get(meeting::record).post(meeting::say))
        .route("/team/meeting/{meeting}/notes", post(meeting::note))
        .route("/team/meeting/{meeting}/entries", post(meeting::add_entry))
        .route("/team/meeting/{meeting}/decisions/{decision}/take-back", post(meeting::take_back))
        .route("/team/meeting/{meeting}/minutes", get(meeting::minutes))
        .route("/team/actions", get(meeting::actions))
        .route("/team/actions/{action}", get(meeting::action).post(meeting::step))
        .route("/team/events", get(events::team_events))
        .route("/staff/home", get(home::home))
        .route("/staff", get(mentors::mentors))
        .route("/staff/accounts", get(accounts::accounts))
        .route("/staff/accounts/{staff}/link", post(accounts::make_link))
        .route("/staff/accounts/{staff}/back-to-password", post(accounts::back_to_password))
        .route("/staff/asks", get(asks::asks))
        .route("/staff/asks/{match}/{entry}", post(asks::answer))
        .route("/staff/students", get(students::search_form).post(students::find))
        .route("/staff/students/{student}", get(students::student))
        .route("/staff/students/{student}/record", get(students::record))
        .route("/staff/students/{student}/export", post(students::export))
        .route("/staff/students/{student}/amendments", post(students::amend))
        .route("/staff/glass", get(glass::glasses).post(glass::break_glass))
        .route("/staff/glass/{glass}", get(glass::behind))
        .route("/staff/glass/{glass}/mend", post(glass::mend))
        .route("/staff/referrals", get(referrals::referrals))
        .route("/staff/referrals/new", get(referrals::new_form).post(referrals::add))
        .route("/staff/referrals/{referral}", get(referrals::referral).post(referrals::step))
        .route("/staff/safety", get(referrals::safety))
        .route("/staff/resources", get(resources::resources))
        .route("/staff/resources/new", get(resources::new_form).post(resources::add))
        .route("/staff/resources/{resource}", get(resources::resource).post(resources::change))
        .route("/staff/school", get(school::help).post(school::set_help))
        .route("/staff/mentors", post(mentors::add_mentor))
        .route("/staff/mentors/new", get(mentors::new_application))
        .route("/staff/mentors/{mentor}", get(mentors::mentor))
        .route(
            "/staff/mentors/{mentor}/application",
            get(mentors::application).post(mentors::save_application),
        )
        .route("/staff/mentors/{mentor}/screenings", post(mentors::add_screening))
        .route("/staff/mentors/{mentor}/trainings", post(mentors::add_training))
        .route("/staff/mentors/{mentor}/documents", post(mentors::add_document))
        .route("/staff/mentors/{mentor}/agreement", get(mentors::agreement).post(mentors::sign))
        .route("/staff/mentors/{mentor}/decisions", post(mentors::decide))
        .route("/staff/mentors/{mentor}/taken-back", post(mentors::take_back))
        .route("/staff/mentors/{mentor}/students", get(matches::search_form).post(matches::find_students))
        .route("/staff/candidates", get(matching::candidates::candidates))
        .route(
            "/staff/candidates/{student}",
            get(matching::candidates::candidate).post(matching::candidates::decide),
        )
        .route("/staff/candidates/{student}/profile", post(matching::candidates::save_profile))
        .route("/staff/candidates/{student}/mentors", get(matching::pairs::suggested))
        .route(
            "/staff/candidates/{student}/mentors/{mentor}",
            get(matching::pairs::one).post(matching::pairs::note),
        )
        .route("/staff/matches", get(matching::board::board))
        .route("/staff/matches/rules", post(matching::board::set_rules))
        .route("/staff/matches/new", post(matching::pairs::propose))
        .route("/staff/matches/{match}", get(matching::cases::case))
        .route("/staff/matches/{match}/notices", post(matching::cases::add_notice))
        .route("/staff/matches/{match}/basis", post(matching::cases::set_basis))
        .route("/staff/matches/{match}/steps", post(matching::cases::step))
        .route("/staff/matches/{match}/letter", get(matching::cases::letter))
        .route("/staff/matches/{match}/fields", get(matching::fields::grants).post(matching::fields::grant))
        .route("/staff/matches/{match}/fields/{grant}/end", post(matching::fields::end))
        .route("/staff/mentors/{mentor}/matches", post(matches::add_match))
        .route("/staff/mentors/{mentor}/matches/{match}/wake-up-calls", post(matches::set_wake_up_calls))
        .route("/staff/mentors/{mentor}/invite", post(pairing::invite))
        .route("/staff/mentors/{mentor}/pairing", get(pairing::pairing).post(pairing::say))
        .route("/staff/mentors/{mentor}/devices/{device}/revoke", post(pairing::revoke_device))
        .route("/staff/mentors/{mentor}/handed-in", post(mentors::look_through_handed_in))
        .route("/staff/planning", get(planning::plan).post(planning::save))
        .route("/staff/planning/{version}", get(planning::version))
        .route("/staff/checklist", get(checklist::checklist))
        .route("/staff/checklist/{step}", post(checklist::mark))
        .route("/staff/kick-off", get(kick_off::kick_off).post(kick_off::set))
        .route("/staff/kick-off/{sheet}", get(kick_off::sheet))
        .route("/staff/numbers", get(numbers::numbers))
        .route("/staff/numbers/{guardian}", get(numbers::number).post(numbers::set))
        .route("/staff/closing", get(keeping::closing::closings))
        .route("/staff/closing/{match}", get(keeping::closing::closing).post(keeping::closing::plan))
        .route("/staff/closing/{match}/steps", post(keeping::closing::note_step))
        .route("/staff/closing/{match}/end", post(keeping::closing::end))
        .route("/staff/closing/{match}/next", post(keeping::closing::next_mentor))
        .route(
            "/staff/closing/{match}/hand-over",
            get(keeping::sheets::hand_over).post(keeping::closing::write_hand_over),
        )
        .route("/staff/closing/{match}/certificate", get(keeping::sheets::certificate))
        .route("/staff/closing/{match}/thank-you", get(keeping::sheets::thank_you))
        .route("/staff/reviews", get(keeping::reviews::reviews))
        .route("/staff/reviews/{match}", get(keeping::reviews::review).post(keeping::reviews::add))
        .route("/staff/substitutes", get(keeping::substitutes::substitutes))
        .route(
            "/staff/substitutes/{match}",
            get(keeping::substitutes::substitute).post(keeping::substitutes::add),
        )
        .route("/staff/substitutes/{match}/renew", post(keeping::substitutes::renew))
        .route("/staff/rollover", get(keeping::rollover::rollover).post(keeping::rollover::turn))
        .route("/staff/support", get(keeping::support::mentors))
        .route("/staff/support/groups", get(keeping::support::groups).post(keeping::support::add_group))
        .route("/staff/support/{mentor}", get(keeping::support::mentor).post(keeping::support::add_check_in))
        .route("/staff/support/{mentor}/pulse", post(keeping::support::add_pulse))
        .route("/staff/support/{mentor}/sheet", get(keeping::sheets::questions))
        .route("/staff/thanks", get(keeping::thanks::thanks).post(keeping::thanks::mark))
        .route("/staff/thanks/{mentor}", get(keeping::sheets::thank_you_card))
        .route("/staff/readiness", get(said::readiness).post(said::add_readiness))
        .route("/staff/reflections", get(said::reflections).post(said::add_reflections))
        .route("/staff/reports", get(reports::reports))
        .route("/staff/reports/{report}", get(reports::report).post(reports::freeze_report))
        .route("/staff/reports/{report}/{face}", get(reports::file))
        .route("/staff/reports/frozen/{snapshot}", get(reports::frozen))
        .route("/staff/reports/frozen/{snapshot}/{face}", get(reports::frozen_file))
        .route("/staff/variants", get(variants::variants))
        .route("/staff/variants/{match}", post(variants::set))
        .route("/district", get(figures::home))
        .route("/district/access", get(access::log).post(access::find_student))
        .route("/district/access.csv", get(access::file))
        .route("/district/agreements", get(sharing::agreements).post(sharing::add))
        .route("/district/agreements/{agreement}", get(sharing::agreement))
        .route("/district/agreements/{agreement}/end", post(sharing::end))
        .route("/district/agreements/{agreement}/file", post(sharing::file))
        .route("/district/disclosures", get(sharing::disclosures))
        .route("/district/impact", get(figures::impact))
        .route("/district/readiness", get(said::all_readiness))
        .route("/district/self-check", get(said::self_check).post(said::add_self_check))
        .route("/district/variants", get(figures::variants))
        .route("/staff/imports", get(imports::imports))
        .route("/staff/imports/new/{kind}", get(imports::form))
        .route("/staff/imports/jobs/{job}", get(imports::job).post(imports::confirm))
        .route("/staff/imports/{batch}", get(imports::entry))
        .route("/staff/imports/{batch}/undo", post(imports::undo))
        .layer(middleware::from_fn(language::refuse_in_our_words))
        .layer(middleware::from_fn_with_state(app.clone(), only_permitted))
        .layer(middleware::from_fn(refuse_forged))
}

/// Files, which are larger than any form and take longer than any answer.
fn uploads(app: &App) -> Router<App> {
    Router::new()
        .route("/staff/imports/files/{kind}", post(imports::upload))
        .layer(middleware::from_fn(language::refuse_in_our_words))
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
        .route("/openapi.json", get(openapi))
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
        .route("/assets/team/{file}", get(web_app::team_script))
        .fallback(web_app::file)
}
