//! Reports from the store: which day, which rules, which facts. The figures are made in `daymark-reports`; what asks
//! for them is the command line (`cli::report`) and the team's pages.

mod freeze;
pub mod pseudonyms;
#[cfg(test)]
mod tests;

use daymark_domain::{InvalidSetting, MonthDay, SchoolDay, SchoolId, Window};
use daymark_reports::{FaceError, Facts, ReportName, RulesInForce, SchoolFacts, UnknownReport};

pub(crate) use freeze::digest;
pub use freeze::{Frozen, freeze};

use crate::service::rules::{Rulebook, RulesError};
use crate::store::reports::{FactsQuestion, Whom};
use crate::store::schools::School;
use crate::store::{Store, StoreError};

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// No report has that name.
    #[error(transparent)]
    Unknown(#[from] UnknownReport),
    /// A setting.
    #[error(transparent)]
    Setting(#[from] InvalidSetting),
    /// The rules as stored.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// It could not be written.
    #[error(transparent)]
    Face(#[from] FaceError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No attendance yet, so no day to look from.
    #[error(
        "no attendance is recorded yet; import it first (daymark-server import attendance FILE --data DIR) or name a day with --as-of"
    )]
    NothingRecorded,
    /// No snapshot has that number.
    #[error("there is no frozen report {0}; 'daymark-server report frozen --data DIR' lists them")]
    NoSuchSnapshot(i64),
}

/// What a report is asked for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// The school; none: the district.
    pub school: Option<SchoolId>,
    /// The day to look from; none: the last day that the record covers.
    pub as_of: Option<SchoolDay>,
    /// Of whom in it.
    pub whom: Whom,
    /// How much of the past it needs.
    pub past: Past,
    /// Settings that this one report takes another value for.
    pub overrides: Vec<(String, String)>,
}

/// How much of the past is read. Less is read sooner; what is made of it must come out the same (`tests/less.rs`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Past {
    /// Everything of this school year and the last, as reports compare them.
    #[default]
    TwoYears,
    /// The same, without matches that were over before this school year.
    MatchesOfThisYear,
    /// The same as two years, and of mentors' entries those of this school year.
    ContactsOfThisYear,
    /// The same as two years, and nothing of what mentors and the team did.
    NoContacts,
    /// Marks of this school year, and contacts from a day on.
    ContactsFrom(SchoolDay),
}

impl Past {
    /// As much as that report of one school looks at.
    pub fn of(report: ReportName) -> Self {
        use ReportName as R;
        match report {
            R::Attendance | R::EarlySignals | R::Candidates | R::Satt | R::Datt | R::WeekdayPattern => {
                Self::NoContacts
            }
            R::WeeklyPacket | R::Dosage => Self::MatchesOfThisYear,
            R::HeatMap => Self::ContactsOfThisYear,
            R::MonthlyImpact | R::NeedsAssessment => Self::TwoYears,
        }
    }

    /// The first days of marks, of matches and of contacts.
    fn firsts(self, year: Window, starts: MonthDay) -> (SchoolDay, SchoolDay, Option<SchoolDay>) {
        let last_year = year.previous_school_year(starts).first;
        match self {
            Self::TwoYears => (last_year, last_year, Some(last_year)),
            Self::MatchesOfThisYear => (last_year, year.first, Some(last_year)),
            Self::ContactsOfThisYear => (last_year, last_year, Some(year.first)),
            Self::NoContacts => (last_year, last_year, None),
            Self::ContactsFrom(day) => (year.first, year.first, Some(day)),
        }
    }
}

/// Reads the facts and puts the rules to them.
pub async fn facts(store: &dyn Store, question: &Question) -> Result<Facts, ReportError> {
    let schools = store.schools().await?;
    let book = Rulebook::of(store).await?;
    let as_of = question.as_of.or_else(|| last_recorded(&schools, question.school));
    let as_of = as_of.ok_or(ReportError::NothingRecorded)?;
    let in_force = |school| overridden(book.rules(school, as_of)?, &question.overrides);
    let rules = in_force(question.school)?;
    let starts = rules.rules.school_year_starts;
    let year = Window::school_year(as_of, starts);
    let (first, matches_first, contacts_first) = question.past.firsts(year, starts);
    let asked = FactsQuestion {
        school_id: question.school,
        whom: question.whom,
        first,
        matches_first,
        contacts_first,
        last: as_of,
        calendar_last: year.last,
    };
    let recorded = store.recorded_facts(asked).await?;
    let of_school = |school: SchoolFacts| Ok(SchoolFacts { rules: in_force(Some(school.id))?, ..school });
    let schools: Vec<SchoolFacts> =
        recorded.schools.into_iter().map(of_school).collect::<Result<_, ReportError>>()?;
    Ok(Facts {
        as_of,
        school: question.school,
        rules: newest(rules, question.school, &schools),
        schools,
        students: recorded.students,
        matches: recorded.matches,
        team: recorded.team,
    })
}

/// A district's report follows what any of its schools said too.
fn newest(rules: RulesInForce, only: Option<SchoolId>, schools: &[SchoolFacts]) -> RulesInForce {
    let in_scope = schools.iter().filter(|school| only.is_none_or(|only| only == school.id));
    let version = in_scope.map(|school| school.rules.version).fold(rules.version, i64::max);
    RulesInForce { version, ..rules }
}

fn last_recorded(schools: &[School], only: Option<SchoolId>) -> Option<SchoolDay> {
    let in_scope = schools.iter().filter(|school| only.is_none_or(|only| only == school.id));
    in_scope.filter_map(|school| school.recorded_through).max()
}

fn overridden(
    mut in_force: RulesInForce,
    overrides: &[(String, String)],
) -> Result<RulesInForce, ReportError> {
    for (key, value) in overrides {
        in_force.rules.set(key, value)?;
    }
    in_force.rules.check()?;
    in_force.overridden = overrides.iter().map(|(key, _)| key.clone()).collect();
    in_force.overridden.sort();
    in_force.overridden.dedup();
    Ok(in_force)
}
