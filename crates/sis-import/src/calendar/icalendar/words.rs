//! What a summary means for school: a rule of phrases, with the usual ones built in and a school's own added from TOML:
//!
//! ```toml
//! built_in = true                        # false: only the phrases of this file
//! early_release_value = "0.5"            # how much of a school day a short day is; 1 when not said
//! no_school = ["founders day"]           # likewise holiday, weather, emergency, strike, teacher_only
//! make_up = ["snow bank day"]
//! early_release = ["noon dismissal"]
//! perhaps = ["if we need it"]            # a make-up or short day with such a word is not read
//! some_only = ["freshmen"]               # nor one that is for some students only
//! ignored = ["no school lunch"]          # cut out before anything else is looked for
//! ```
//!
//! A phrase is found as whole words, in any case and whatever stands between them; one that begins with `=` must be the
//! whole summary.

use daymark_domain::{DayPart, DayType};

use crate::amount::share_of_day;
use crate::toml_file::{InvalidMap, Keys, number_text};

const PHRASES_MAX: usize = 200;

const NO_SCHOOL: &[&str] = &[
    "no school",
    "no classes",
    "no students",
    "school closed",
    "schools closed",
    "schools are closed",
    "schools and offices closed",
    "district closed",
    "=closed",
    "student holiday",
    "student free day",
    "pupil free day",
    "non student day",
    "non instructional day",
    "non attendance day",
];
const WEATHER: &[&str] =
    &["snow day", "snow closure", "weather day", "weather closure", "weather closing", "inclement weather"];
const EMERGENCY: &[&str] = &["emergency day", "emergency closure", "emergency closing"];
const STRIKE: &[&str] = &["strike day", "teacher strike", "teachers strike"];
const TEACHER_ONLY: &[&str] = &[
    "teacher only day",
    "teacher work day",
    "teacher workday",
    "teacher planning day",
    "teacher in service",
    "teacher inservice",
    "in service day",
    "inservice day",
    "professional development day",
    "professional learning day",
    "pd day",
    "staff development day",
    "staff work day",
    "staff workday",
    "superintendent s conference day",
];
const HOLIDAY: &[&str] = &[
    "fall break",
    "thanksgiving break",
    "winter break",
    "christmas break",
    "mid winter break",
    "february break",
    "spring break",
    "easter break",
    "fall recess",
    "thanksgiving recess",
    "winter recess",
    "mid winter recess",
    "spring recess",
    "winter vacation",
    "spring vacation",
    "school holiday",
    "federal holiday",
    "day holiday",
    "thanksgiving holiday",
    "thanksgiving holidays",
    "christmas holiday",
    "christmas holidays",
    "winter holiday",
    "winter holidays",
    "=holiday",
    "=labor day",
    "=thanksgiving",
    "=thanksgiving day",
    "=christmas",
    "=christmas day",
    "=new year s day",
    "=martin luther king jr day",
    "=martin luther king day",
    "=mlk day",
    "=memorial day",
    "=juneteenth",
    "=independence day",
];
const MAKE_UP: &[&str] = &["make up day", "makeup day", "snow make up", "snow makeup", "weather make up"];
const EARLY_RELEASE: &[&str] = &[
    "early release",
    "early dismissal",
    "half day",
    "minimum day",
    "shortened day",
    "abbreviated day",
    "late start",
    "delayed start",
    "delayed opening",
    "late arrival",
    "2 hour delay",
    "two hour delay",
];
const PERHAPS: &[&str] = &["if needed", "if necessary", "possible", "potential", "tentative", "tbd"];
const SOME_ONLY: &[&str] = &["grades", "graders", "kindergarten", "pre k", "seniors", "only"];
const IGNORED: &[&str] = &[
    "all grades",
    "grades due",
    "grades k 12",
    "grades pk 12",
    "no school board",
    "school resumes",
    "classes resume",
    "picture make up day",
    "picture makeup day",
    "test make up day",
    "exam make up day",
];

/// What phrases mean for school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    no_school: Vec<String>,
    /// Why there is no school, the most telling first.
    reasons: Vec<(DayType, Vec<String>)>,
    make_up: Vec<String>,
    early_release: Vec<String>,
    perhaps: Vec<String>,
    some_only: Vec<String>,
    ignored: Vec<String>,
    early_release_value: DayPart,
}

