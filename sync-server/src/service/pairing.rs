//! From a code on the coordinator's screen, over three words that two people compare, to a paired phone.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use daymark_domain::MentorId;
use daymark_protocol::pairing::{
    AnswerRequest, CODE_ALPHABET, CODE_CHARACTERS, PairAnswer, PairAsked, PairReply, PairRequest,
    normalised_code, signed_bytes,
};
use daymark_protocol::words::{Exchange, three_words};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::app::App;
use crate::auth::peer::Peer;
use crate::auth::{from_hex, hex, sha256};
use crate::entropy::Entropy;
use crate::problem::Problem;
use crate::store::StoreError;
use crate::store::pairing::{AskingPhone, Heard, InviteState, LatestInvite, NewDevice, NewInvite, PhoneAsks};
use crate::store::sessions::SignedIn;

const CODE_GOOD_FOR_S: i64 = 10 * 60;
const PLATFORMS: [&str; 4] = ["web", "desktop", "android", "ios"];
const LANGUAGES: [&str; 2] = ["en", "es"];
const VERSION_CHARACTERS_MAX: usize = 32;

/// A code that waits for its phone.
#[derive(Clone)]
pub struct Invite {
    /// Ten characters.
    pub code: String,
    /// When it stops working.
    pub expires_at: i64,
}

/// Codes that were made here and still work, so that the page can be asked for again. The store knows their hash alone, and
/// a server that is started again cannot show them any more.
#[derive(Default)]
pub struct OpenCodes(Mutex<HashMap<MentorId, Invite>>);

impl OpenCodes {
    fn keep(&self, mentor: MentorId, invite: Invite, now: i64) {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|_, open| open.expires_at > now);
        codes.insert(mentor, invite);
    }

    fn of(&self, mentor: MentorId, code_hash: [u8; 32]) -> Option<Invite> {
        let codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.get(&mentor).filter(|open| sha256(open.code.as_bytes()) == code_hash).cloned()
    }
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
    if !app.store.add_invite(invite).await? {
        return Ok(None);
    }
    let invite = Invite { code, expires_at };
    app.open_codes.keep(mentor, invite.clone(), at);
    Ok(Some(invite))
}

/// How far a mentor's pairing has come, as the coordinator's page shows it.
pub enum Progress {
    /// There is no code that works.
    NoCode,
    /// A code waits for its phone; none: it was made where it cannot be shown any more.
    Code(Option<Invite>),
    /// A phone asks. Are these its words?
    Words(Asking),
    /// The phone is paired.
    Paired,
    /// The words differed, or too many tried.
    Refused,
}

