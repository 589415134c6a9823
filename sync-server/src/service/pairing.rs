//! From a code on the coordinator's screen to a paired phone.

use daymark_domain::MentorId;
use daymark_protocol::pairing::{
    CODE_ALPHABET, CODE_CHARACTERS, PairReply, PairRequest, normalised_code, signed_bytes,
};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::app::App;
use crate::auth::peer::Peer;
use crate::auth::{from_hex, hex, sha256};
use crate::entropy::Entropy;
use crate::problem::Problem;
use crate::store::StoreError;
use crate::store::pairing::{NewDevice, NewInvite};
use crate::store::sessions::SignedIn;

const CODE_GOOD_FOR_S: i64 = 10 * 60;
const PLATFORMS: [&str; 4] = ["web", "desktop", "android", "ios"];
const VERSION_CHARACTERS_MAX: usize = 32;

/// A code, shown once.
pub struct Invite {
    /// Ten characters.
    pub code: String,
    /// When it stops working.
    pub expires_at: i64,
}

/// Makes a code for one of the coordinator's mentors; none when the mentor is not the school's.
pub async fn invite(app: &App, who: &SignedIn, mentor: MentorId) -> Result<Option<Invite>, StoreError> {
    let at = app.clock.now();
    let expires_at = at + CODE_GOOD_FOR_S;
    let code = new_code(&app.entropy);
    let invite = NewInvite {
        code_hash: sha256(code.as_bytes()),
        school_id: who.school_id,
        mentor_id: mentor,
        by: who.staff_id,
        at,
        expires_at,
    };
    Ok(app.store.add_invite(invite).await?.then_some(Invite { code, expires_at }))
}

/// Pairs a phone that shows a good code and holds the key that it names.
pub async fn pair(app: &App, request: &PairRequest, peer: Peer) -> Result<PairReply, Problem> {
    let now = app.clock.now();
    app.rate_limits.pairing_by_peer.attempt(&peer.key(), now).map_err(Problem::too_many)?;
    let known_app = PLATFORMS.contains(&request.platform.as_str())
        && (1..=VERSION_CHARACTERS_MAX).contains(&request.app_version.chars().count());
    if !known_app {
        return Err(Problem::UNREADABLE);
    }
    let (code, public_key) = proven(request).ok_or(Problem::CODE_REFUSED)?;
    let (id, token) = (app.entropy.device_id(), app.entropy.secret());
    let device = NewDevice {
        code_hash: sha256(code.as_bytes()),
        id,
        public_key,
        token_hash: sha256(&token),
        platform: request.platform.clone(),
        app_version: request.app_version.clone(),
        at: now,
    };
    let paired = app.store.pair_device(device).await?.ok_or(Problem::CODE_REFUSED)?;
    Ok(PairReply {
        device_id: id.to_string(),
        token: hex(&token),
        mentor: paired.mentor_name,
        school: paired.school_name,
        server_key: Some(hex(&app.key.public())),
        certificate: Some(hex(&app.key.certificate(id, paired.mentor_id, &paired.tag))),
        device_tag: paired.tag.into(),
    })
}

/// The code and the key, when the signature shows that the phone holds the key's other half.
fn proven(request: &PairRequest) -> Option<(String, [u8; 32])> {
    let code = normalised_code(&request.code)?;
    let public_key = from_hex(&request.public_key)?;
    let signature = Signature::from_bytes(&from_hex(&request.signature)?);
    let key = VerifyingKey::from_bytes(&public_key).ok()?;
    key.verify_strict(&signed_bytes(&code, &public_key), &signature).ok()?;
    Some((code, public_key))
}

/// 50 random bits: each byte gives five.
fn new_code(entropy: &Entropy) -> String {
    let character = |byte: u8| char::from(CODE_ALPHABET[usize::from(byte % 32)]);
    entropy.secret().into_iter().take(CODE_CHARACTERS).map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_code_is_read_back_as_it_was_made() {
        let code = new_code(&Entropy::system());
        assert_eq!(normalised_code(&code.to_lowercase()), Some(code));
    }
}
