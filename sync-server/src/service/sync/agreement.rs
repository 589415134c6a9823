//! The confidentiality agreement, read and accepted on the mentor's own phone (`domain.md` R2).

use daymark_components::Language;
use daymark_domain::AgreementSigning;
use daymark_protocol::{AgreementAccepted, AgreementText, AgreementWanted, Down};

use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::service::agreement::Agreement;
use crate::service::clearing::signature;
use crate::service::school_time;

/// The text that is signed now, for who wants to read it.
pub(super) fn write(wanted: Option<AgreementWanted>, frames: &mut Vec<u8>) {
    let Some(wanted) = wanted else { return };
    let Agreement { version, language, text } = Agreement::current(language(&wanted.language));
    Down::from(AgreementText::new(version, language.word().to_owned(), text.to_owned())).write(frames);
}

/// Writes the signature down, under the name that the school knows. A version that is signed no more is no signature; the
/// phone asks for the text again. The same request twice is one signature a day.
pub(super) async fn accept(
    app: &App,
    device: &Device,
    accepted: Option<AgreementAccepted>,
) -> Result<(), Problem> {
    let Some(AgreementAccepted { version, language: word, .. }) = accepted else { return Ok(()) };
    let (language, at) = (language(&word), app.clock.now());
    if Agreement::current(language).version != version {
        return Ok(());
    }
    let school = app.store.school(device.school_id).await?.ok_or(Problem::INTERNAL)?;
    let mentor = app.store.mentor(device.school_id, device.mentor_id).await?.ok_or(Problem::INTERNAL)?;
    let file = app.store.mentor_file(device.school_id, device.mentor_id).await?.ok_or(Problem::INTERNAL)?;
    let today = school_time::at(&school, at).day;
    let signed = signature(&mentor.name, language, AgreementSigning::Phone, today);
    let is_there = file.signatures.iter().any(|written| !written.taken_back && written.entry == signed);
    if !is_there {
        app.store.sign_on_phone(device.school_id, device.mentor_id, signed, device.id, at).await?;
        app.poke(device.school_id);
    }
    Ok(())
}

fn language(word: &str) -> Language {
    Language::from_word(word).unwrap_or(Language::English)
}
