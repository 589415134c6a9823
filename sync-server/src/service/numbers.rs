//! Which numbers do not work: what mentors reported, put to the numbers in force; and what staff typed of one.

use daymark_domain::{AskKind, NoteText, NumberEvent, NumberSource, SchoolDay};

use super::referral_form::{Fields, one_line, text};
use crate::imports::number_to_call;
use crate::store::asks::AskSummary;
use crate::store::numbers::{NumberOf, WrongNumber};

/// A number that somebody has to repair.
pub struct DeadNumber {
    /// Whose, with the number in force.
    pub of: NumberOf,
    /// Who reported it, the latest first; empty: another one was only asked for.
    pub reports: Vec<WrongNumber>,
    /// Who asked for one that works.
    pub asks: Vec<AskSummary>,
}

/// The work list, by student: each number in force that was reported dead, and the families of whom another number was
/// asked for though none was reported.
pub fn dead_numbers(numbers: &[NumberOf], wrong: &[WrongNumber], asks: &[AskSummary]) -> Vec<DeadNumber> {
    let open = |ask: &&AskSummary| ask.is_open() && ask.kind == AskKind::ContactDetails;
    let rows = numbers.iter().map(|of| {
        let about = |told: &&WrongNumber| told.student_id == of.student_id && is_dead(of, told);
        DeadNumber {
            of: of.clone(),
            reports: wrong.iter().filter(about).cloned().collect(),
            asks: asks.iter().filter(open).filter(|ask| ask.student_id == of.student_id).cloned().collect(),
        }
    });
    let rows: Vec<_> = rows.collect();
    let has_report = |row: &DeadNumber| {
        rows.iter().any(|other| other.of.student_id == row.of.student_id && !other.reports.is_empty())
    };
    let wanted: Vec<bool> = rows
        .iter()
        .map(|row| !row.reports.is_empty() || (!row.asks.is_empty() && !has_report(row)))
        .collect();
    rows.into_iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(row, _)| row).collect()
}

fn is_dead(of: &NumberOf, told: &WrongNumber) -> bool {
    of.phone.as_deref().is_some_and(|phone| told.report.is_about(phone, of.settled))
}

/// What staff typed of a number.
pub struct NumberTyped {
    /// What happened.
    pub what: NumberEvent,
    /// The new number.
    pub phone: Option<String>,
    /// Where it was found.
    pub source: NumberSource,
    /// When.
    pub day: SchoolDay,
    /// What mentors read.
    pub answer: Option<NoteText>,
}

/// Why it was not taken, by the field that it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWrong {
    /// Nothing was chosen.
    What,
    /// No number that can be called.
    Phone,
    /// It is the number in force.
    Same,
    /// Where it was found is missing.
    Source,
    /// The day is missing or to come.
    Day,
    /// The answer is too long.
    Answer,
    /// Somebody wrote another row in between.
    Moved,
}

impl NumberWrong {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Phone => "phone",
            Self::Same => "same",
            Self::Source => "source",
            Self::Day => "day",
            Self::Answer => "answer",
            Self::Moved => "moved",
        }
    }
}

/// Reads the form; `now` is the number in force.
pub fn read_number(fields: &Fields, now: Option<&str>, today: SchoolDay) -> Result<NumberTyped, NumberWrong> {
    let word = |name: &str| one_line(fields, name);
    let what = word("what").and_then(|word| word.parse().ok()).ok_or(NumberWrong::What)?;
    if !NumberEvent::BY_STAFF.contains(&what) || (what == NumberEvent::Verified && now.is_none()) {
        return Err(NumberWrong::What);
    }
    let phone = match what {
        NumberEvent::Replaced => {
            let number = word("phone").and_then(|typed| number_to_call(&typed)).ok_or(NumberWrong::Phone)?;
            if now == Some(&number) {
                return Err(NumberWrong::Same);
            }
            Some(number)
        }
        _ => None,
    };
    let source = word("source").and_then(|word| word.parse().ok()).ok_or(NumberWrong::Source)?;
    let day = word("day").and_then(|day| day.parse::<SchoolDay>().ok());
    let day = day.filter(|day| *day <= today).ok_or(NumberWrong::Day)?;
    let answer = text(fields, "answer").map_err(|_| NumberWrong::Answer)?;
    Ok(NumberTyped { what, phone, source, day, answer })
}

#[cfg(test)]
mod tests {
    use daymark_domain::{GuardianId, NumberMark, NumberReport, StudentId};

    use super::*;

    fn mother(student_id: StudentId, phone: Option<&str>, settled: Option<i64>) -> NumberOf {
        NumberOf {
            student_id,
            student_name: "Tyrone Dyer".into(),
            guardian_id: GuardianId::random(),
            name: "Dee Dyer".into(),
            relation: Some("Mother".into()),
            language: None,
            phone: phone.map(str::to_owned),
            restrictions: None,
            settled,
            hand_set: false,
            verified: None,
        }
    }

    fn told(student_id: StudentId, number: &str, at: i64) -> WrongNumber {
        let report = NumberReport { mark: Some(NumberMark::of(number)), at };
        WrongNumber { student_id, mentor: "Ana Ruiz".into(), day: "2025-10-14".parse().unwrap(), report }
    }

    #[test]
    fn only_the_number_that_was_reported_is_on_the_list_and_only_while_it_stands() {
        let tyrone = StudentId::random();
        let numbers =
            [mother(tyrone, Some("555 010 0100"), None), mother(tyrone, Some("555 010 0199"), None)];
        let wrong = [told(tyrone, "5550100100", 100), told(tyrone, "5550100100", 90)];
        let list = dead_numbers(&numbers, &wrong, &[]);
        assert_eq!(list.len(), 1);
        assert!(list[0].of.phone.as_deref() == Some("555 010 0100") && list[0].reports.len() == 2);
        let settled = [mother(tyrone, Some("555 010 0100"), Some(100))];
        assert!(dead_numbers(&settled, &wrong, &[]).is_empty());
        let replaced = [mother(tyrone, Some("555 010 0111"), None), mother(tyrone, None, None)];
        assert!(dead_numbers(&replaced, &wrong, &[]).is_empty());
        let another = StudentId::random();
        assert!(dead_numbers(&[mother(another, Some("555 010 0100"), None)], &wrong, &[]).is_empty());
    }

    #[test]
    fn what_was_typed_is_refused_at_the_field_that_is_wrong() {
        let today = "2025-10-14".parse().unwrap();
        let read = |typed: &[(&str, &str)]| {
            let fields =
                typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            read_number(&fields, Some("555 010 0100"), today).map(|typed| typed.phone)
        };
        let whole = |what, phone, source, day| {
            read(&[("what", what), ("phone", phone), ("source", source), ("day", day)])
        };
        let (card, day) = ("emergency_card", "2025-10-13");
        assert_eq!(whole("replaced", "555 010 0111", card, day), Ok(Some("555 010 0111".into())));
        assert_eq!(whole("verified", "", "family", day), Ok(None));
        assert_eq!(whole("recorded", "", card, day), Err(NumberWrong::What));
        assert_eq!(whole("replaced", "n/a", card, day), Err(NumberWrong::Phone));
        assert_eq!(whole("replaced", "555 010 0100", card, day), Err(NumberWrong::Same));
        assert_eq!(whole("retired", "", "", day), Err(NumberWrong::Source));
        assert_eq!(whole("retired", "", card, "2025-10-15"), Err(NumberWrong::Day));
    }
}
