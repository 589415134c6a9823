//! The heat map: which students stand on it, in which order, and over which days. Its codes are the report's.

use std::collections::BTreeSet;
use std::str::FromStr;

use daymark_domain::{SchoolDay, SchoolId, Tier};
use daymark_reports::{AttendanceRow, ReportName, SchoolGrid, attendance, heat_map};

use super::meeting::Names;
use super::referral_form::Fields;
use crate::reports::{Past, Question, ReportError, facts};
use crate::store::Store;

/// Students of one page: a page of the whole year stays below a megabyte.
pub const STUDENTS_A_PAGE: usize = 50;

/// By how much of school was missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Risk {
    /// Everybody.
    #[default]
    Any,
    /// Moderate or severe.
    Chronic,
    /// Severe.
    Severe,
    /// At risk.
    AtRisk,
    /// Satisfactory.
    Satisfactory,
}

/// With or without a mentor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mentored {
    /// Either.
    #[default]
    Any,
    /// With one.
    With,
    /// Without.
    Without,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The highest rate of the year first.
    #[default]
    Missed,
    /// The most missed of the days that are shown first.
    Lately,
    /// By name.
    Name,
    /// By grade, then by rate.
    Grade,
    /// The most early signals first.
    Signals,
    /// Whom nobody reached in the days that are shown, first.
    Outreach,
}

macro_rules! choice {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// As an address has it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|choice| choice.word() == word).ok_or(())
            }
        }
    };
}
choice!(Risk { Any = "any", Chronic = "chronic", Severe = "severe", AtRisk = "at_risk", Satisfactory = "satisfactory" });
choice!(Mentored { Any = "any", With = "with", Without = "without" });
choice!(Order { Missed = "missed", Lately = "lately", Name = "name", Grade = "grade", Signals = "signals", Outreach = "outreach" });

/// Who stands on the map, and how; what a group saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// How much was missed.
    pub risk: Risk,
    /// The grade; none: all.
    pub grade: Option<String>,
    /// With a mentor.
    pub mentor: Mentored,
    /// With an early signal.
    pub signal: bool,
    /// In which order.
    pub order: Order,
}

