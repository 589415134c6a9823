//! A paired phone, by its token.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use daymark_domain::{DeviceId, DeviceTag, MentorId, SchoolId};

use super::{from_hex, sha256};
use crate::app::App;
use crate::problem::Problem;
use crate::store::pairing::DeviceAccess;

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

impl FromRequestParts<App> for Device {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = bearer_token(parts).ok_or(Problem::NOT_PAIRED)?;
        let known = app.store.device_by_token(sha256(&token)).await?;
        let DeviceAccess { id, mentor_id, school_id, tag } = known.ok_or(Problem::NOT_PAIRED)?;
        Ok(Self { id, mentor_id, school_id, tag })
    }
}

fn bearer_token(parts: &Parts) -> Option<[u8; 32]> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") { from_hex(token.trim()) } else { None }
}