/// A phone with its words.
pub struct Asking {
    /// Its public key as 64 hexadecimal digits: which phone the coordinator answers about.
    pub phone: String,
    /// As the phone shows them.
    pub words: [&'static str; 3],
    /// Their language.
    pub language: String,
    /// `web`, `desktop`, `android`, `ios`.
    pub platform: String,
}

/// How far it has come.
pub async fn progress(app: &App, who: &SignedIn, mentor: MentorId) -> Result<Progress, StoreError> {
    let Some(latest) = app.store.latest_invite(who.school_id, mentor).await? else {
        return Ok(Progress::NoCode);
    };
    let works = latest.expires_at > app.clock.now();
    Ok(match &latest.state {
        InviteState::Used => Progress::Paired,
        InviteState::Refused => Progress::Refused,
        InviteState::Open if works => Progress::Code(app.open_codes.of(mentor, latest.code_hash)),
        InviteState::Asking(phone) if works => Progress::Words(Asking {
            phone: hex(&phone.public_key),
            words: words_of(app, latest.code_hash, phone),
            language: phone.language.clone(),
            platform: phone.platform.clone(),
        }),
        InviteState::Open | InviteState::Asking(_) => Progress::NoCode,
    })
}

fn words_of(app: &App, code_hash: [u8; 32], phone: &AskingPhone) -> [&'static str; 3] {
    let AskingPhone { public_key, phone_nonce, server_nonce, language, .. } = phone;
    let exchange = Exchange {
        code_hash,
        public_key: *public_key,
        server_key: app.key.public(),
        phone_nonce: *phone_nonce,
        server_nonce: *server_nonce,
    };
    three_words(&exchange, language)
}

/// The coordinator's word about the phone with that key; `false` when it does not wait any more.
pub async fn say(
    app: &App,
    who: &SignedIn,
    mentor: MentorId,
    phone: &str,
    same: bool,
) -> Result<bool, StoreError> {
    let Some(public_key) = from_hex::<32>(phone) else { return Ok(false) };
    let at = app.clock.now();
    if !same {
        return app.store.refuse_phone((who.school_id, mentor), public_key, who.staff_id, at).await;
    }
    let latest = app.store.latest_invite(who.school_id, mentor).await?;
    let Some(LatestInvite { code_hash, state: InviteState::Asking(asking), .. }) = latest else {
        return Ok(false);
    };
    let AskingPhone { platform, app_version, .. } = asking;
    let id = app.entropy.device_id();
    let device = NewDevice { code_hash, id, public_key, platform, app_version, by: who.staff_id, at };
    Ok(app.store.pair_device(device).await?.is_some())
}

/// Gives a good code to the phone that shows it and holds the key that it names. Nothing of the mentor is said yet.
pub async fn ask(app: &App, request: &PairRequest, peer: Peer) -> Result<PairAsked, Problem> {
    let now = app.clock.now();
    app.rate_limits.pairing_by_peer.attempt(&peer.key(), now).map_err(Problem::too_many)?;
    let known_app = PLATFORMS.contains(&request.platform.as_str())
        && LANGUAGES.contains(&request.language.as_str())
        && request.app_version.chars().count() <= VERSION_CHARACTERS_MAX;
    if !known_app {
        return Err(Problem::UNREADABLE);
    }
    let code = normalised_code(&request.code).ok_or(Problem::CODE_REFUSED)?;
    let code_hash = sha256(code.as_bytes());
    let Some((public_key, commitment)) = proven(request, &code) else {
        app.store.count_wrong_try(code_hash).await?;
        return Err(Problem::CODE_REFUSED);
    };
    let phone = PhoneAsks {
        code_hash,
        public_key,
        commitment,
        server_nonce: app.entropy.secret(),
        platform: request.platform.clone(),
        app_version: request.app_version.clone(),
        language: request.language.clone(),
        at: now,
    };
    let nonce = app.store.ask_to_pair(phone).await?.ok_or(Problem::CODE_REFUSED)?;
    Ok(PairAsked { server_key: hex(&app.key.public()), nonce: hex(&nonce) })
}

/// What the coordinator said to the phone that asks.
pub async fn answer(app: &App, request: &AnswerRequest) -> Result<PairAnswer, Problem> {
    let key = from_hex(&request.public_key).ok_or(Problem::UNREADABLE)?;
    let nonce = from_hex(&request.nonce).ok_or(Problem::UNREADABLE)?;
    match app.store.hear_answer(key, nonce, app.clock.now()).await? {
        None => Err(Problem::CODE_REFUSED),
        Some(Heard::Refused) => Err(Problem::WORDS_DIFFER),
        Some(Heard::Waiting) => Ok(PairAnswer::Waiting),
        Some(Heard::Paired(id, paired)) => Ok(PairAnswer::Same(PairReply {
            device_id: id.to_string(),
            certificate: hex(&app.key.certificate(id, paired.mentor_id, &paired.tag)),
            device_tag: paired.tag.into(),
            mentor: paired.mentor_name,
            school: paired.school_name,
        })),
    }
}

/// Key and commitment, when the signature shows that the phone holds the key's other half.
fn proven(request: &PairRequest, code: &str) -> Option<([u8; 32], [u8; 32])> {
    let (public_key, commitment) = (from_hex(&request.public_key)?, from_hex(&request.commitment)?);
    let signature = Signature::from_bytes(&from_hex(&request.signature)?);
    let key = VerifyingKey::from_bytes(&public_key).ok()?;
    key.verify_strict(&signed_bytes(code, &public_key, &commitment), &signature).ok()?;
    Some((public_key, commitment))
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
