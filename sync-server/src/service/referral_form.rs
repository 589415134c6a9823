//! What staff typed into a referral, read into what can be stored; or why it cannot.

use std::collections::HashMap;
use std::str::FromStr;

use daymark_domain::{
    AskStatus, InvalidNote, InvalidReferralStep, NoteText, ReferralKind, ReferralStatus, ResourceId,
    SchoolDay, Urgency, UserId,
};

use crate::store::referrals::ReferralState;
use crate::store::resources::Resource;

/// The most characters of whom a referral goes to.
pub const TO_CHARACTERS_MAX: usize = 200;

/// The fields of a form as they were sent.
pub type Fields = HashMap<String, String>;

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A field is missing or none of its words.
    Unreadable,
    /// To whom is missing.
    NoRecipient,
    /// A text is too long.
    TooLong,
    /// The mentor who asked is owed a reason.
    NoReason,
    /// The step is not allowed.
    Step(InvalidReferralStep),
    /// Somebody took another step in between.
    Moved,
}

impl Wrong {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoRecipient => "no_recipient",
            Self::TooLong => "too_long",
            Self::NoReason => "no_reason",
            Self::Step(InvalidReferralStep::NotNext) => "not_next",
            Self::Step(InvalidReferralStep::NoConsent) => "no_consent",
            Self::Step(InvalidReferralStep::NoOutcome) => "no_outcome",
            Self::Step(InvalidReferralStep::OtherOutcome) => "other_outcome",
            Self::Moved => "moved",
        }
    }
}

/// What the first form says beside the first step.
pub struct NewFields {
    /// Where it leads.
    pub kind: ReferralKind,
    /// To which resource of the directory, when it is one.
    pub resource: Option<ResourceId>,
    /// To whom, by name.
    pub to: String,
    /// By when help is needed.
    pub urgency: Urgency,
    /// Why.
    pub reason: Option<NoteText>,
}

/// Reads the first form; `resources` are those that it offered.
pub fn read_new(fields: &Fields, resources: &[Resource]) -> Result<NewFields, Wrong> {
    let resource = optional_word::<ResourceId>(fields, "resource")?;
    let to = match resource {
        Some(id) => {
            let found = resources.iter().find(|resource| resource.id == id);
            found.ok_or(Wrong::Unreadable)?.facts.name.clone()
        }
        None => one_line(fields, "to").ok_or(Wrong::NoRecipient)?,
    };
    if to.chars().count() > TO_CHARACTERS_MAX {
        return Err(Wrong::TooLong);
    }
    let (kind, urgency) = (required(fields, "kind")?, required(fields, "urgency")?);
    Ok(NewFields { kind, resource, to, urgency, reason: text(fields, "reason")? })
}

/// Reads what can change with a step.
pub fn read_state(fields: &Fields) -> Result<ReferralState, Wrong> {
    Ok(ReferralState {
        status: required::<ReferralStatus>(fields, "status")?,
        consent: required(fields, "consent")?,
        outcome: optional_word(fields, "outcome")?,
        owner: required::<UserId>(fields, "owner")?,
        due: optional_word::<SchoolDay>(fields, "due")?,
        note: text(fields, "note")?,
    })
}

/// Reads what the mentor who asked shall read. What is not possible is never answered without a reason.
pub fn read_answer(
    fields: &Fields,
    status: ReferralStatus,
    changed: bool,
) -> Result<Option<NoteText>, Wrong> {
    let answer = text(fields, "answer")?;
    let refuses = changed && status.answers() == Some(AskStatus::Rejected);
    if refuses && answer.is_none() { Err(Wrong::NoReason) } else { Ok(answer) }
}

/// A field's text without the space around it; none when nothing is left.
pub fn one_line(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.get(name)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn required<T: FromStr>(fields: &Fields, name: &str) -> Result<T, Wrong> {
    optional_word(fields, name)?.ok_or(Wrong::Unreadable)
}

fn optional_word<T: FromStr>(fields: &Fields, name: &str) -> Result<Option<T>, Wrong> {
    one_line(fields, name).map(|word| word.parse()).transpose().map_err(|_| Wrong::Unreadable)
}

/// A longer text, with line ends as they are counted.
pub fn text(fields: &Fields, name: &str) -> Result<Option<NoteText>, Wrong> {
    let Some(typed) = fields.get(name) else { return Ok(None) };
    match NoteText::try_from(typed.replace("\r\n", "\n")) {
        Ok(text) => Ok(Some(text)),
        Err(InvalidNote::Empty) => Ok(None),
        Err(InvalidNote::TooLong { .. }) => Err(Wrong::TooLong),
    }
}
