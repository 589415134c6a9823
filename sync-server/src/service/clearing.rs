//! Everything at once that a mentor needs before students lie on their phone. Pages write each thing down by itself;
//! demonstrations and tests begin here.

use daymark_components::Language;
use daymark_domain::{
    AgreementSigning, MentorId, MentoringRules, SchoolDay, SchoolId, ScreeningKind, ScreeningResult, UserId,
    agreement_through, months_later,
};

use super::agreement::Agreement;
use crate::store::mentor_files::{MentorEntry, MentorFileStore, ScreeningEntry, Signature, TrainingEntry};
use crate::store::{Store, StoreError};

/// How long a first training takes, shared between its topics.
const TOPIC_MINUTES: u32 = 50;

/// A signature of the current agreement on that day.
pub fn signature(name: &str, language: Language, how: AgreementSigning, day: SchoolDay) -> Signature {
    let agreement = Agreement::current(language);
    Signature {
        version: agreement.version,
        language: language.word().to_owned(),
        text_hash: Some(agreement.hash()),
        name: name.to_owned(),
        how,
        day,
        through: agreement_through(day),
    }
}

/// The last day of a screening under the rules.
pub fn screening_through(rules: &MentoringRules, day: SchoolDay) -> SchoolDay {
    months_later(day, rules.screening_valid_months).minus(1)
}

/// Signed, screened and trained on that day, by the rules' defaults.
pub fn everything(name: &str, day: SchoolDay) -> Vec<MentorEntry> {
    let rules = MentoringRules::default();
    let screening = |kind: &ScreeningKind| ScreeningEntry {
        kind: *kind,
        result: ScreeningResult::Clear,
        day,
        through: screening_through(&rules, day),
        checked_by: "Human resources".to_owned(),
    };
    let training = |topic| TrainingEntry { topic, minutes: TOPIC_MINUTES, day, given_by: None };
    let signed = signature(name, Language::English, AgreementSigning::Paper, day);
    let screenings = ScreeningKind::ALL.iter().map(screening).map(MentorEntry::Screening);
    let trainings = rules.required_training.topics().map(training).map(MentorEntry::Training);
    screenings.chain(trainings).chain([MentorEntry::Agreement(signed)]).collect()
}

/// Writes all of it down.
pub async fn clear_mentor<S: Store + ?Sized>(
    store: &S,
    (school, mentor, name): (SchoolId, MentorId, &str),
    by: UserId,
    day: SchoolDay,
    at: i64,
) -> Result<(), StoreError> {
    for entry in everything(name, day) {
        MentorFileStore::write_down(store, school, mentor, entry, by, at).await?;
    }
    Ok(())
}
