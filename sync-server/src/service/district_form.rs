//! What was typed into the district's forms, read into what can be stored; or why it cannot.

use std::collections::HashMap;
use std::str::FromStr;

use daymark_domain::SchoolDay;

use crate::store::district::Saying;

/// The most characters of a note beside an answer.
pub const NOTE_CHARACTERS_MAX: usize = 500;
/// The most characters of an answer to a prompt.
pub const TEXT_CHARACTERS_MAX: usize = 2_000;
/// The most characters of a line: a partner's name, a variant.
pub const LINE_CHARACTERS_MAX: usize = 100;

/// The fields of a form as they were sent.
pub type Fields = HashMap<String, String>;

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A question has no answer; which, by its word.
    NoAnswer(&'static str),
    /// A text is too long; in which field.
    TooLong(&'static str),
    /// A field is empty that must not be.
    Empty(&'static str),
    /// A date cannot be read.
    NoDate(&'static str),
    /// The last day lies before the first, or has passed.
    NoTime,
    /// No agreement holds today.
    NoAgreement,
    /// There is no such key.
    NoSuchKey,
}

impl Wrong {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoAnswer(_) => "no_answer",
            Self::TooLong(_) => "too_long",
            Self::Empty(_) => "empty",
            Self::NoDate(_) => "no_date",
            Self::NoTime => "no_time",
            Self::NoAgreement => "no_agreement",
            Self::NoSuchKey => "no_such_key",
        }
    }

    /// The field that it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::NoAnswer(field) | Self::TooLong(field) | Self::Empty(field) | Self::NoDate(field) => field,
            Self::NoTime => "last",
            Self::NoAgreement => "agreement",
            Self::NoSuchKey => "key",
        }
    }
}

/// A question of a closed list.
pub trait Question: Copy + 'static {
    /// Its word, which is the name of its field.
    fn field(self) -> &'static str;
    /// The name of the field of the words beside it.
    fn note_field(self) -> &'static str;
}

macro_rules! questions {
    ($($question:ident { $($variant:ident => $field:literal, $note:literal;)+ })+) => {$(
        impl Question for daymark_domain::$question {
            fn field(self) -> &'static str {
                match self { $(Self::$variant => $field,)+ }
            }
            fn note_field(self) -> &'static str {
                match self { $(Self::$variant => $note,)+ }
            }
        }
    )+};
}

questions! {
    DistrictSupport {
        ActionableData => "actionable_data", "note_actionable_data";
        PositiveEngagement => "positive_engagement", "note_positive_engagement";
        CapacityBuilding => "capacity_building", "note_capacity_building";
        SharedAccountability => "shared_accountability", "note_shared_accountability";
        Partnerships => "partnerships", "note_partnerships";
    }
    ReadinessQuestion {
        Need => "need", "note_need";
        CommittedPrincipal => "committed_principal", "note_committed_principal";
        SupportStaff => "support_staff", "note_support_staff";
        WorkingTeam => "working_team", "note_working_team";
        Partners => "partners", "note_partners";
    }
    ReflectionPrompt {
        Worked => "worked", "note_worked";
        DidNot => "did_not", "note_did_not";
        Change => "change", "note_change";
    }
}

/// An answer to each question, with the words beside it.
pub fn read_answers<Q: Question, A: FromStr>(
    fields: &Fields,
    questions: &[Q],
) -> Result<Vec<Saying<(Q, A)>>, Wrong> {
    let answer = |question: &Q| {
        let answer = fields.get(question.field()).and_then(|word| word.parse().ok());
        let answer = answer.ok_or(Wrong::NoAnswer(question.field()))?;
        let note = text(fields, question.note_field(), NOTE_CHARACTERS_MAX)?;
        Ok(Saying { what: (*question, answer), note: Some(note).filter(|note| !note.is_empty()) })
    };
    questions.iter().map(answer).collect()
}

/// A text for each prompt; an empty one takes back what stood there.
pub fn read_texts<Q: Question>(fields: &Fields, prompts: &[Q]) -> Result<Vec<(Q, String)>, Wrong> {
    let one = |prompt: &Q| Ok((*prompt, text(fields, prompt.field(), TEXT_CHARACTERS_MAX)?));
    prompts.iter().map(one).collect()
}

/// A field's text without the space around it, with line ends as they are counted.
pub fn text(fields: &Fields, field: &'static str, characters_max: usize) -> Result<String, Wrong> {
    let typed = fields.get(field).map(|text| text.replace("\r\n", "\n").trim().to_owned());
    let typed = typed.unwrap_or_default();
    if typed.chars().count() > characters_max { Err(Wrong::TooLong(field)) } else { Ok(typed) }
}

/// A line that must not be empty.
pub fn line(fields: &Fields, field: &'static str, characters_max: usize) -> Result<String, Wrong> {
    let typed = text(fields, field, characters_max)?;
    if typed.is_empty() { Err(Wrong::Empty(field)) } else { Ok(typed) }
}

/// A date that must be there.
pub fn date(fields: &Fields, field: &'static str) -> Result<SchoolDay, Wrong> {
    line(fields, field, LINE_CHARACTERS_MAX)?.parse().map_err(|_| Wrong::NoDate(field))
}
