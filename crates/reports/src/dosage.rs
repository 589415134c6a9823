//! Three contacts a week: by match and by mentor.

use std::collections::BTreeMap;

use daymark_domain::{
    ActivePeriod, DosageTotals, LoggedContact, MatchDay, MatchWeek, Reach, Rules, SchoolDay, Window,
    dosage_needs_help, match_weeks, weeks_missed_running,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::face::Report;
use crate::facts::{Facts, MatchFacts};
use crate::head::Head;
use crate::lens::Lens;
use crate::table::{Table, cell, maybe};
use crate::tenths::Tenths;

/// The dosage.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DosageReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// All matches together.
    pub programme: DosageFigure,
    /// Matches that were active this year, by school, student, start and mentor.
    pub matches: Vec<MatchDosage>,
    /// Mentors, by school and name.
    pub mentors: Vec<MentorDosage>,
}

/// Weeks of one or of many matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DosageFigure {
    /// Weeks with the wanted contacts.
    pub weeks_met: u32,
    /// Weeks that are over and had a school day inside of the match.
    pub weeks_applicable: u32,
    /// Weeks met of those.
    pub met_percent: Option<Tenths>,
    /// The same on days on which the student was at school.
    pub met_when_present_percent: Option<Tenths>,
    /// Weeks without a school day inside of the match.
    pub weeks_without_school: u32,
    /// Dates on which the student was reached.
    pub dates_reached: u32,
    /// Contacts of any kind; what two phones tell of the same contact counts once.
    pub contacts: u32,
    /// Of these, those that reached nobody.
    pub attempts: u32,
    /// Of these, those that reached the family.
    pub family_contacts: u32,
}

impl From<&DosageTotals> for DosageFigure {
    fn from(totals: &DosageTotals) -> Self {
        Self {
            weeks_met: totals.weeks.n,
            weeks_applicable: totals.weeks.of,
            met_percent: Tenths::share(totals.weeks),
            met_when_present_percent: Tenths::share(totals.weeks_when_present),
            weeks_without_school: totals.weeks_without_school,
            dates_reached: totals.dates_reached,
            contacts: totals.contacts,
            attempts: totals.attempts,
            family_contacts: totals.family_contacts,
        }
    }
}

/// A match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatchDosage {
    /// The export's key of the school.
    pub school_id: String,
    /// The export's key of the student.
    pub student_id: String,
    /// The mentor's name.
    pub mentor: String,
    /// First day.
    #[schemars(with = "String")]
    pub start: SchoolDay,
    /// First day that is no longer in it.
    #[schemars(with = "Option<String>")]
    pub end: Option<SchoolDay>,
    /// The year so far.
    pub year: DosageFigure,
    /// The week of the report; null when the match was not active in it.
    pub this_week: Option<WeekFace>,
    /// The latest weeks with a result that were not met, one after the other.
    pub weeks_missed_running: u32,
    /// So many weeks running were missed that the match needs help.
    pub needs_help: bool,
    /// When the student was last reached.
    #[schemars(with = "Option<String>")]
    pub last_reached: Option<SchoolDay>,
    /// When the family was last reached.
    #[schemars(with = "Option<String>")]
    pub last_family_contact: Option<SchoolDay>,
}

/// A week of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeekFace {
    /// Its Monday.
    #[schemars(with = "String")]
    pub monday: SchoolDay,
    /// School days inside of the match.
    pub available: u32,
    /// Dates wanted.
    pub wanted: u32,
    /// Dates on which the student was reached.
    pub done: u32,
    /// `met`, `not_met`, `no_school`, or `open` while school days are to come.
    #[schemars(with = "String")]
    pub result: daymark_domain::WeekResult,
}

impl From<&MatchWeek> for WeekFace {
    fn from(week: &MatchWeek) -> Self {
        Self {
            monday: week.week.monday,
            available: week.dosage.available,
            wanted: week.wanted,
            done: week.dosage.done,
            result: week.result,
        }
    }
}

/// A mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MentorDosage {
    /// The export's key of the school.
    pub school_id: String,
    /// The mentor's name.
    pub mentor: String,
    /// Matches that were active this year.
    pub matches: u32,
    /// The year so far.
    pub year: DosageFigure,
}

