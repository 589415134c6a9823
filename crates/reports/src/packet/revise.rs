//! Plans that do not help: the wanted contacts for weeks, and no improvement (`domain.md` 2 #64).

use daymark_domain::{
    DosageTotals, Improvement, SchoolDay, Tally, Window, against_last_year, before_and_after_match,
    plan_to_revise, plan_to_revise_working, same_date_last_year, windows_around_match,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dosage::MatchYear;
use crate::facts::StudentFacts;
use crate::lens::Lens;
use crate::tenths::Tenths;

/// A match whose plan is to be revised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanToRevise {
    /// The export's key of the student.
    pub student_id: String,
    /// The mentor.
    pub mentor: String,
    /// School days of the weeks with the wanted contacts.
    pub days_of_met_weeks: u32,
    /// What the figure of now is held against: `before_match`, `last_year_to_date`, `last_year`.
    #[schemars(with = "String")]
    pub against: daymark_domain::Baseline,
    /// The rate before.
    pub before_percent: Option<Tenths>,
    /// The rate now.
    pub now_percent: Option<Tenths>,
    /// How both numbers came about.
    pub working: Vec<String>,
}

pub(super) fn to_revise(
    lens: &Lens<'_>,
    here: &[&StudentFacts],
    years: &[&MatchYear<'_>],
    through: Option<SchoolDay>,
) -> Vec<PlanToRevise> {
    let plans = years.iter().filter_map(|year| {
        let student = here.iter().find(|student| student.id == year.of.student_id)?;
        plan(lens, student, year, through)
    });
    plans.collect()
}

fn plan(
    lens: &Lens<'_>,
    student: &StudentFacts,
    year: &MatchYear<'_>,
    through: Option<SchoolDay>,
) -> Option<PlanToRevise> {
    let totals = DosageTotals::of(&year.weeks);
    let change = change(lens, student, year)?;
    let percent = |figure: daymark_domain::AbsenceFigure| figure.rate().as_ref().map(Tenths::percent_of);
    plan_to_revise(&totals, &change, year.rules).then(|| PlanToRevise {
        student_id: year.of.student_sis_id.clone(),
        mentor: year.of.mentor_name.clone(),
        days_of_met_weeks: totals.days_of_met_weeks,
        against: change.against,
        before_percent: percent(change.before),
        now_percent: percent(change.now),
        working: vec![
            plan_to_revise_working(&totals, year.rules, through).to_string(),
            change.working(year.rules, through).to_string(),
        ],
    })
}

/// Against this year before the match; where that is too short, as in a match from the first day on, against last year.
fn change(lens: &Lens<'_>, student: &StudentFacts, year: &MatchYear<'_>) -> Option<Improvement> {
    let days = lens.days(student, lens.window);
    let of = |window: Option<Window>| {
        let inside = days.iter().filter(|day| window.is_some_and(|window| window.contains(day.day)));
        inside.collect::<Tally>().figure(year.rules)
    };
    let (before, after) = windows_around_match(lens.window.first, year.of.start, lens.facts.as_of);
    let by_match = before_and_after_match(of(before), of(after), year.rules).ok();
    by_match.or_else(|| {
        let to_date = lens.last_year.until(same_date_last_year(lens.facts.as_of));
        let last_year = lens.days(student, to_date).iter().collect::<Tally>().figure(year.rules);
        against_last_year(Some(last_year), None, of(Some(lens.window)), year.rules).ok()
    })
}
