//! What staff typed about a mentor, read into what can be written down; or which field keeps it from that, and why.

use std::str::FromStr;

use daymark_components::Language;
use daymark_domain::{
    AgreementSigning, Availability, MentorDecision, MentorDocument, MentoringRules, SchoolDay, TrainingTopic,
};

use super::clearing::{screening_through, signature};
use super::referral_form::{Fields, one_line};
use crate::store::mentor_files::{Application, MentorEntry, Reference, ScreeningEntry, TrainingEntry};

/// The most characters of a line.
pub const LINE_CHARACTERS_MAX: usize = 120;
/// The most characters of a longer text.
pub const TEXT_CHARACTERS_MAX: usize = 1_000;
/// The most students that one mentor takes.
pub const CAPACITY_MAX: u32 = 60;
/// References of an application.
pub const REFERENCES_MAX: usize = 3;
/// The longest training of one day.
const HOURS_MAX: f64 = 12.0;

/// Which field keeps a form from being taken, and the word by which the catalogue says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field's name.
    pub field: String,
    /// Why.
    pub why: &'static str,
}

fn wrong(field: &str, why: &'static str) -> Wrong {
    Wrong { field: field.to_owned(), why }
}

/// Whether the form says no more than a name: a prospect.
pub fn is_only_a_name(fields: &Fields) -> bool {
    fields.iter().all(|(field, typed)| field == "name" || typed.trim().is_empty())
}

/// A mentor's name.
pub fn name(fields: &Fields) -> Result<String, Wrong> {
    required_line(fields, "name", "name_missing")
}

/// An application, whole.
pub fn application(fields: &Fields, today: SchoolDay) -> Result<MentorEntry, Wrong> {
    let is_ticked = |time: &&Availability| fields.contains_key(&format!("time_{}", time.word()));
    let availability = Availability::ALL.iter().filter(is_ticked).copied().collect();
    let capacity = one_line(fields, "capacity").and_then(|text| text.parse().ok());
    let capacity = capacity.filter(|capacity| (1..=CAPACITY_MAX).contains(capacity));
    Ok(MentorEntry::Application(Box::new(Application {
        name: name(fields)?,
        kind: word(fields, "kind", "kind_missing")?,
        organisation: line(fields, "organisation")?,
        contact: required_line(fields, "contact", "contact_missing")?,
        languages: required_line(fields, "languages", "languages_missing")?,
        interests: line(fields, "interests")?,
        availability,
        capacity: capacity.ok_or_else(|| wrong("capacity", "capacity_wrong"))?,
        motives: text(fields, "motives")?,
        from_paper: match one_line(fields, "from_paper") {
            None => None,
            Some(_) => Some(past_day(fields, "from_paper", today)?),
        },
        references: references(fields)?,
    })))
}

fn references(fields: &Fields) -> Result<Vec<Reference>, Wrong> {
    let mut references = Vec::new();
    for n in 0..REFERENCES_MAX {
        let of = |part: &str| format!("reference_{n}_{part}");
        let (name, relation, contact) =
            (line(fields, &of("name"))?, line(fields, &of("relation"))?, line(fields, &of("contact"))?);
        match name {
            Some(name) => references.push(Reference { name, relation, contact }),
            None if relation.is_some() || contact.is_some() => {
                return Err(wrong(&of("name"), "name_missing"));
            }
            None => {}
        }
    }
    Ok(references)
}

/// A screening; without a last day of its own it holds as long as the rules say.
pub fn screening(fields: &Fields, rules: &MentoringRules, today: SchoolDay) -> Result<MentorEntry, Wrong> {
    let day = past_day(fields, "day", today)?;
    let through = match one_line(fields, "through") {
        None => screening_through(rules, day),
        Some(_) => any_day(fields, "through")?,
    };
    if through < day {
        return Err(wrong("through", "through_before_day"));
    }
    Ok(MentorEntry::Screening(ScreeningEntry {
        kind: word(fields, "kind", "kind_missing")?,
        result: word(fields, "result", "result_missing")?,
        day,
        through,
        checked_by: required_line(fields, "checked_by", "checker_missing")?,
    }))
}

