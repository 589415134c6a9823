//! The district's own sign-in (OpenID Connect): the code flow with PKCE, state and a nonce, towards one issuer that the
//! operator wrote down. Nothing of a request decides which address is fetched.

mod config;
mod fetch;
mod provider;
mod token;

use std::sync::Mutex;

use openidconnect::core::{CoreAuthPrompt, CoreResponseType};
use openidconnect::{
    AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, ClientSecret, CsrfToken, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, Scope,
};

pub use config::{Config, ConfigError, GroupRole, SecondStep};
use fetch::Fetch;
use provider::Read;
pub use token::Known;

/// Where the issuer sends people back to.
pub const BACK: &str = "/sign-in/district/back";

/// How far the issuer's clock may be behind ours, in seconds.
const CLOCKS_DIFFER_S: i64 = 60;

/// Why the district's sign-in did not work. The operator reads it in the log; it holds no token.
#[derive(Debug, thiserror::Error)]
pub enum DistrictError {
    /// It could not be asked, or said something else than the standard.
    #[error("the district's sign-in could not be asked: {0}")]
    Unreachable(String),
    /// What came back does not prove anything.
    #[error("the district's sign-in gave no proof: {0}")]
    Unproven(String),
}

/// What must be remembered until somebody comes back.
pub struct Begun {
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    /// When they were sent there, if they are to prove there anew who they are.
    anew_since: Option<i64>,
}

/// The district's sign-in, as the operator wrote it down.
pub struct DistrictSignIn {
    /// As it was written down.
    pub config: Config,
    secret: ClientSecret,
    fetch: Fetch,
    /// The issuer's documents, for some minutes.
    read: Mutex<Option<Read>>,
}

impl DistrictSignIn {
    /// From the data folder; none when there is no `oidc.toml`.
    pub fn in_folder(data: &std::path::Path) -> Result<Option<Self>, ConfigError> {
        config::read(data)?.map(|(config, secret)| Self::of(config, secret)).transpose()
    }

    /// Of what was written down, and the secret that both sides know.
    pub fn of(config: Config, secret: String) -> Result<Self, ConfigError> {
        let fetch = Fetch::from(&config)?;
        Ok(Self { config, secret: ClientSecret::new(secret), fetch, read: Mutex::default() })
    }

    /// Where to send somebody, and what to remember. `state` comes back with them; `is_anew` has them prove who they are
    /// although the district knows them still.
    pub async fn begin(
        &self,
        state: String,
        is_anew: bool,
        now: i64,
    ) -> Result<(String, Begun), DistrictError> {
        let provider = self.provider(now).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let wanted = self.config.second_step.iter().flat_map(|step| &step.acr).cloned();
        let mut asked = provider
            .authorize_url(flow, || CsrfToken::new(state), Nonce::new_random)
            .set_pkce_challenge(challenge)
            .add_scopes(self.config.scopes.iter().cloned().map(Scope::new));
        for acr in wanted {
            asked = asked.add_auth_context_value(AuthenticationContextClass::new(acr));
        }
        if is_anew {
            asked = asked.add_prompt(CoreAuthPrompt::Login).set_max_age(std::time::Duration::ZERO);
        }
        let (address, _, nonce) = asked.url();
        fetch::origin_of(address.as_str()).map_err(provider::unreachable)?;
        Ok((address.into(), Begun { nonce, verifier, anew_since: is_anew.then_some(now) }))
    }

    /// Who came back with that code.
    pub async fn known_by(&self, code: String, begun: Begun, now: i64) -> Result<Known, DistrictError> {
        let Begun { nonce, verifier, anew_since } = begun;
        let provider = self.provider(now).await?;
        let asked = provider.exchange_code(AuthorizationCode::new(code)).map_err(provider::unreachable)?;
        let tokens = asked.set_pkce_verifier(verifier).request_async(&self.fetch).await;
        let tokens = tokens.map_err(|error| DistrictError::Unproven(provider::told(&error)))?;
        let known = match token::known(&self.config, &provider, &tokens, &nonce, now) {
            // Keys change; what was read some minutes ago may be too old.
            Err(token::Refused::Signature(_)) => {
                let provider = self.read_anew(now).await?;
                token::known(&self.config, &provider, &tokens, &nonce, now)
            }
            other => other,
        };
        let known = known.map_err(|error| DistrictError::Unproven(error.to_string()))?;
        let is_anew = |since| known.auth_time.is_some_and(|at| at + CLOCKS_DIFFER_S >= since);
        match anew_since {
            Some(since) if !is_anew(since) => {
                Err(DistrictError::Unproven("auth_time says that nobody proved anything anew".to_owned()))
            }
            _ => Ok(known),
        }
    }
}
