//! A paired phone: known by a token for a quarter of an hour, and before that by a proof that it holds its key.

use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId};
use daymark_protocol::access::{
    Challenge, Leaving, NONCE_CHARACTERS_MAX, PROOF_SCHEME, ShutOut, TOKEN_GOOD_FOR_S, TOKEN_HEADER,
    proof_bytes,
};
use ed25519_dalek::{Signature, VerifyingKey};

use super::{from_hex, hex, sha256};
use crate::app::App;
use crate::problem::Problem;
use crate::store::pairing::{DeviceAccess, NewAccess, Proving};

/// The phone that asks; what it may see follows from its mentor's matches, in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The phone.
    pub id: DeviceId,
    /// Whose it is.
    pub mentor_id: MentorId,
    /// Where its mentor works.
    pub school_id: SchoolId,
    /// Its short name, which begins each entry that it writes.
    pub tag: DeviceTag,
}

impl From<DeviceAccess> for Device {
    fn from(DeviceAccess { id, mentor_id, school_id, tag }: DeviceAccess) -> Self {
        Self { id, mentor_id, school_id, tag }
    }
}

/// A phone that has proved itself and is shut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeavingDevice {
    /// Which.
    pub device: Device,
    /// How.
    pub action: Leaving,
}

impl FromRequestParts<App> for Device {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::NOT_PAIRED)
    }
}

impl FromRequestParts<App> for LeavingDevice {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::NOT_PAIRED)
    }
}

/// Before every route of paired phones: says who asks, and sends away whoever is nobody with what to prove.
pub async fn only_paired(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let (device, token) = match known(&app, request.headers()).await {
        Ok(Known::ByToken(device)) => (device, None),
        Ok(Known::ByProof(device)) => match begin_access(&app, &device).await {
            Ok(Some(token)) => (device, Some(token)),
            Ok(None) => return ask_for_proof(&app, Problem::PROVE, None),
            Err(problem) => return problem.into_response(),
        },
        Ok(Known::ShutOut(leaving, nonce)) => {
            return ask_for_proof(&app, Problem::SHUT_OUT, Some(word_to(&app, &leaving, nonce)));
        }
        Ok(Known::Nobody(problem)) => return ask_for_proof(&app, problem, None),
        Err(problem) => return problem.into_response(),
    };
    let id = device.id;
    request.extensions_mut().insert(device);
    let mut response = next.run(request).await;
    // What was read for a phone that is shut out meanwhile stays here: whatever leaves was in the store before that.
    match app.store.device_to_prove(id).await {
        Ok(Some(Proving { shut_out: None, .. })) => {}
        Ok(_) => return ask_for_proof(&app, Problem::PROVE, None),
        Err(error) => return Problem::from(error).into_response(),
    }
    if let Some(value) = token.and_then(|token| HeaderValue::from_str(&hex(&token)).ok()) {
        response.headers_mut().insert(TOKEN_HEADER, value);
    }
    response
}

/// Before the routes of phones that are shut out: they prove themselves each time, for no token is given to them.
pub async fn only_leaving(State(app): State<App>, mut request: Request, next: Next) -> Response {
    match known(&app, request.headers()).await {
        Ok(Known::ShutOut(leaving, _)) => {
            request.extensions_mut().insert(leaving);
            next.run(request).await
        }
        Ok(Known::Nobody(problem)) => ask_for_proof(&app, problem, None),
        Ok(Known::ByToken(_) | Known::ByProof(_)) => Problem::NOT_FOUND.into_response(),
        Err(problem) => problem.into_response(),
    }
}

enum Known {
    ByToken(Device),
    ByProof(Device),
    ShutOut(LeavingDevice, String),
    Nobody(Problem),
}

async fn known(app: &App, headers: &HeaderMap) -> Result<Known, Problem> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some((scheme, value)) = given.and_then(|given| given.split_once(' ')) else {
        return Ok(Known::Nobody(Problem::PROVE));
    };
    if scheme.eq_ignore_ascii_case(PROOF_SCHEME) {
        return by_proof(app, value.trim()).await;
    }
    let token = from_hex::<32>(value.trim()).filter(|_| scheme.eq_ignore_ascii_case("bearer"));
    let Some(token) = token else { return Ok(Known::Nobody(Problem::PROVE)) };
    let found = app.store.device_by_token(sha256(&token), app.clock.now()).await?;
    Ok(found.map_or(Known::Nobody(Problem::PROVE), |access| Known::ByToken(access.into())))
}

async fn by_proof(app: &App, proof: &str) -> Result<Known, Problem> {
    let Some(Proof { device, nonce, signature }) = read(proof) else {
        return Ok(Known::Nobody(Problem::NOT_PAIRED));
    };
    let Some(Proving { access, public_key, shut_out }) = app.store.device_to_prove(device).await? else {
        return Ok(Known::Nobody(Problem::NOT_PAIRED));
    };
    let signed = proof_bytes(&app.key.public(), device.as_bytes(), nonce);
    let key = VerifyingKey::from_bytes(&public_key);
    if !key.is_ok_and(|key| key.verify_strict(&signed, &Signature::from_bytes(&signature)).is_ok()) {
        return Ok(Known::Nobody(Problem::NOT_PAIRED));
    }
    if !app.challenges.use_up(nonce, app.clock.now()) {
        return Ok(Known::Nobody(Problem::PROVE));
    }
    let device = Device::from(access);
    Ok(match shut_out {
        Some(action) => Known::ShutOut(LeavingDevice { device, action }, nonce.to_owned()),
        None => Known::ByProof(device),
    })
}

struct Proof<'a> {
    device: DeviceId,
    nonce: &'a str,
    signature: [u8; 64],
}

fn read(proof: &str) -> Option<Proof<'_>> {
    let (device, rest) = proof.split_once('.')?;
    let (nonce, signature) = rest.split_once('.')?;
    let device = DeviceId::from_bytes(from_hex(device)?);
    let fits = nonce.len() <= NONCE_CHARACTERS_MAX;
    Some(Proof { device, nonce, signature: from_hex(signature)? }).filter(|_| fits)
}

async fn begin_access(app: &App, device: &Device) -> Result<Option<[u8; 32]>, Problem> {
    let (token, at) = (app.entropy.secret(), app.clock.now());
    let expires_at = at + TOKEN_GOOD_FOR_S;
    let access = NewAccess { token_hash: sha256(&token), device_id: device.id, at, expires_at };
    Ok(app.store.begin_access(access).await?.then_some(token))
}

fn word_to(app: &App, leaving: &LeavingDevice, nonce: String) -> ShutOut {
    let signature = hex(&app.key.shut_out(leaving.device.id, leaving.action, &nonce));
    ShutOut { action: leaving.action, nonce, signature }
}

/// `401`, with what to sign.
fn ask_for_proof(app: &App, problem: Problem, shut_out: Option<ShutOut>) -> Response {
    let nonce = app.challenges.nonce(&app.entropy, app.clock.now());
    let challenge = Challenge { nonce, server_key: hex(&app.key.public()) };
    let body = daymark_protocol::Problem { challenge: Some(challenge), shut_out, ..problem.body() };
    let media_type = HeaderValue::from_static(daymark_protocol::Problem::MEDIA_TYPE);
    let scheme = HeaderValue::from_static(PROOF_SCHEME);
    let body = Body::from(serde_json::to_vec(&body).unwrap_or_default());
    let headers = [(header::CONTENT_TYPE, media_type), (header::WWW_AUTHENTICATE, scheme)];
    (StatusCode::UNAUTHORIZED, headers, body).into_response()
}
