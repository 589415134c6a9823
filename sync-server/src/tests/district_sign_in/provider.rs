//! A small provider of OpenID Connect on this machine, with a real key. What it signs is what the test says, true or not.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::auth::district::DistrictSignIn;
use crate::store::contract::NOON;

pub const SECRET: &str = "of both sides";

/// By what a token is signed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Signed {
    ByTheIssuer,
    BySomebodyElse,
    WithThePublicKeyAsASecret,
    WithTheClientsSecret,
    NotAtAll,
}

/// What it says, and how it behaves.
#[derive(Clone)]
pub struct Says {
    /// Claims beyond the usual ones, or in their place; null takes one away.
    pub claims: Value,
    pub signed: Signed,
    /// In place of the documents' own.
    pub metadata: Value,
    pub answers_tokens_with: Answers,
    /// The key that it signs with; another seed is another key.
    pub seed: u8,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Answers {
    Tokens,
    ARedirect,
    AFlood,
}

struct Code {
    nonce: String,
    challenge: String,
}

pub struct Provider {
    pub address: String,
    pub says: Mutex<Says>,
    codes: Mutex<HashMap<String, Code>>,
    /// Which addresses were asked.
    pub asked: Mutex<Vec<&'static str>>,
}

impl Provider {
    pub async fn start() -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let says = Says {
            claims: json!({}),
            signed: Signed::ByTheIssuer,
            metadata: json!({}),
            answers_tokens_with: Answers::Tokens,
            seed: 7,
        };
        let provider = Arc::new(Self {
            address: format!("http://{}", listener.local_addr().unwrap()),
            says: Mutex::new(says),
            codes: Mutex::default(),
            asked: Mutex::default(),
        });
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/elsewhere", get(elsewhere).post(elsewhere))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        provider
    }

    /// As an operator writes it down, with these lines more.
    pub fn written_down(&self, more: &str) -> DistrictSignIn {
        let text = format!(
            "name = 'Lincoln Unified'\nissuer = '{}'\nclient_id = 'daymark'\nclient_secret_file = 'x'\n\
             address = 'https://daymark.example.org'\n{more}",
            self.address
        );
        DistrictSignIn::of(toml::from_str(&text).unwrap(), SECRET.to_owned()).unwrap()
    }

    pub fn says(&self, change: impl FnOnce(&mut Says)) {
        change(&mut self.says.lock().unwrap());
    }

    /// Somebody signs in there with what the browser was sent with.
    pub fn code_for(&self, asked: &BTreeMap<String, String>) -> String {
        let code = crate::auth::hex(&crate::auth::secret());
        let (nonce, challenge) = (asked["nonce"].clone(), asked["code_challenge"].clone());
        self.codes.lock().unwrap().insert(code.clone(), Code { nonce, challenge });
        code
    }

    fn is_asked(&self, address: &'static str) {
        self.asked.lock().unwrap().push(address);
    }

    fn key(&self) -> SigningKey {
        SigningKey::from_bytes(&[self.says.lock().unwrap().seed; 32])
    }
}

async fn metadata(State(provider): State<Arc<Provider>>) -> Json<Value> {
    provider.is_asked("metadata");
    let at = &provider.address;
    let mut said = json!({
        "issuer": at,
        "authorization_endpoint": format!("{at}/authorize"),
        "token_endpoint": format!("{at}/token"),
        "jwks_uri": format!("{at}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
    });
    merge(&mut said, &provider.says.lock().unwrap().metadata);
    Json(said)
}

async fn keys(State(provider): State<Arc<Provider>>) -> Json<Value> {
    provider.is_asked("keys");
    let public = base64(provider.key().verifying_key().as_bytes());
    let kid = format!("key {}", provider.says.lock().unwrap().seed);
    let key = json!({"kty": "OKP", "crv": "Ed25519", "x": public, "kid": kid, "use": "sig", "alg": "EdDSA"});
    Json(json!({ "keys": [key] }))
}

/// Gives a token for a code, once, to whoever knows the secret and began with the verifier.
async fn token(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    Form(fields): Form<HashMap<String, String>>,
) -> Response {
    provider.is_asked("token");
    let says = provider.says.lock().unwrap().clone();
    match says.answers_tokens_with {
        Answers::Tokens => {}
        Answers::ARedirect => return Redirect::temporary("/elsewhere").into_response(),
        Answers::AFlood => return "a".repeat(300 * 1024).into_response(),
    }
    let known = format!("Basic {}", BASE64_STANDARD.encode("daymark:of+both+sides"));
    assert_eq!(headers[header::AUTHORIZATION], known.as_str());
    let Some(code) = provider.codes.lock().unwrap().remove(&fields["code"]) else {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    assert_eq!(base64(&Sha256::digest(&fields["code_verifier"])), code.challenge, "PKCE");
    let mut claims = json!({
        "iss": provider.address, "aud": "daymark", "sub": "4711", "nonce": code.nonce,
        "iat": NOON, "exp": NOON + 3_600, "auth_time": NOON, "name": "Pat of the district",
    });
    merge(&mut claims, &says.claims);
    let id_token = signed(&provider, says.signed, &claims);
    Json(json!({"access_token": "opaque", "token_type": "Bearer", "id_token": id_token})).into_response()
}

async fn elsewhere(State(provider): State<Arc<Provider>>) -> &'static str {
    provider.is_asked("elsewhere");
    "{}"
}

fn signed(provider: &Provider, signed: Signed, claims: &Value) -> String {
    let key = provider.key();
    let alg = match signed {
        Signed::ByTheIssuer | Signed::BySomebodyElse => "EdDSA",
        Signed::WithThePublicKeyAsASecret | Signed::WithTheClientsSecret => "HS256",
        Signed::NotAtAll => "none",
    };
    let kid = format!("key {}", provider.says.lock().unwrap().seed);
    let head = base64(json!({"alg": alg, "kid": kid, "typ": "JWT"}).to_string().as_bytes());
    let text = format!("{head}.{}", base64(claims.to_string().as_bytes()));
    let signature = match signed {
        Signed::ByTheIssuer => key.sign(text.as_bytes()).to_bytes().to_vec(),
        Signed::BySomebodyElse => SigningKey::from_bytes(&[99; 32]).sign(text.as_bytes()).to_bytes().to_vec(),
        Signed::WithThePublicKeyAsASecret => mac(key.verifying_key().as_bytes(), &text),
        Signed::WithTheClientsSecret => mac(SECRET.as_bytes(), &text),
        Signed::NotAtAll => Vec::new(),
    };
    format!("{text}.{}", base64(&signature))
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn base64(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn merge(into: &mut Value, more: &Value) {
    let into = into.as_object_mut().unwrap();
    for (name, value) in more.as_object().unwrap() {
        match value {
            Value::Null => into.remove(name),
            value => into.insert(name.clone(), value.clone()),
        };
    }
}
