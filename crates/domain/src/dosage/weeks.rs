//! The weeks of a match, from its school days and its contacts.

use std::collections::BTreeSet;

use serde::Serialize;

use super::contact::without_duplicates;
use super::{ContactDay, LoggedContact, Reach, WeekDosage};
use crate::{AbsenceFigure, Days, Rules, SchoolDay, StudentDay, Week, Working};

/// When a match was active: from its first day until before the other. A pause divides a match into two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivePeriod {
    /// First day.
    pub from: SchoolDay,
    /// First day that is outside again.
    pub until: Option<SchoolDay>,
}

impl ActivePeriod {
    /// Whether the day lies inside.
    pub fn contains(self, day: SchoolDay) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// A school day on which the student is enrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchDay {
    /// The date.
    pub day: SchoolDay,
    /// The record says that the student was there, for a part of the day at least.
    pub present: bool,
}

impl From<&StudentDay> for MatchDay {
    fn from(day: &StudentDay) -> Self {
        Self { day: day.day, present: day.is_marked() && day.absent() < Days::from(day.value) }
    }
}

/// What a week says about a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekResult {
    /// The wanted contacts were made.
    Met,
    /// They were not.
    NotMet,
    /// No school day inside the match: in no denominator (T26).
    NoSchool,
    /// School days are still to come: in no denominator yet.
    Open,
}

/// One week of a match, with what its result is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MatchWeek {
    /// The week.
    pub week: Week,
    /// School days inside the match, and dates on which the student was reached.
    pub dosage: WeekDosage,
    /// The same on days on which the student was at school.
    pub when_present: WeekDosage,
    /// Dates wanted.
    pub wanted: u32,
    /// The result.
    pub result: WeekResult,
    /// Contacts of any kind, each told of once.
    pub contacts: u32,
    /// Of these, those that reached nobody.
    pub attempts: u32,
    /// Of these, those that reached the family.
    pub family_contacts: u32,
    /// Entries that tell of a contact a second time: kept, and not counted again.
    pub duplicates: u32,
}

impl MatchWeek {
    /// Dates reached of school days, with the settings that mattered; `through` is the last day that phones have sent.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let (done, available) = (self.dosage.done, self.dosage.available);
        let keys = ["contacts_wanted_per_week", "duplicate_contact_minutes"];
        Working::new("contact_dosage", AbsenceFigure::from_days(done, available), rules, &keys)
            .known_through(through)
    }
}

/// The weeks of a match from its first day to the week of `as_of`, weeks of a pause left out. `days` are the school
/// days of the student, also those still to come in that week; what happened after `as_of` does not count.
pub fn match_weeks(
    active: &[ActivePeriod],
    days: &[MatchDay],
    contacts: &[LoggedContact<'_>],
    as_of: SchoolDay,
    rules: &Rules,
) -> Vec<MatchWeek> {
    let is_active = |day: SchoolDay| active.iter().any(|period| period.contains(day));
    let Some(start) = active.iter().map(|period| period.from).min() else { return Vec::new() };
    let days: Vec<MatchDay> = days.iter().copied().filter(|day| is_active(day.day)).collect();
    let contacts: Vec<_> =
        contacts.iter().copied().filter(|contact| contact.day <= as_of && is_active(contact.day)).collect();
    std::iter::successors(Some(start.week()), |week| Some(week.next()))
        .take_while(|week| *week <= as_of.week())
        .filter(|week| week.days().any(is_active))
        .map(|week| match_week(week, &days, &contacts, as_of, rules))
        .collect()
}

fn match_week(
    week: Week,
    days: &[MatchDay],
    contacts: &[LoggedContact<'_>],
    as_of: SchoolDay,
    rules: &Rules,
) -> MatchWeek {
    let days: Vec<&MatchDay> = days.iter().filter(|day| week.contains(day.day)).collect();
    let logged: Vec<_> = contacts.iter().copied().filter(|contact| week.contains(contact.day)).collect();
    let once = without_duplicates(logged.iter().copied(), rules.indicators.duplicate_contact_minutes);
    let reached: BTreeSet<SchoolDay> =
        once.iter().filter(|contact| contact.reach == Reach::Student).map(|contact| contact.day).collect();
    let dosage = WeekDosage::of(
        week.days().map(|date| ContactDay {
            available: days.iter().any(|day| day.day == date),
            reached_student: reached.contains(&date),
        }),
        rules,
    );
    let when_present = WeekDosage::of(
        days.iter().map(|day| ContactDay {
            available: day.present,
            reached_student: day.present && reached.contains(&day.day),
        }),
        rules,
    );
    MatchWeek {
        week,
        dosage,
        when_present,
        wanted: dosage.wanted,
        result: result(dosage, days.iter().any(|day| day.day > as_of)),
        contacts: count(once.len()),
        attempts: count(once.iter().filter(|contact| contact.reach == Reach::Nobody).count()),
        family_contacts: count(once.iter().filter(|contact| contact.reach == Reach::Family).count()),
        duplicates: count(logged.len() - once.len()),
    }
}

/// An open week is in no rate even when it has its contacts already: else weeks would enter as successes only.
fn result(dosage: WeekDosage, open: bool) -> WeekResult {
    match dosage.met() {
        None => WeekResult::NoSchool,
        Some(_) if open => WeekResult::Open,
        Some(true) => WeekResult::Met,
        Some(false) => WeekResult::NotMet,
    }
}

fn count(entries: usize) -> u32 {
    u32::try_from(entries).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