/// A training: one entry a topic, which share its hours.
pub fn trainings(fields: &Fields, today: SchoolDay) -> Result<Vec<MentorEntry>, Wrong> {
    let is_ticked = |topic: &&TrainingTopic| fields.contains_key(&format!("topic_{}", topic.word()));
    let topics: Vec<_> = TrainingTopic::ALL.iter().filter(is_ticked).copied().collect();
    if topics.is_empty() {
        return Err(wrong("topics", "topics_missing"));
    }
    let hours = one_line(fields, "hours").and_then(|hours| hours.replace(',', ".").parse::<f64>().ok());
    let hours = hours.filter(|hours| (0.25..=HOURS_MAX).contains(hours) && (hours * 4.0).fract() == 0.0);
    let quarters = hours.ok_or_else(|| wrong("hours", "hours_wrong"))? * 4.0;
    // Up to 48 quarters of an hour, so nothing is cut off.
    let minutes = quarters as u32 * 15;
    let (day, given_by) = (past_day(fields, "day", today)?, line(fields, "given_by")?);
    let count = u32::try_from(topics.len()).unwrap_or(1);
    let entry = |(n, topic): (usize, TrainingTopic)| {
        let odd = if n == 0 { minutes % count } else { 0 };
        MentorEntry::Training(TrainingEntry {
            topic,
            minutes: minutes / count + odd,
            day,
            given_by: given_by.clone(),
        })
    };
    Ok(topics.into_iter().enumerate().map(entry).collect())
}

/// Documents that were acknowledged on a day.
pub fn documents(fields: &Fields, today: SchoolDay) -> Result<Vec<MentorEntry>, Wrong> {
    let is_ticked =
        |document: &&MentorDocument| fields.contains_key(&format!("document_{}", document.word()));
    let documents: Vec<_> = MentorDocument::ALL.iter().filter(is_ticked).copied().collect();
    if documents.is_empty() {
        return Err(wrong("documents", "documents_missing"));
    }
    let day = past_day(fields, "day", today)?;
    Ok(documents.into_iter().map(|document| MentorEntry::Document(document, day)).collect())
}

/// A signature under the current agreement.
pub fn agreement(fields: &Fields, language: Language, today: SchoolDay) -> Result<MentorEntry, Wrong> {
    let how = word(fields, "how", "how_missing")?;
    if matches!(how, AgreementSigning::Earlier | AgreementSigning::Phone) {
        return Err(wrong("how", "how_missing"));
    }
    let name = required_line(fields, "signed_name", "signature_missing")?;
    Ok(MentorEntry::Agreement(signature(&name, language, how, past_day(fields, "day", today)?)))
}

/// A decision; whoever pauses or ends says why.
pub fn decision(fields: &Fields, today: SchoolDay) -> Result<MentorEntry, Wrong> {
    let decision = word(fields, "decision", "decision_missing")?;
    let reason = line(fields, "reason")?;
    if decision != MentorDecision::Back && reason.is_none() {
        return Err(wrong("reason", "reason_missing"));
    }
    Ok(MentorEntry::Decision(decision, past_day(fields, "day", today)?, reason))
}

fn word<T: FromStr>(fields: &Fields, field: &str, why: &'static str) -> Result<T, Wrong> {
    one_line(fields, field).and_then(|word| word.parse().ok()).ok_or_else(|| wrong(field, why))
}

fn line(fields: &Fields, field: &str) -> Result<Option<String>, Wrong> {
    let line = one_line(fields, field);
    let fits = line.as_ref().is_none_or(|line| line.chars().count() <= LINE_CHARACTERS_MAX);
    if fits { Ok(line) } else { Err(wrong(field, "line_too_long")) }
}

fn required_line(fields: &Fields, field: &str, why: &'static str) -> Result<String, Wrong> {
    line(fields, field)?.ok_or_else(|| wrong(field, why))
}

fn text(fields: &Fields, field: &str) -> Result<Option<String>, Wrong> {
    let text = one_line(fields, field).map(|text| text.replace("\r\n", "\n"));
    let fits = text.as_ref().is_none_or(|text| text.chars().count() <= TEXT_CHARACTERS_MAX);
    if fits { Ok(text) } else { Err(wrong(field, "text_too_long")) }
}

fn any_day(fields: &Fields, field: &str) -> Result<SchoolDay, Wrong> {
    one_line(fields, field).and_then(|day| day.parse().ok()).ok_or_else(|| wrong(field, "day_missing"))
}