/// What a summary means for school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The dates are of that type, with that much of a school day.
    Day(DayType, DayPart),
    /// Nothing for school.
    Nothing,
    /// A make-up or short day that may not come.
    Perhaps,
    /// Something for some students only, which a school's calendar cannot say.
    SomeOnly,
}

impl Default for EventWords {
    fn default() -> Self {
        Self::with(true, DayPart::WHOLE)
    }
}

impl EventWords {
    fn with(built_in: bool, early_release_value: DayPart) -> Self {
        let list = |phrases: &[&str]| -> Vec<String> {
            phrases.iter().filter(|_| built_in).map(|phrase| folded_phrase(phrase)).collect()
        };
        Self {
            no_school: list(NO_SCHOOL),
            reasons: vec![
                (DayType::Weather, list(WEATHER)),
                (DayType::Emergency, list(EMERGENCY)),
                (DayType::Strike, list(STRIKE)),
                (DayType::TeacherOnly, list(TEACHER_ONLY)),
                (DayType::Holiday, list(HOLIDAY)),
            ],
            make_up: list(MAKE_UP),
            early_release: list(EARLY_RELEASE),
            perhaps: list(PERHAPS),
            some_only: list(SOME_ONLY),
            ignored: list(IGNORED),
            early_release_value,
        }
    }

    /// Reads a school's own phrases; `file` is the name in sentences.
    pub fn parse(file: &str, text: &str) -> Result<Self, InvalidMap> {
        let mut keys = Keys::parse(file, text)?;
        let built_in = keys.take("built_in", "true or false", toml::Value::as_bool)?;
        let expected = "how much of a school day a short day is, above 0 and up to 1";
        let value = keys.take("early_release_value", expected, |value| {
            share_of_day(&number_text(value)?, 1).filter(|value| *value > DayPart::NONE)
        })?;
        let mut words = Self::with(built_in.unwrap_or(true), value.unwrap_or(DayPart::WHOLE));
        add(&mut keys, "no_school", &mut words.no_school)?;
        for (day_type, phrases) in &mut words.reasons {
            add(&mut keys, day_type.word(), phrases)?;
        }
        add(&mut keys, "make_up", &mut words.make_up)?;
        add(&mut keys, "early_release", &mut words.early_release)?;
        add(&mut keys, "perhaps", &mut words.perhaps)?;
        add(&mut keys, "some_only", &mut words.some_only)?;
        add(&mut keys, "ignored", &mut words.ignored)?;
        keys.finish()?;
        Ok(words)
    }

    /// What a summary means. That there is no school goes before a make-up day, and that before a reason alone: "snow
    /// make-up day" is a day of school, "no school, snow day" is none.
    pub(super) fn meaning(&self, summary: &str) -> Meaning {
        let summary = without(&self.ignored, folded(summary));
        let has = |phrases: &[String]| phrases.iter().any(|phrase| is_in(phrase, &summary));
        let reason = self.reason(&summary);
        let meaning = if has(&self.no_school) {
            Meaning::Day(reason.unwrap_or(DayType::NonInstructional), DayPart::NONE)
        } else if has(&self.make_up) {
            Meaning::Day(DayType::MakeUp, DayPart::WHOLE)
        } else if has(&self.early_release) {
            Meaning::Day(DayType::Instructional, self.early_release_value)
        } else if let Some(reason) = reason {
            Meaning::Day(reason, DayPart::NONE)
        } else {
            Meaning::Nothing
        };
        match meaning {
            Meaning::Day(..) if has(&self.some_only) => Meaning::SomeOnly,
            Meaning::Day(DayType::MakeUp | DayType::Instructional, _) if has(&self.perhaps) => {
                Meaning::Perhaps
            }
            meaning => meaning,
        }
    }

    /// Why there is no school. "No school, Labor Day" is what is left when it no longer says that there is none.
    fn reason(&self, summary: &str) -> Option<DayType> {
        let rest = without(&self.no_school, summary.to_owned());
        let has =
            |phrases: &[String]| phrases.iter().any(|phrase| is_in(phrase, summary) || is_in(phrase, &rest));
        self.reasons.iter().find(|(_, phrases)| has(phrases)).map(|(day_type, _)| *day_type)
    }
}

/// The summary with the phrases cut out.
fn without(phrases: &[String], summary: String) -> String {
    phrases.iter().fold(summary, |summary, phrase| {
        if is_in(phrase, &summary) {
            folded(&summary.replace(phrase.trim_start_matches('='), " "))
        } else {
            summary
        }
    })
}

