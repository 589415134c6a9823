//! `application/problem+json` (RFC 9457): what went wrong, for people and programs.

use serde::{Deserialize, Serialize};

use crate::access::{Challenge, ShutOut};

/// The body of every error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A short stable word: `not-paired`, `code-refused`, `too-large`.
    #[serde(rename = "type")]
    pub kind: String,
    /// One sentence.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// In a `401`: what a phone proves itself by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Challenge>,
    /// In a `401` to a phone that has proved itself and is shut out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shut_out: Option<ShutOut>,
}

impl Problem {
    /// Its media type.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";
}
