//! Adding a passkey, and knowing somebody by one.

use daymark_domain::UserId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse};

use crate::app::App;
use crate::auth::passkey::Place;
use crate::store::StoreError;
use crate::store::factors::{FromSession, Passkey};
use crate::store::sessions::SignedIn;

/// What a browser is asked, and by which it names the question.
#[derive(Serialize)]
pub struct Asked<T> {
    /// Goes back with the answer.
    pub step: String,
    /// As `navigator.credentials` takes it, bytes in base64url.
    pub options: T,
}

/// What a browser answers.
#[derive(Deserialize)]
struct Answered<T> {
    step: String,
    credential: T,
}

/// Asks for a key of anybody's; none where browsers have none.
pub fn ask(app: &App, place: &Place) -> Option<Asked<RequestChallengeResponse>> {
    let (options, state) = place.begin_asking()?;
    let step = app.sign_ins.passkeys.keep((place.clone(), state), app.clock.now());
    Some(Asked { step, options })
}

/// Who showed their key, when the answer proves it. Each question is answered once.
pub async fn known_by(app: &App, answer: &str) -> Result<Option<UserId>, StoreError> {
    let now = app.clock.now();
    let Ok(answered) = serde_json::from_str::<Answered<PublicKeyCredential>>(answer) else { return Ok(None) };
    let Some((place, state)) = app.sign_ins.passkeys.take(&answered.step, now) else { return Ok(None) };
    let Some((owner, id)) = place.named(&answered.credential) else { return Ok(None) };
    let staff = UserId::from_bytes(owner.into_bytes());
    let theirs = app.store.passkeys(staff, &place.host).await?;
    let Some(stored) = theirs.into_iter().find(|key| key.credential_id == id) else { return Ok(None) };
    let Some(proved) = place.proves(&answered.credential, state, readable(&stored.credential)?) else {
        return Ok(None);
    };
    app.store.use_passkey(stored.credential_id, written(&proved)?, now).await?;
    Ok(Some(staff))
}

/// Asks for a new key.
pub async fn ask_for_new(
    app: &App,
    place: &Place,
    who: &SignedIn,
    login: &str,
) -> Result<Option<Asked<Value>>, StoreError> {
    let known = app.store.passkeys(who.staff_id, &place.host).await?;
    let known = known.into_iter().map(|key| key.credential_id).collect();
    let owner = Uuid::from_bytes(*who.staff_id.as_bytes());
    let Some((options, state)) = place.begin_adding(owner, login, &who.name, known) else { return Ok(None) };
    let step = app.sign_ins.new_passkeys.keep((who.staff_id, place.clone(), state), app.clock.now());
    Ok(Some(Asked { step, options }))
}

/// Takes the key that the browser made; whether it was one.
pub async fn add(
    app: &App,
    who: &SignedIn,
    name: &str,
    answer: &str,
    from: FromSession,
) -> Result<bool, StoreError> {
    let now = app.clock.now();
    let Ok(answered) = serde_json::from_str::<Answered<RegisterPublicKeyCredential>>(answer) else {
        return Ok(false);
    };
    let Some((staff, place, state)) = app.sign_ins.new_passkeys.take(&answered.step, now) else {
        return Ok(false);
    };
    let Some(key) = place.add(&answered.credential, &state).filter(|_| staff == who.staff_id) else {
        return Ok(false);
    };
    let passkey = Passkey {
        credential_id: key.cred_id().clone(),
        staff,
        name: name.to_owned(),
        host: place.host,
        credential: written(&key)?,
    };
    match app.store.add_passkey(passkey, from).await {
        Ok(()) => Ok(true),
        Err(StoreError::Taken { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

fn readable(credential: &str) -> Result<webauthn_rs::prelude::Passkey, StoreError> {
    serde_json::from_str(credential).map_err(|_| StoreError::Unreadable { what: "passkey" })
}

fn written(key: &webauthn_rs::prelude::Passkey) -> Result<String, StoreError> {
    serde_json::to_string(key).map_err(|_| StoreError::Unreadable { what: "passkey" })
}
