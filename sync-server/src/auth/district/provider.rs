//! The issuer's documents: where it is asked what, and the keys of its tokens.

use std::sync::PoisonError;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, Client, ClientId, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    IdTokenFields, IssuerUrl, RedirectUrl, StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};

use super::{BACK, DistrictError, DistrictSignIn};

/// So long documents are believed, in seconds.
const READ_GOOD_FOR_S: i64 = 10 * 60;

/// Claims beyond the standard's: groups, by whatever name.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Others {
    #[serde(flatten)]
    pub all: serde_json::Map<String, serde_json::Value>,
}

impl AdditionalClaims for Others {}

pub(super) type Tokens = StandardTokenResponse<
    IdTokenFields<
        Others,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

pub(super) type Provider = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The documents, and when they were read.
pub(super) struct Read {
    at: i64,
    provider: Provider,
}

impl DistrictSignIn {
    /// As it was read some minutes ago at the most.
    pub(super) async fn provider(&self, now: i64) -> Result<Provider, DistrictError> {
        let known = {
            let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            read.as_ref().filter(|read| now - read.at < READ_GOOD_FOR_S).map(|read| read.provider.clone())
        };
        match known {
            Some(provider) => Ok(provider),
            None => self.read_anew(now).await,
        }
    }

    /// Reads it now. The library refuses documents that another issuer wrote.
    pub(super) async fn read_anew(&self, now: i64) -> Result<Provider, DistrictError> {
        let issuer = IssuerUrl::new(self.config.issuer.clone()).map_err(unreachable)?;
        let metadata =
            CoreProviderMetadata::discover_async(issuer, &self.fetch).await.map_err(unreachable)?;
        let back = format!("{}{BACK}", self.config.address.trim_end_matches('/'));
        let back = RedirectUrl::new(back).map_err(unreachable)?;
        let id = ClientId::new(self.config.client_id.clone());
        let provider = Provider::from_provider_metadata(metadata, id, Some(self.secret.clone()));
        let provider = provider.set_redirect_uri(back);
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        *read = Some(Read { at: now, provider: provider.clone() });
        Ok(provider)
    }
}

pub(super) fn unreachable(error: impl std::error::Error) -> DistrictError {
    DistrictError::Unreachable(told(&error))
}

/// With all its causes: the operator sees which address, and what it said.
pub(super) fn told(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        told = format!("{told}: {source}");
        cause = source.source();
    }
    told
}