impl Criteria {
    /// From an address or a form; what is not known counts as not said.
    pub fn of(fields: &Fields) -> Self {
        fn word<T: FromStr + Default>(fields: &Fields, name: &str) -> T {
            fields.get(name).and_then(|word| word.parse().ok()).unwrap_or_default()
        }
        // What needs no escaping in an address; no export's code of a grade is longer.
        let is_code = |grade: &&str| {
            (1..=10).contains(&grade.len()) && grade.chars().all(|c| c.is_ascii_alphanumeric())
        };
        let grade = fields.get("grade").map(|grade| grade.trim()).filter(is_code);
        Self {
            risk: word(fields, "risk"),
            grade: grade.map(str::to_owned),
            mentor: word(fields, "mentor"),
            signal: fields.get("signal").is_some_and(|value| value == "yes"),
            order: word(fields, "order"),
        }
    }
    /// As an address has them.
    pub fn query(&self) -> String {
        let parts = [
            (self.risk != Risk::Any).then(|| format!("risk={}", self.risk.word())),
            self.grade.as_ref().map(|grade| format!("grade={grade}")),
            (self.mentor != Mentored::Any).then(|| format!("mentor={}", self.mentor.word())),
            self.signal.then(|| "signal=yes".to_owned()),
            (self.order != Order::default()).then(|| format!("order={}", self.order.word())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
    fn takes(&self, row: &MapRow) -> bool {
        let risk = match self.risk {
            Risk::Any => true,
            Risk::Chronic => row.tier.is_chronic(),
            Risk::Severe => row.tier == Tier::Severe,
            Risk::AtRisk => row.tier == Tier::AtRisk,
            Risk::Satisfactory => row.tier == Tier::Satisfactory,
        };
        let mentor = match self.mentor {
            Mentored::Any => true,
            Mentored::With => row.matched,
            Mentored::Without => !row.matched,
        };
        risk && mentor
            && self.grade.as_ref().is_none_or(|grade| row.grade.as_ref() == Some(grade))
            && (!self.signal || row.signals > 0)
    }
}

/// A student's row. No `Debug`: it is a child's record.
#[derive(Clone)]
pub struct MapRow {
    /// The export's key.
    pub key: String,
    /// The grade.
    pub grade: Option<String>,
    /// The tier of the year.
    pub tier: Tier,
    /// The rate of the year.
    pub rate: Option<daymark_reports::Tenths>,
    /// How many early signals fired.
    pub signals: usize,
    /// Has a mentor.
    pub matched: bool,
    /// The report's codes of the days that are shown.
    pub codes: String,
    /// The report's letters of what mentors did on them.
    pub outreach: String,
}

/// The map.
pub struct DayMap {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The days that are shown, the latest last.
    pub dates: Vec<SchoolDay>,
    /// The rows of this page.
    pub rows: Vec<MapRow>,
    /// How many students there are of these criteria.
    pub found: usize,
    /// The grades that there are.
    pub grades: Vec<String>,
}

/// Which map.
#[derive(Clone, Debug)]
pub struct MapQuestion {
    /// Whose.
    pub school: SchoolId,
    /// The day; none: the last that the record covers.
    pub as_of: Option<SchoolDay>,
    /// Who.
    pub criteria: Criteria,
    /// How many of the latest school days; none: the whole year.
    pub days: Option<usize>,
    /// Which page, from 0.
    pub page: usize,
}

/// The map of a school; none before anything was recorded.
pub async fn day_map(
    store: &dyn Store,
    question: MapQuestion,
    names: &Names,
) -> Result<Option<DayMap>, ReportError> {
    let asked = Question {
        school: Some(question.school),
        as_of: question.as_of,
        past: Past::of(ReportName::HeatMap),
        ..Question::default()
    };
    let facts = match facts(store, &asked).await {
        Ok(facts) => facts,
        Err(ReportError::NothingRecorded) => return Ok(None),
        Err(error) => return Err(error),
    };
    let as_of = facts.as_of;
    let matched: BTreeSet<String> = facts
        .matches
        .iter()
        .filter(|of| of.is_active_on(as_of))
        .map(|of| of.student_sis_id.clone())
        .collect();
    let made = tokio::task::spawn_blocking(move || (heat_map(&facts), attendance(&facts))).await;
    let (map, roster) = made.map_err(|_| crate::store::StoreError::Stopped)?;
    let Some(grid) = map.schools.into_iter().next() else { return Ok(None) };
    let first = question.days.map_or(0, |days| grid.dates.len().saturating_sub(days));
    let dates = grid.dates[first..].to_vec();
    let rows = rows(grid, first, &roster.students, &matched);
    let grades = daymark_reports::grades_in_order(rows.iter().map(|row| &row.grade));
    let rows = chosen(rows, &question.criteria, names);
    let found = rows.len();
    let rows = rows.into_iter().skip(question.page * STUDENTS_A_PAGE).take(STUDENTS_A_PAGE).collect();
    Ok(Some(DayMap { as_of, dates, rows, found, grades }))
}

fn rows(grid: SchoolGrid, first: usize, roster: &[AttendanceRow], matched: &BTreeSet<String>) -> Vec<MapRow> {
    let from = |codes: &str| codes.chars().skip(first).collect();
    let row = |row: daymark_reports::GridRow| {
        let at = roster.binary_search_by(|of| of.student_id.cmp(&row.student_id)).ok();
        let of = at.map(|at| &roster[at]);
        MapRow {
            tier: of.map_or(Tier::NotApplicable, |of| of.tier),
            rate: of.and_then(|of| of.rate_percent),
            signals: of.map_or(0, |of| of.signals.len()),
            matched: matched.contains(&row.student_id),
            codes: from(&row.codes),
            outreach: from(&row.outreach),
            grade: row.grade,
            key: row.student_id,
        }
    };
    grid.students.into_iter().map(row).collect()
}

/// Those of the criteria in their order; rows that are alike stay in the order of their names.
fn chosen(mut rows: Vec<MapRow>, criteria: &Criteria, names: &Names) -> Vec<MapRow> {
    use std::cmp::Reverse;
    rows.retain(|row| criteria.takes(row));
    rows.sort_by_key(|row| names.place(&row.key));
    match criteria.order {
        Order::Name => {}
        Order::Missed => rows.sort_by_key(|row| Reverse(row.rate)),
        Order::Lately => {
            rows.sort_by_key(|row| Reverse(row.codes.chars().filter(|code| is_missed(*code)).count()))
        }
        Order::Grade => {
            rows.sort_by_key(|row| Reverse(row.rate));
            let grades = daymark_reports::grades_in_order(rows.iter().map(|row| &row.grade));
            let place = |row: &MapRow| {
                let grade = row.grade.as_ref();
                grade.and_then(|grade| grades.iter().position(|of| of == grade)).unwrap_or(usize::MAX)
            };
            rows.sort_by_key(place);
        }
        Order::Signals => rows.sort_by_key(|row| Reverse(row.signals)),
        Order::Outreach => {
            rows.sort_by_key(|row| row.outreach.chars().filter(|code| matches!(code, 's' | 'f')).count());
        }
    }
    rows
}

/// Whether a code of the heat map counts as missed.
pub fn is_missed(code: char) -> bool {
    matches!(code, 'E' | 'U' | 'S' | 'P')
}

#[cfg(test)]
mod tests {
    use daymark_domain::NamesShown;

    use super::*;

    fn fields(text: &[(&str, &str)]) -> Fields {
        text.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn row(key: &str, tier: Tier, codes: &str) -> MapRow {
        MapRow {
            key: key.into(),
            grade: Some("07".into()),
            tier,
            rate: Some(daymark_reports::Tenths::new(codes.len() as i64)),
            signals: 0,
            matched: key == "1",
            codes: codes.into(),
            outreach: ".".repeat(codes.len()),
        }
    }

    #[test]
    fn criteria_survive_an_address_and_what_is_not_known_is_not_said() {
        let typed = fields(&[("risk", "chronic"), ("grade", "07"), ("mentor", "without"), ("signal", "yes")]);
        let criteria = Criteria::of(&typed);
        let query = criteria.query();
        assert_eq!(query, "risk=chronic&grade=07&mentor=without&signal=yes");
        let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        assert_eq!(Criteria::of(&fields(&pairs)), criteria);
        assert_eq!(Criteria::of(&fields(&[("risk", "perhaps"), ("grade", "7&x=y")])), Criteria::default());
        assert_eq!(Criteria::default().query(), "");
    }

    #[test]
    fn a_group_takes_those_of_its_criteria_and_sorts_them() {
        let all = || {
            vec![
                row("1", Tier::Severe, "..UU"),
                row("2", Tier::Moderate, ".....U"),
                row("3", Tier::AtRisk, "U"),
            ]
        };
        let names = Names::of(Vec::new(), NamesShown::Full);
        let keys = |criteria: Criteria| -> Vec<String> {
            chosen(all(), &criteria, &names).into_iter().map(|row| row.key).collect()
        };
        assert_eq!(keys(Criteria::default()), ["2", "1", "3"]);
        assert_eq!(keys(Criteria { order: Order::Lately, ..Criteria::default() }), ["1", "2", "3"]);
        assert_eq!(keys(Criteria { risk: Risk::Chronic, ..Criteria::default() }), ["2", "1"]);
        assert_eq!(keys(Criteria { mentor: Mentored::Without, ..Criteria::default() }), ["2", "3"]);
        assert!(keys(Criteria { signal: true, ..Criteria::default() }).is_empty());
    }
}
