//! The way to the district's own sign-in, and back.
//!
//! People go there by a link and never by a form: our pages send forms to nobody but us, and browsers hold redirects of a
//! form to that as well.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use serde::Deserialize;

use super::account::Session;
use super::language::{Speaks, page_of_ours};
use super::sign_in::{come_in, with_cookie};
use crate::app::App;
use crate::auth::browser::browser;
use crate::auth::district::DistrictSignIn;
use crate::auth::peer::Peer;
use crate::auth::recovery_code::hash_of_typed;
use crate::auth::session::{self, Staff};
use crate::auth::waiting::Purpose;
use crate::pages::district_sign_in::{Outcome, connect_page, outcome_page};
use crate::pages::sign_in::{Refusal, page};
use crate::pages::{PageError, retry_after};
use crate::service::district_sign_in::{Back, CameBack, send, take};
use crate::service::sign_in::SignIn;

/// To come in.
pub async fn begin(State(app): State<App>, peer: Peer, Speaks(words): Speaks) -> Result<Response, PageError> {
    go(&app, words, peer, Purpose::SignIn).await
}

/// Where somebody goes on to.
#[derive(Deserialize)]
pub struct To {
    to: Option<String>,
}

/// To prove again who one is.
pub async fn again(
    State(app): State<App>,
    peer: Peer,
    Staff(who): Staff,
    Session(session): Session,
    Query(To { to }): Query<To>,
    Speaks(words): Speaks,
) -> Result<Response, PageError> {
    go(&app, words, peer, Purpose::Prove { staff: who.staff_id, session, to }).await
}

/// Says whose account a link connects.
pub async fn connect(
    State(app): State<App>,
    Path(code): Path<String>,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let district = configured(&app)?;
    let found = match hash_of_typed(&code) {
        Some(hash) => app.store.account_to_connect(hash, app.clock.now()).await?,
        None => None,
    };
    Ok(match found {
        Some(account) => connect_page(words, &district.config.name, &account.login, &code),
        None => outcome_page(words, &district.config.name, Outcome::NotConnected),
    })
}

/// To connect an account by a link.
pub async fn go_connect(
    State(app): State<App>,
    peer: Peer,
    Path(code): Path<String>,
    Speaks(words): Speaks,
) -> Result<Response, PageError> {
    let code_hash = hash_of_typed(&code).ok_or(PageError::NotFound)?;
    go(&app, words, peer, Purpose::Connect { code_hash }).await
}

/// What comes back in the address.
#[derive(Deserialize)]
pub struct Answer {
    #[serde(default)]
    state: String,
    code: Option<String>,
    iss: Option<String>,
}

/// Takes who came back from the issuer.
pub async fn back(
    State(app): State<App>,
    Query(answer): Query<Answer>,
    Speaks(words): Speaks,
    parts: Parts,
) -> Result<Response, PageError> {
    let district = configured(&app)?;
    let name = &district.config.name;
    let outcome = match came_back(&app, &district, answer, &parts.headers).await {
        Ok(CameBack::In(SignIn::Begun(begun))) => {
            return come_in(&app, session::token_hash(&parts), begun).await;
        }
        Ok(CameBack::In(SignIn::HalfWay { step })) => {
            return Ok(with_cookie(Redirect::to("/sign-in/code"), &session::step_cookie(&step)));
        }
        Ok(CameBack::Proved(Some(to))) => return Ok(Redirect::to(page_of_ours(&to)).into_response()),
        Ok(CameBack::Proved(None)) => return Ok(outcome_page(words, name, Outcome::Proved).into_response()),
        Ok(CameBack::NoAccount) => Outcome::NoAccount,
        Ok(CameBack::SomebodyElse) => Outcome::SomebodyElse,
        Ok(CameBack::TooLittle) => Outcome::TooLittle,
        Ok(CameBack::NotConnected) => Outcome::NotConnected,
        Ok(CameBack::NotAsked | CameBack::TurnedBack | CameBack::In(_)) => Outcome::Failed,
        Err(error) => {
            tracing::warn!(%error, "somebody came back from the district's sign-in without a proof");
            Outcome::Failed
        }
    };
    Ok((StatusCode::FORBIDDEN, outcome_page(words, name, outcome)).into_response())
}

async fn came_back(
    app: &App,
    district: &DistrictSignIn,
    answer: Answer,
    headers: &HeaderMap,
) -> Result<CameBack, crate::service::district_sign_in::NotIn> {
    // An answer that says it is another issuer's is not ours to read (RFC 9207).
    if answer.iss.is_some_and(|iss| iss != district.config.issuer) {
        return Ok(CameBack::NotAsked);
    }
    let step = session::district_token(headers).unwrap_or_default().to_owned();
    let back = Back { step, state: answer.state, code: answer.code, browser: browser(headers) };
    take(app, district, back).await
}

async fn go(app: &App, words: Words, peer: Peer, purpose: Purpose) -> Result<Response, PageError> {
    let district = configured(app)?;
    let name = &district.config.name;
    if let Err(wait_s) = app.rate_limits.district_by_peer.attempt(&peer.key(), app.clock.now()) {
        let told = page(words, Some(name), Some(Refusal::TooOften { wait_s }));
        return Ok(retry_after((StatusCode::TOO_MANY_REQUESTS, told).into_response(), wait_s));
    }
    match send(app, &district, purpose).await {
        Ok(sent) => Ok(with_cookie(Redirect::to(&sent.to), &session::district_cookie(&sent.step))),
        Err(error) => {
            tracing::warn!(%error, "nobody could be sent to the district's sign-in");
            Ok((StatusCode::BAD_GATEWAY, outcome_page(words, name, Outcome::Failed)).into_response())
        }
    }
}

fn configured(app: &App) -> Result<Arc<DistrictSignIn>, PageError> {
    app.district.clone().ok_or(PageError::NotFound)
}
