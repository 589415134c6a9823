//! Every sentence that a person reads, from the catalogue in `locales/`, through Fluent.
//!
//! `say!(words, "door-count", greeted: 2, total: 25)` says one. Another language is another folder beside
//! `locales/en` and another constructor here; patterns of dates are sentences of the catalogue too.

use std::sync::LazyLock;

use chrono::Datelike;
use daymark_domain::{DayType, SchoolDay, Tier};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A value inside a sentence: a text or a number.
pub type Arg<'a> = fluent_bundle::FluentValue<'a>;

const ENGLISH: &[&str] = &[
    include_str!("../locales/en/shared.ftl"),
    include_str!("../locales/en/phone.ftl"),
    include_str!("../locales/en/team.ftl"),
];

/// A language's catalogue. A handle: copied freely, equal to itself.
#[derive(Clone, Copy)]
pub struct Words(&'static FluentBundle<FluentResource>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
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
    /// The English catalogue.
    pub fn english() -> Self {
        static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en", ENGLISH));
        Self(&BUNDLE)
    }

    /// The language's tag, for `<html lang>`.
    pub fn language(self) -> &'static str {
        "en"
    }

    /// A sentence without values. An id that is missing is shown as it is, so that it is found.
    pub fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A sentence with values.
    pub fn say_with(self, id: &str, values: &[(&'static str, Arg<'_>)]) -> String {
        let Some(pattern) = self.0.get_message(id).and_then(|message| message.value()) else {
            return format!("⟦{id}⟧");
        };
        let values: FluentArgs = values.iter().cloned().collect();
        // A missing value shows as `{$name}` in the sentence; the errors tell no more.
        self.0.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// "Tuesday 14 October".
    pub fn day_long(self, day: SchoolDay) -> String {
        say!(self, "day-long", weekday: self.weekday(day), day: day.0.day(), month: self.month_name(day))
    }

    /// "Tue 14 Oct".
    pub fn day_short(self, day: SchoolDay) -> String {
        let month = self.say(&format!("month-{}-short", day.0.month()));
        say!(self, "day-short", weekday: self.weekday_short(day), day: day.0.day(), month: month)
    }

    /// "14 October".
    pub fn day_plain(self, day: SchoolDay) -> String {
        say!(self, "day-plain", day: day.0.day(), month: self.month_name(day))
    }

    /// "October 2026".
    pub fn month_of_year(self, day: SchoolDay) -> String {
        // As text: a year takes no thousands separator in any language.
        say!(self, "month-of-year", month: self.month_name(day), year: day.0.year().to_string())
    }

    /// "October".
    pub fn month_name(self, day: SchoolDay) -> String {
        self.say(&format!("month-{}", day.0.month()))
    }

    /// "Tuesday".
    pub fn weekday(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}", day.weekday().number_from_monday()))
    }

    /// "Tue".
    pub fn weekday_short(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}-short", day.weekday().number_from_monday()))
    }

    /// "T", the head of a column.
    pub fn weekday_letter(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}-letter", day.weekday().number_from_monday()))
    }

    /// "7:05", from minutes since midnight.
    pub fn time_of_minute(self, minute: u16) -> String {
        say!(self, "time-of-day", hour: minute / 60, minute: format!("{:02}", minute % 60))
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
            Tier::Satisfactory => say!(self, "tier-satisfactory"),
            Tier::AtRisk => say!(self, "tier-at-risk"),
            Tier::Moderate => say!(self, "tier-moderate"),
            Tier::Severe => say!(self, "tier-severe"),
        }
    }
}

fn bundle(language: &str, sources: &[&str]) -> FluentBundle<FluentResource> {
    // The language decides which plural a number takes.
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
    // Isolation marks would stand between a person and what they copy; all values here read left to right.
    bundle.set_use_isolating(false);
    for source in sources {
        // A sentence that cannot be read is left out and shows as its id; the test below refuses it.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn dates_and_times_are_said_in_the_catalogues_words() {
        let words = Words::english();
        assert_eq!(words.day_long(day("2025-10-14")), "Tuesday 14 October");
        assert_eq!(words.day_short(day("2025-10-14")), "Tue 14 Oct");
        assert_eq!(words.month_of_year(day("2025-10-14")), "October 2025");
        assert_eq!(words.time_of_minute(7 * 60 + 5), "7:05");
        assert_eq!(words.time_of_minute(14 * 60 + 3), "14:03");
    }

    #[test]
    fn one_and_many_are_said_differently() {
        let words = Words::english();
        assert_eq!(say!(words, "students-count", n: 1), "1 student");
        assert_eq!(say!(words, "students-count", n: 25), "25 students");
    }

    #[test]
    fn a_missing_sentence_shows_its_id() {
        assert_eq!(Words::english().say("no-such-sentence"), "⟦no-such-sentence⟧");
    }

    #[test]
    fn every_catalogue_can_be_read_and_no_id_stands_twice() {
        let mut seen = BTreeSet::new();
        for source in ENGLISH {
            assert!(
                FluentResource::try_new((*source).to_owned()).is_ok(),
                "a sentence of the catalogue is malformed"
            );
            for id in ids_of(source) {
                assert!(seen.insert(id.to_owned()), "{id} stands twice in the catalogue");
            }
        }
    }

    #[test]
    fn every_sentence_that_a_source_says_is_in_the_catalogue_and_none_is_left_over() {
        let known: BTreeSet<String> =
            ENGLISH.iter().flat_map(|source| ids_of(source)).map(str::to_owned).collect();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut said: BTreeSet<String> = BTreeSet::new();
        for folder in ["crates/components/src", "mobile/src", "sync-server/src"] {
            for file in rust_files(&root.join(folder)) {
                let text = std::fs::read_to_string(&file).unwrap();
                for id in said_ids(&text) {
                    assert!(known.contains(id), "{}: no sentence '{id}' in the catalogue", file.display());
                    said.insert(id.to_owned());
                }
            }
        }
        // Names of months and weekdays are chosen by number.
        let by_number = |id: &&String| id.starts_with("month-") || id.starts_with("weekday-");
        let left_over: Vec<_> = known.difference(&said).filter(|id| !by_number(id)).collect();
        assert!(left_over.is_empty(), "sentences that nothing says: {left_over:?}");
    }

    fn ids_of(source: &'static str) -> Vec<&'static str> {
        let is_entry = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        source.lines().filter(is_entry).filter_map(|line| line.split_once(" =")).map(|(id, _)| id).collect()
    }

    /// The first text in quotes behind each `say!(`: the id, wherever the line breaks.
    fn said_ids(source: &str) -> impl Iterator<Item = &str> {
        let code = source.split("#[cfg(test)]").next().unwrap_or(source);
        code.split("say!(").skip(1).filter_map(|call| call.split('"').nth(1)).filter(|id| {
            // The macro's own definition and its documentation have no literal id.
            id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') && *id != "id"
        })
    }

    fn rust_files(folder: &Path) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        entries
            .map(|entry| entry.unwrap().path())
            .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            .collect()
    }
}
