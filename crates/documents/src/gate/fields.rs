//! What a field of an entry may hold. A field has one type in every kind of entry; a field that this version does not
//! know may hold any short scalar, so that a newer phone's entries survive an older server.

use automerge::ScalarValue;
use daymark_domain::{EntryKey, GroupId, NoteText, SchoolDay, Weekdays};

use crate::fields::{AT, DAY, KIND, OF};

/// The most bytes of one text: a note of 2,000 characters of up to 4 bytes.
const TEXT_BYTES_MAX: usize = NoteText::MAX_CHARACTERS * 4;
/// The most bytes of a word.
const WORD_BYTES_MAX: usize = 32;
/// A day has no more minutes, and no count of an entry is larger.
const COUNT_MAX: i64 = 24 * 60;

/// Whether an entry may have this field.
pub(super) fn allowed(name: &str, value: &ScalarValue) -> bool {
    match (name, value) {
        ("text", ScalarValue::Str(text)) => text.len() <= TEXT_BYTES_MAX,
        (OF, ScalarValue::Str(key)) => key.parse::<EntryKey>().is_ok(),
        ("group_id", ScalarValue::Str(id)) => {
            id.parse::<GroupId>().is_ok_and(|group| group.to_string() == **id)
        }
        (name, ScalarValue::Str(word)) if is_word(name) => is_short_word(word),
        (AT, ScalarValue::Int(_)) => true,
        (DAY | "follow_up" | "due" | "due_week" | "until", ScalarValue::Int(day)) => is_day(*day),
        ("weekdays", ScalarValue::Int(bits)) => {
            u8::try_from(*bits).is_ok_and(|bits| Weekdays::from_bits(bits).is_some())
        }
        ("number", ScalarValue::Int(mark)) => u16::try_from(*mark).is_ok(),
        (
            "minutes" | "was" | "aim" | "counted" | "days" | "from_minute" | "to_minute",
            ScalarValue::Int(count),
        ) => (0..=COUNT_MAX).contains(count),
        (name, _) if is_known(name) => false,
        (_, ScalarValue::Str(text)) => text.len() <= TEXT_BYTES_MAX,
        (_, ScalarValue::Int(_) | ScalarValue::Uint(_) | ScalarValue::Boolean(_)) => true,
        _ => false,
    }
}

fn is_day(number: i64) -> bool {
    i32::try_from(number).is_ok_and(|number| SchoolDay::from_number(number).is_some())
}

/// A word of any version: which ones are known is for the reader to say.
fn is_short_word(word: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (1..=WORD_BYTES_MAX).contains(&word.len()) && word.chars().all(allowed)
}

fn is_word(name: &str) -> bool {
    matches!(
        name,
        KIND | "result"
            | "outcome"
            | "audience"
            | "class"
            | "direction"
            | "party"
            | "place"
            | "reason"
            | "activity"
            | "measure"
            | "whom"
            | "form"
            | "factor"
            | "source"
            | "confidence"
            | "need"
            | "urgency"
            | "item"
    )
}

fn is_known(name: &str) -> bool {
    let number =
        matches!(name, AT | DAY | "follow_up" | "due" | "due_week" | "until" | "weekdays" | "number");
    let count = matches!(name, "minutes" | "was" | "aim" | "counted" | "days" | "from_minute" | "to_minute");
    number || count || is_word(name) || matches!(name, "text" | OF | "group_id")
}