fn add(keys: &mut Keys<'_>, key: &'static str, phrases: &mut Vec<String>) -> Result<(), InvalidMap> {
    let expected = "a list of phrases in quotation marks, such as [\"founders day\"]";
    let own = keys.take(key, expected, |value| {
        let list = value.as_array().filter(|list| list.len() <= PHRASES_MAX)?;
        let phrase = |value: &toml::Value| {
            value.as_str().map(folded_phrase).filter(|text| text.contains(char::is_alphanumeric))
        };
        list.iter().map(phrase).collect::<Option<Vec<String>>>()
    })?;
    phrases.extend(own.unwrap_or_default());
    Ok(())
}

fn folded_phrase(phrase: &str) -> String {
    match phrase.strip_prefix('=') {
        Some(whole) => format!("={}", folded(whole)),
        None => folded(phrase),
    }
}

fn is_in(phrase: &str, summary: &str) -> bool {
    phrase.strip_prefix('=').map_or_else(|| summary.contains(phrase), |whole| summary == whole)
}

/// Words in lower case with a space around each, so that a phrase is found as whole words only.
fn folded(text: &str) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO: DayPart = DayPart::NONE;

    #[test]
    fn what_districts_write_is_read_as_they_mean_it() {
        let school = Meaning::Day(DayType::Instructional, DayPart::WHOLE);
        let cases = [
            ("NO SCHOOL – Labor Day", Meaning::Day(DayType::Holiday, NO)),
            ("No School (all grades)", Meaning::Day(DayType::NonInstructional, NO)),
            ("Labor Day", Meaning::Day(DayType::Holiday, NO)),
            ("Labor Day parade", Meaning::Nothing),
            ("Veterans Day", Meaning::Nothing),
            ("Presidents' Day Holiday", Meaning::Day(DayType::Holiday, NO)),
            ("New Year\u{2019}s Day", Meaning::Day(DayType::Holiday, NO)),
            ("Winter Break (no school)", Meaning::Day(DayType::Holiday, NO)),
            ("Snow day - no school", Meaning::Day(DayType::Weather, NO)),
            ("Snow Make-Up Day", Meaning::Day(DayType::MakeUp, DayPart::WHOLE)),
            ("Snow make-up day if needed", Meaning::Perhaps),
            ("No school (possible snow make-up day)", Meaning::Day(DayType::NonInstructional, NO)),
            ("Schools & Offices Closed", Meaning::Nothing),
            ("Schools and Offices Closed", Meaning::Day(DayType::NonInstructional, NO)),
            ("Teacher Workday/No Students", Meaning::Day(DayType::TeacherOnly, NO)),
            ("Half day for teachers, no school for students", Meaning::Day(DayType::NonInstructional, NO)),
            ("Early Release", school),
            ("2-hour delay", school),
            ("No school, grades 9-11 (testing)", Meaning::SomeOnly),
            ("Early release: seniors", Meaning::SomeOnly),
            ("No School Board meeting tonight", Meaning::Nothing),
            ("Spring recess; school resumes Monday", Meaning::Day(DayType::Holiday, NO)),
            ("Picture make-up day", Meaning::Nothing),
            ("Holiday concert", Meaning::Nothing),
            ("Snowball dance", Meaning::Nothing),
            ("", Meaning::Nothing),
        ];
        for (summary, expected) in cases {
            assert_eq!(EventWords::default().meaning(summary), expected, "{summary}");
        }
    }

    #[test]
    fn a_schools_own_phrases_are_added_or_stand_alone() {
        let text = "early_release_value = 0.5\nno_school = [\"Founders' Day\"]\nholiday = [\"=Eid\"]";
        let words = EventWords::parse("words.toml", text).unwrap();
        assert_eq!(words.meaning("Founders Day"), Meaning::Day(DayType::NonInstructional, NO));
        assert_eq!(words.meaning("EID"), Meaning::Day(DayType::Holiday, NO));
        assert_eq!(words.meaning("Eid bake sale"), Meaning::Nothing);
        assert_eq!(words.meaning("Early release"), Meaning::Day(DayType::Instructional, DayPart::HALF));
        let alone = EventWords::parse("words.toml", "built_in = false\nno_school = [\"ferie\"]").unwrap();
        assert_eq!(alone.meaning("Ferie"), Meaning::Day(DayType::NonInstructional, NO));
        assert_eq!(alone.meaning("No school"), Meaning::Nothing);
    }
}
