//! Passkeys (WebAuthn): a key that never leaves somebody's device, for this server's name alone, so that no other site can
//! ask for it. The device looks who holds it each time (a PIN, a finger), so a passkey is both factors at once.

use axum::http::{HeaderMap, Uri, header};
use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Url,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::csrf::host;

/// Where the browser says it is. A browser lets a page use only keys of its own host's name, and the name is written
/// beside each key, so a made-up host finds no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The host's name, without its port.
    pub host: String,
    origin: Url,
}

impl Place {
    /// Of a request; none where browsers have no passkeys: an address without a name.
    pub fn of(headers: &HeaderMap, uri: &Uri, https: bool) -> Option<Self> {
        let said = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()).map(str::to_owned);
        let scheme = if https { "https" } else { "http" };
        let origin = said.or_else(|| Some(format!("{scheme}://{}", host(headers, uri)?)))?;
        let origin: Url = origin.parse().ok()?;
        let host = origin.domain()?.to_owned();
        Some(Self { host, origin })
    }

    fn verifier(&self) -> Option<Webauthn> {
        WebauthnBuilder::new(&self.host, &self.origin).ok()?.rp_name("Daymark").build().ok()
    }

    /// What the browser is asked for a new key with, and what the answer is held against.
    pub fn begin_adding(
        &self,
        owner: Uuid,
        login: &str,
        name: &str,
        known: Vec<CredentialID>,
    ) -> Option<(Value, PasskeyRegistration)> {
        let begun = self.verifier()?.start_passkey_registration(owner, login, name, Some(known));
        let (asked, state) = begun.ok()?;
        let mut asked = serde_json::to_value(asked).ok()?;
        // Signing in without a name needs a key that knows whose it is.
        let wanted = &mut asked["publicKey"]["authenticatorSelection"];
        wanted["residentKey"] = "required".into();
        wanted["requireResidentKey"] = true.into();
        Some((asked, state))
    }

    /// The new key, when the answer holds.
    pub fn add(&self, answer: &RegisterPublicKeyCredential, state: &PasskeyRegistration) -> Option<Passkey> {
        self.verifier()?.finish_passkey_registration(answer, state).ok()
    }

    /// What the browser is asked to show a key with.
    pub fn begin_asking(&self) -> Option<(RequestChallengeResponse, DiscoverableAuthentication)> {
        let (mut asked, state) = self.verifier()?.start_discoverable_authentication().ok()?;
        // Somebody pressed a button for it: the browser is to ask now.
        asked.mediation = None;
        Some((asked, state))
    }

    /// Whose key the answer names, and its id; nothing of it is proved yet.
    pub fn named(&self, answer: &PublicKeyCredential) -> Option<(Uuid, Vec<u8>)> {
        let (owner, key) = self.verifier()?.identify_discoverable_authentication(answer).ok()?;
        Some((owner, key.to_vec()))
    }

    /// The key as it is to be stored from now on, when it made the answer.
    pub fn proves(
        &self,
        answer: &PublicKeyCredential,
        state: DiscoverableAuthentication,
        mut key: Passkey,
    ) -> Option<Passkey> {
        let result = self.verifier()?.finish_discoverable_authentication_v2(answer, state, &key).ok()?;
        if !result.user_verified() {
            return None;
        }
        key.update_credential(&result);
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn place(origin: Option<&'static str>, host: &'static str) -> Option<Place> {
        let mut headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]);
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
        }
        Place::of(&headers, &Uri::from_static("/sign-in"), false)
    }

    #[test]
    fn a_key_is_for_a_name_and_an_address_of_numbers_has_none() {
        let place_of = |origin, host| place(origin, host).map(|place| place.host);
        assert_eq!(place_of(None, "localhost:8080").as_deref(), Some("localhost"));
        assert_eq!(
            place_of(Some("https://daymark.example.org"), "daymark.example.org").as_deref(),
            Some("daymark.example.org")
        );
        for none in ["127.0.0.1:8080", "[::1]:8080"] {
            assert_eq!(place_of(None, none), None, "{none}");
        }
    }

    #[test]
    fn a_new_key_must_know_whose_it_is_and_look_who_holds_it() {
        let place = place(Some("https://daymark.example.org"), "daymark.example.org").unwrap();
        let (asked, _) = place.begin_adding(Uuid::new_v4(), "pat", "Pat", Vec::new()).unwrap();
        let wanted = &asked["publicKey"]["authenticatorSelection"];
        assert_eq!(
            (&wanted["residentKey"], &wanted["userVerification"]),
            (&"required".into(), &"required".into())
        );
        assert_eq!(asked["publicKey"]["rp"]["id"], "daymark.example.org");
        let (asked, _) = place.begin_asking().unwrap();
        assert_eq!(serde_json::to_value(asked).unwrap()["publicKey"]["userVerification"], "required");
    }
}
