//! Whom an ID token is about, when it proves it.

use chrono::DateTime;
use openidconnect::core::CoreJwsSigningAlgorithm;
use openidconnect::{ClaimsVerificationError, Nonce, SignatureVerificationError};

use super::config::Config;
use super::provider::{Provider, Tokens};

/// Only algorithms whose secret half the issuer alone has: with `none` or a shared secret somebody else could sign.
const SIGNED_BY_THE_ISSUER: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Somebody whom the district's sign-in knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name that never changes there.
    pub subject: String,
    /// Their own name, as it is said there.
    pub name: Option<String>,
    /// The groups that they are in.
    pub groups: Vec<String>,
    /// When they proved there who they are.
    pub auth_time: Option<i64>,
    /// Whether they showed more there than a password, in the words that the operator wrote down.
    pub second_step: bool,
}

/// Why a token is not believed.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    #[error("there was no ID token")]
    None,
    #[error("its signature: {0}")]
    Signature(SignatureVerificationError),
    #[error("{0}")]
    Claims(ClaimsVerificationError),
}

/// Signature, issuer, audience, nonce and time are the library's to check.
pub(super) fn known(
    config: &Config,
    provider: &Provider,
    tokens: &Tokens,
    nonce: &Nonce,
    now: i64,
) -> Result<Known, Refused> {
    let said = tokens.extra_fields().id_token().ok_or(Refused::None)?;
    let verifier = provider
        .id_token_verifier()
        .set_allowed_algs(SIGNED_BY_THE_ISSUER)
        .set_time_fn(move || DateTime::from_timestamp(now, 0).unwrap_or(DateTime::UNIX_EPOCH));
    let claims = said.claims(&verifier, nonce).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(error) => Refused::Signature(error),
        error => Refused::Claims(error),
    })?;
    let amr = claims.auth_method_refs().into_iter().flatten();
    let amr: Vec<String> = amr.map(|word| word.as_str().to_owned()).collect();
    let acr = claims.auth_context_ref().map(|word| word.as_str());
    let groups = claims.additional_claims().all.get(&config.groups_claim);
    Ok(Known {
        subject: claims.subject().as_str().to_owned(),
        name: claims.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned()),
        groups: groups.map(texts).unwrap_or_default(),
        auth_time: claims.auth_time().map(|at| at.timestamp()),
        second_step: config.is_second_step(acr, &amr),
    })
}

fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(one) => vec![one.clone()],
        serde_json::Value::Array(many) => {
            many.iter().filter_map(|one| Some(one.as_str()?.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}
