//! Asking again. Some routes want a proof of identity that is not older than five minutes: whoever has none is asked on
//! the way, and then goes on with the very form that they sent, nothing typed twice. Which routes: `permissions`.

use axum::Form;
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::peer::Peer;
use super::session::is_of_session;
use crate::app::App;
use crate::handlers::language::Speaks;
use crate::pages::proof::{AskPage, Refusal, page};
use crate::pages::{PageError, retry_after};
use crate::service::district_sign_in;
use crate::service::proof::{Checked, Proof, check};
use crate::store::sessions::Session;

/// So long a proof is good, in seconds.
pub const FRESH_SECONDS: i64 = 5 * 60;
/// What the page that asks adds to a form begins with this.
pub const ADDED: &str = "proof_";

/// The page that asks before another page.
pub const ASK: &str = "/sign-in/again";

type Fields = Vec<(String, String)>;

/// The request as its handler is to see it; or the page that asks.
pub async fn proven(
    app: &App,
    session: &Session,
    token_hash: [u8; 32],
    request: Request,
) -> Result<Request, Response> {
    let is_fresh = app.clock.now() - session.proved_at < FRESH_SECONDS;
    if request.method() != Method::POST {
        return if is_fresh { Ok(request) } else { Err(ask_first(&request)) };
    }
    let (mut parts, body) = request.into_parts();
    let peer = Peer::from_request_parts(&mut parts, app).await.unwrap_or_else(|never| match never {});
    let Speaks(words) =
        Speaks::from_request_parts(&mut parts, app).await.unwrap_or_else(|never| match never {});
    let form = Form::<Fields>::from_request(Request::from_parts(parts.clone(), body), app).await;
    let Form(all) = form.map_err(|_| PageError::BadForm.into_response())?;
    let (added, own): (Fields, Fields) = all.into_iter().partition(|(name, _)| name.starts_with(ADDED));
    if !is_fresh {
        let token = own.iter().find(|(name, _)| name == "form_token").map_or("", |(_, token)| token);
        if !is_of_session(token, &session.who) {
            return Err(PageError::Forged.into_response());
        }
        let refusal = match proof_in(added) {
            None => None,
            Some(proof) => match check(app, session.who.staff_id, proof, peer).await.map_err(broken)? {
                Checked::Good => {
                    app.store.prove_session(token_hash, app.clock.now()).await.map_err(broken)?;
                    return Ok(with_fields(parts, own));
                }
                Checked::Wrong => Some(Refusal::Wrong),
                Checked::TooOften { wait_s } => Some(Refusal::TooOften { wait_s }),
            },
        };
        let factors = app.store.factors(session.who.staff_id).await.map_err(broken)?;
        let proves = district_sign_in::proves(app, session.who.staff_id, &factors).await.map_err(broken)?;
        let (who, action) = (&session.who, parts.uri.path());
        let district = app.district_name().filter(|_| proves);
        let asked = page(words, AskPage { who, factors: &factors, district, action, fields: &own, refusal });
        return Err(refused(refusal, asked.into_response()));
    }
    Ok(with_fields(parts, own))
}

/// A page or a file that was asked for: the question has a page of its own, which leads back.
fn ask_first(request: &Request) -> Response {
    let to = request.uri().path_and_query().map_or("/", |address| address.as_str());
    Redirect::to(&format!("{ASK}?to={}", escaped(to))).into_response()
}

/// An address inside of an address.
pub fn escaped(address: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    address.bytes().map(escaped).collect()
}

/// What the page's own fields prove.
pub fn proof_in(added: Fields) -> Option<Proof> {
    let proof = |(name, said): (String, String)| match name.as_str() {
        _ if said.is_empty() => None,
        "proof_password" => Some(Proof::Password(said)),
        "proof_code" => Some(Proof::Code(said)),
        "proof_passkey" => Some(Proof::Passkey(said)),
        _ => None,
    };
    added.into_iter().find_map(proof)
}

/// With the status that fits.
pub fn refused(refusal: Option<Refusal>, page: Response) -> Response {
    match refusal {
        Some(Refusal::TooOften { wait_s }) => {
            retry_after((StatusCode::TOO_MANY_REQUESTS, page).into_response(), wait_s)
        }
        _ => (StatusCode::FORBIDDEN, page).into_response(),
    }
}

fn with_fields(mut parts: axum::http::request::Parts, fields: Fields) -> Request {
    parts.headers.remove(header::CONTENT_LENGTH);
    let body: Body = Form(fields).into_response().into_body();
    Request::from_parts(parts, body)
}

fn broken(error: crate::store::StoreError) -> Response {
    PageError::from(error).into_response()
}
