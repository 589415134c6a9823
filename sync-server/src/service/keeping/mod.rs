//! Looking after matches and mentors: what staff typed, read into what can be stored; and what is due.

pub mod closing;
pub mod reviews;
pub mod rollover;
pub mod substitutes;
pub mod support;
pub mod thanks;

use std::str::FromStr;

use daymark_domain::{NoteText, SchoolDay};

use crate::app::App;
use crate::store::closing::Author;
use crate::store::sessions::SignedIn;

pub use crate::service::referral_form::Fields;
use crate::service::referral_form::{one_line, text};

/// Why a form was not taken: at which field, and the word by which the catalogue says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field's name.
    pub field: &'static str,
    /// The word.
    pub why: &'static str,
}

impl Wrong {
    /// At that field, for that reason.
    pub fn at(field: &'static str, why: &'static str) -> Self {
        Self { field, why }
    }
}

/// Whoever writes, now.
pub fn author(app: &App, who: &SignedIn) -> Author {
    Author { school_id: who.school_id, by: who.staff_id, at: app.clock.now() }
}

/// A day.
pub fn day(fields: &Fields, field: &'static str) -> Result<SchoolDay, Wrong> {
    let typed = one_line(fields, field).ok_or(Wrong::at(field, "no_day"))?;
    typed.parse().map_err(|_| Wrong::at(field, "no_day"))
}

/// A day that is not to come: something was done on it.
pub fn day_done(fields: &Fields, field: &'static str, today: SchoolDay) -> Result<SchoolDay, Wrong> {
    let day = day(fields, field)?;
    if day > today { Err(Wrong::at(field, "day_to_come")) } else { Ok(day) }
}

/// One of the choices.
pub fn choice<T: FromStr>(fields: &Fields, field: &'static str) -> Result<T, Wrong> {
    optional_choice(fields, field)?.ok_or(Wrong::at(field, "choose"))
}

/// One of the choices, or none.
pub fn optional_choice<T: FromStr>(fields: &Fields, field: &'static str) -> Result<Option<T>, Wrong> {
    let chosen = one_line(fields, field).map(|word| word.parse()).transpose();
    chosen.map_err(|_| Wrong::at(field, "choose"))
}

/// A longer text, or none.
pub fn long_text(fields: &Fields, field: &'static str) -> Result<Option<NoteText>, Wrong> {
    text(fields, field).map_err(|_| Wrong::at(field, "too_long"))
}

/// A short text.
pub fn short_text(fields: &Fields, field: &'static str) -> Result<String, Wrong> {
    let typed = one_line(fields, field).ok_or(Wrong::at(field, "empty"))?;
    if typed.chars().count() > SHORT_CHARACTERS_MAX { Err(Wrong::at(field, "too_long")) } else { Ok(typed) }
}

/// The most characters of a short text.
pub const SHORT_CHARACTERS_MAX: usize = 200;

/// Those whose box `prefix_word` is ticked.
pub fn ticked<T: Copy>(fields: &Fields, prefix: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Vec<T> {
    all.iter().copied().filter(|one| fields.contains_key(&format!("{prefix}_{}", word(*one)))).collect()
}