fn past_day(fields: &Fields, field: &str, today: SchoolDay) -> Result<SchoolDay, Wrong> {
    let day = any_day(fields, field)?;
    if day > today { Err(wrong(field, "day_in_future")) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> SchoolDay {
        "2025-10-14".parse().unwrap()
    }

    fn fields(typed: &[(&str, &str)]) -> Fields {
        typed.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
    }

    fn why<T>(read: Result<T, Wrong>) -> (String, &'static str) {
        read.err().map(|wrong| (wrong.field, wrong.why)).unwrap()
    }

    #[test]
    fn a_sheet_of_paper_is_copied_as_it_is_and_what_it_lacks_is_named() {
        let typed = [
            ("name", " Ana Ruiz "),
            ("kind", "retiree"),
            ("contact", "555 0140"),
            ("languages", "English, Spanish"),
            ("capacity", "3"),
            ("time_mon_before", "on"),
            ("reference_1_name", "Maria"),
            ("from_paper", "2025-09-30"),
        ];
        let Ok(MentorEntry::Application(read)) = application(&fields(&typed), today()) else { panic!() };
        assert_eq!((read.name.as_str(), read.capacity, read.references.len()), ("Ana Ruiz", 3, 1));
        assert_eq!(read.availability, [Availability::MondayBefore].into());
        for (field, text, expected) in [
            ("name", " ", "name_missing"),
            ("kind", "pirate", "kind_missing"),
            ("contact", "", "contact_missing"),
            ("languages", "", "languages_missing"),
            ("capacity", "0", "capacity_wrong"),
            ("capacity", "61", "capacity_wrong"),
            ("capacity", "many", "capacity_wrong"),
            ("from_paper", "2025-10-15", "day_in_future"),
            ("reference_0_contact", "555", "name_missing"),
        ] {
            let mut changed = fields(&typed);
            changed.insert(field.to_owned(), text.to_owned());
            assert_eq!(why(application(&changed, today())).1, expected, "{field}");
        }
    }

    #[test]
    fn a_screening_without_a_last_day_holds_as_long_as_the_rules_say() {
        let mut typed = fields(&[
            ("kind", "background"),
            ("result", "clear"),
            ("day", "2025-10-01"),
            ("checked_by", "District office"),
        ]);
        let through = |typed: &Fields| match screening(typed, &MentoringRules::default(), today()) {
            Ok(MentorEntry::Screening(entry)) => entry.through.to_string(),
            _ => panic!(),
        };
        assert_eq!(through(&typed), "2026-09-30");
        typed.insert("through".into(), "2027-01-31".into());
        assert_eq!(through(&typed), "2027-01-31");
        typed.insert("through".into(), "2025-09-30".into());
        let read = screening(&typed, &MentoringRules::default(), today());
        assert_eq!(why(read), ("through".into(), "through_before_day"));
    }

    #[test]
    fn a_training_of_several_topics_shares_its_hours_and_loses_no_minute() {
        let typed = fields(&[
            ("topic_first_training", "on"),
            ("topic_confidentiality", "on"),
            ("topic_duty_to_report", "on"),
            ("topic_app", "on"),
            ("hours", "2,25"),
            ("day", "2025-10-14"),
        ]);
        let minutes: Vec<u32> = trainings(&typed, today())
            .unwrap_or_default()
            .iter()
            .map(|entry| match entry {
                MentorEntry::Training(entry) => entry.minutes,
                _ => panic!(),
            })
            .collect();
        assert_eq!((minutes.iter().sum::<u32>(), minutes.len()), (135, 4));
        for (hours, topics) in [("0", true), ("2.1", true), ("13", true), ("NaN", true), ("2", false)] {
            let mut changed = fields(&[("hours", hours), ("day", "2025-10-14")]);
            if topics {
                changed.insert("topic_app".into(), "on".into());
            }
            let expected = if topics { "hours_wrong" } else { "topics_missing" };
            assert_eq!(why(trainings(&changed, today())).1, expected, "{hours}");
        }
    }

    #[test]
    fn nobody_signs_for_tomorrow_or_without_a_name_and_no_pause_is_without_a_reason() {
        let signed = |typed: &[(&str, &str)]| agreement(&fields(typed), Language::English, today());
        let (how, name, day) = (("how", "paper"), ("signed_name", "Ana Ruiz"), ("day", "2025-10-14"));
        assert!(signed(&[how, name, day]).is_ok());
        assert_eq!(why(signed(&[how, name, ("day", "2025-10-15")])).1, "day_in_future");
        assert_eq!(why(signed(&[how, ("signed_name", " "), day])).1, "signature_missing");
        assert_eq!(why(signed(&[("how", "earlier"), name, day])).1, "how_missing");
        let decided = |decision: &str| decision_of(decision, today());
        assert_eq!(why(decided("paused")).1, "reason_missing");
        assert!(decided("back").is_ok());
    }

    fn decision_of(word: &str, today: SchoolDay) -> Result<MentorEntry, Wrong> {
        decision(&fields(&[("decision", word), ("day", "2025-10-14")]), today)
    }
}
