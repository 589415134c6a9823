//! The confidentiality agreement: read and accepted here, kept at the school. It needs the network, like pairing.

use daymark_protocol::{AgreementAccepted, AgreementWanted, Down, Frames, Hello, SyncApi, Up};

use super::access;
use super::run::{SharedCore, SyncError};
use crate::api::AgreementView;
use crate::storage::phone;

/// The text that is signed now.
pub async fn read_agreement(
    core: &SharedCore,
    api: &impl SyncApi,
    language: &str,
) -> Result<AgreementView, SyncError> {
    let answer = ask(core, api, AgreementWanted::new(language.to_owned()).into()).await?;
    let text = Frames::<Down>::of(&answer).flatten().find_map(|frame| match frame {
        Down::AgreementText(text) => Some(text),
        _ => None,
    });
    let text = text.ok_or(SyncError::CutOff)?;
    Ok(AgreementView { version: text.version, language: text.language, text: text.text })
}

/// The mentor has read and accepted it. What comes with it, comes in the same answer.
pub async fn accept_agreement(
    core: &SharedCore,
    api: &impl SyncApi,
    version: u32,
    language: &str,
) -> Result<(), SyncError> {
    ask(core, api, AgreementAccepted::new(version, language.to_owned()).into()).await.map(drop)
}

async fn ask(core: &SharedCore, api: &impl SyncApi, frame: Up) -> Result<Vec<u8>, SyncError> {
    let phone = core.borrow().phone()?;
    let mut frames = Vec::new();
    Up::from(Hello::new(phone.cursor, phone.log_id.map(Into::into), phone.generation)).write(&mut frames);
    frame.write(&mut frames);
    let answer = access::ask(core, api, frames).await?;
    let before = phone::get(&core.borrow().db)?.map(|phone| phone.cursor);
    // Another sync may have come in between: then what this answer says is older, and comes again.
    if before == Some(phone.cursor) {
        core.borrow_mut().apply_answer(&answer, &[])?;
    }
    Ok(answer)
}
