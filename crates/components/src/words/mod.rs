//! Every sentence that a person reads, from the catalogue in `locales/`, through Fluent.
//!
//! `say!(words, "door-count", greeted: 2, total: 25)` says one. Another language is another folder beside
//! `locales/en` and another line in [`Language`]; patterns of dates are sentences of the catalogue too.

mod apart;
mod dates;
mod figures;
mod language;

use std::sync::LazyLock;

use daymark_domain::{DayType, Tier};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use apart::{acts_beyond, apart};
pub use language::{Direction, Language};

/// A value inside a sentence: a text or a number.
pub type Arg<'a> = fluent_bundle::FluentValue<'a>;

/// A language's catalogue. A handle: copied freely, equal to itself.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    sentences: &'static FluentBundle<FluentResource>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// Says a sentence of the catalogue: `say!(words, "id")`, `say!(words, "id", name: value, …)`.
///
/// The id is a literal, so that a test can tell that it exists and that none is left over.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:literal) => { $words.say($id) };
    ($words:expr, $id:literal, $($name:ident: $value:expr),+ $(,)?) => {
        $words.say_with($id, &[$((stringify!($name), $crate::Arg::from($value))),+])
    };
}

impl Words {
    /// The catalogue of that language.
    pub fn of(language: Language) -> Self {
        static BUNDLES: LazyLock<[FluentBundle<FluentResource>; Language::ALL.len()]> =
            LazyLock::new(|| Language::ALL.map(bundle));
        Self { language, sentences: &BUNDLES[language as usize] }
    }

    /// The English catalogue.
    pub fn english() -> Self {
        Self::of(Language::English)
    }

    /// The Spanish catalogue.
    pub fn spanish() -> Self {
        Self::of(Language::Spanish)
    }

    /// Which language this is.
    pub fn language(self) -> Language {
        self.language
    }

    /// A sentence without values. An id that is missing is shown as it is, so that it is found.
    pub fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A sentence with values.
    pub fn say_with(self, id: &str, values: &[(&'static str, Arg<'_>)]) -> String {
        let Some(pattern) = self.sentences.get_message(id).and_then(|message| message.value()) else {
            return format!("⟦{id}⟧");
        };
        let values: FluentArgs = values.iter().map(|(name, value)| (*name, set_apart(value))).collect();
        // A missing value shows as `{$name}` in the sentence; the errors tell no more.
        self.sentences.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// What a date is for the school, in a word.
    pub fn day_type(self, day_type: DayType) -> String {
        match day_type {
            DayType::Instructional => say!(self, "day-type-instructional"),
            DayType::MakeUp => say!(self, "day-type-make-up"),
            DayType::Holiday => say!(self, "day-type-holiday"),
            DayType::Weather => say!(self, "day-type-weather"),
            DayType::Emergency => say!(self, "day-type-emergency"),
            DayType::Strike => say!(self, "day-type-strike"),
            DayType::TeacherOnly => say!(self, "day-type-teacher-only"),
            DayType::NonInstructional => say!(self, "day-type-non-instructional"),
        }
    }

    /// A tier in a word.
    pub fn tier(self, tier: Tier) -> String {
        match tier {
            Tier::NotApplicable => say!(self, "tier-not-applicable"),
            Tier::NotEnoughData => say!(self, "tier-not-enough-data"),
            Tier::Satisfactory => say!(self, "tier-satisfactory"),
            Tier::AtRisk => say!(self, "tier-at-risk"),
            Tier::Moderate => say!(self, "tier-moderate"),
            Tier::Severe => say!(self, "tier-severe"),
        }
    }
}

/// Texts come from everywhere; numbers turn nothing.
fn set_apart<'a>(value: &'a Arg<'_>) -> Arg<'a> {
    match value {
        Arg::String(text) => Arg::String(apart(text)),
        other => other.clone(),
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // The language decides which plural a number takes.
    let mut bundle = FluentBundle::new_concurrent(vec![language.word().parse().unwrap_or_default()]);
    bundle.set_formatter(Some(figures::grouped));
    // Values read left to right: beside such words isolation marks would only stand between a person and what they copy.
    bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
    for source in language.sources() {
        // A sentence that cannot be read is left out and shows as its id; `tests/catalogue` refuses it.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_are_said_differently() {
        for (words, one, many) in [
            (Words::english(), "1 student", "25 students"),
            (Words::spanish(), "1 estudiante", "25 estudiantes"),
        ] {
            assert_eq!(say!(words, "students-count", n: 1), one);
            assert_eq!(say!(words, "students-count", n: 25), many);
        }
    }

    #[test]
    fn a_missing_sentence_shows_its_id() {
        for language in Language::ALL {
            assert_eq!(Words::of(language).say("no-such-sentence"), "⟦no-such-sentence⟧");
        }
    }

    #[test]
    fn every_language_is_its_own_catalogue() {
        for language in Language::ALL {
            assert_eq!(Words::of(language).language(), language);
        }
        assert!(Words::english() != Words::spanish());
    }
}