/// Makes the report.
pub fn dosage(facts: &Facts) -> DosageReport {
    let lens = Lens::new(facts);
    let mut programme = DosageTotals::default();
    let mut mentors: BTreeMap<_, (u32, DosageTotals)> = BTreeMap::new();
    let mut matches = Vec::new();
    for weeks in this_year(&lens) {
        let totals = DosageTotals::of(&weeks.weeks);
        programme += totals;
        let of = weeks.of;
        let mentor = (weeks.school_id.to_owned(), of.mentor_name.clone(), of.mentor_id);
        let sum = mentors.entry(mentor).or_default();
        *sum = (sum.0 + 1, sum.1);
        sum.1 += totals;
        matches.push(row(&lens, &weeks, &totals));
    }
    matches.sort_by(|a, b| (&a.school_id, &a.student_id).cmp(&(&b.school_id, &b.student_id)));
    let mentors = mentors.into_iter().map(|((school_id, mentor, _), (matches, totals))| MentorDosage {
        school_id,
        mentor,
        matches,
        year: (&totals).into(),
    });
    let mentors = mentors.collect();
    DosageReport { head: Head::of(&lens), programme: (&programme).into(), matches, mentors }
}

/// A match's weeks of this school year.
pub(crate) struct MatchYear<'a> {
    pub of: &'a MatchFacts,
    pub school_id: &'a str,
    pub rules: &'a Rules,
    pub weeks: Vec<MatchWeek>,
}

/// Every match that was active this year, in the order of the facts.
pub(crate) fn this_year<'a>(lens: &'a Lens<'a>) -> Vec<MatchYear<'a>> {
    let students: BTreeMap<_, _> = lens.facts.students.iter().map(|student| (student.id, student)).collect();
    let year = Window { first: lens.window.first, last: lens.facts.as_of.week().sunday() };
    let active = |of: &&MatchFacts| of.start <= year.last && of.end.is_none_or(|end| end > year.first);
    let matches = lens.facts.matches.iter().filter(active).filter(|of| lens.facts.covers(of.school_id));
    matches
        .filter_map(|of| {
            let school = lens.facts.school(of.school_id)?;
            let days = lens.days(students.get(&of.student_id)?, year);
            let days: Vec<MatchDay> =
                days.iter().filter(|day| day.school_id == of.school_id).map(MatchDay::from).collect();
            let period = ActivePeriod { from: of.start.max(year.first), until: of.end };
            let contacts: Vec<LoggedContact<'_>> =
                of.contacts.iter().map(|contact| contact.logged()).collect();
            let rules = &school.rules.rules;
            let weeks = match_weeks(&[period], &days, &contacts, lens.facts.as_of, rules);
            Some(MatchYear { of, school_id: &school.sis_id, rules, weeks })
        })
        .collect()
}

fn row(lens: &Lens<'_>, year: &MatchYear<'_>, totals: &DosageTotals) -> MatchDosage {
    let week = lens.facts.as_of.week();
    let last = |reach: Reach| last_contact(year.of, reach, lens.facts.as_of);
    MatchDosage {
        school_id: year.school_id.to_owned(),
        student_id: year.of.student_sis_id.clone(),
        mentor: year.of.mentor_name.clone(),
        start: year.of.start,
        end: year.of.end,
        year: totals.into(),
        this_week: year.weeks.last().filter(|last| last.week == week).map(WeekFace::from),
        weeks_missed_running: weeks_missed_running(&year.weeks),
        needs_help: dosage_needs_help(&year.weeks, year.rules),
        last_reached: last(Reach::Student),
        last_family_contact: last(Reach::Family),
    }
}

/// When somebody was last reached, up to a day.
pub(crate) fn last_contact(of: &MatchFacts, reach: Reach, as_of: SchoolDay) -> Option<SchoolDay> {
    let reached = of.contacts.iter().filter(|contact| contact.reach == reach && contact.day <= as_of);
    reached.map(|contact| contact.day).max()
}

impl Report for DosageReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "school_id",
            "student_id",
            "mentor",
            "start",
            "end",
            "weeks_met",
            "weeks_applicable",
            "met_percent",
            "met_when_present_percent",
            "dates_reached",
            "attempts",
            "family_contacts",
            "this_week_done",
            "this_week_wanted",
            "weeks_missed_running",
            "needs_help",
            "last_reached",
            "last_family_contact",
        ]);
        for row in &self.matches {
            table.row(vec![
                row.school_id.clone(),
                row.student_id.clone(),
                row.mentor.clone(),
                cell(row.start),
                maybe(row.end),
                cell(row.year.weeks_met),
                cell(row.year.weeks_applicable),
                maybe(row.year.met_percent),
                maybe(row.year.met_when_present_percent),
                cell(row.year.dates_reached),
                cell(row.year.attempts),
                cell(row.year.family_contacts),
                maybe(row.this_week.map(|week| week.done)),
                maybe(row.this_week.map(|week| week.wanted)),
                cell(row.weeks_missed_running),
                cell(row.needs_help),
                maybe(row.last_reached),
                maybe(row.last_family_contact),
            ]);
        }
        table.headed(&self.head)
    }
}
