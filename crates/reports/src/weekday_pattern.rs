//! On which days of the week absence falls, by school and grade.

use std::collections::BTreeMap;

use daymark_domain::{AbsenceFigure, Days, Rules, WeekdayPattern, hide_small_rows};
use schemars::JsonSchema;
use serde::Serialize;

use crate::attendance::rate;
use crate::face::Report;
use crate::facts::Facts;
use crate::grades::{by_grade, grade_name};
use crate::head::Head;
use crate::lens::{Lens, of_school};
use crate::table::{Table, cell, maybe};
use crate::tenths::Tenths;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The pattern.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WeekdayPatternReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students below which a group is hidden; null in a school's own report, which stays in the team.
    pub small_group_minimum: Option<u32>,
    /// All of them, each school, and each school's grades.
    pub groups: Vec<PatternRow>,
}

/// A group's week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PatternRow {
    /// The export's key of the school; null: all schools.
    pub school_id: Option<String>,
    /// The grade; null: all grades.
    pub grade: Option<String>,
    /// Students with a school day; null when the group is hidden.
    pub students: Option<u32>,
    /// Days of the week on which school was held; empty when the group is hidden.
    pub weekdays: Vec<WeekdayFigure>,
    /// Percent of the absence that falls on Mondays and Fridays.
    pub mondays_and_fridays_percent: Option<Tenths>,
    /// What that would be if absence fell evenly.
    pub even_percent: Option<Tenths>,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeekdayFigure {
    /// Its name.
    pub weekday: &'static str,
    /// A.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// E.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A of E.
    pub rate_percent: Option<Tenths>,
}

/// Students and their days.
#[derive(Clone, Copy, Default)]
struct Group {
    students: u32,
    pattern: WeekdayPattern,
}

impl Group {
    fn sum<'a>(groups: impl IntoIterator<Item = &'a Self>) -> Self {
        groups.into_iter().fold(Self::default(), |mut sum, group| {
            sum.students += group.students;
            sum.pattern += group.pattern;
            sum
        })
    }
}

/// Makes the pattern. A student counts at each school at which the year had days for them.
pub fn weekday_pattern(facts: &Facts) -> WeekdayPatternReport {
    let lens = Lens::new(facts);
    let schools = groups(&lens);
    let minimum = facts.school.is_none().then_some(facts.rules.rules.small_group_minimum);
    WeekdayPatternReport {
        head: Head::of(&lens),
        small_group_minimum: minimum,
        groups: rows(&schools, minimum.unwrap_or(0), &facts.rules.rules),
    }
}

type Schools = BTreeMap<String, BTreeMap<Option<String>, Group>>;

fn groups(lens: &Lens<'_>) -> Schools {
    let mut schools = Schools::new();
    for student in &lens.facts.students {
        let days = lens.days(student, lens.window);
        for school in lens.facts.schools_in_scope() {
            let mut here = of_school(&days, school.id).peekable();
            if here.peek().is_some() {
                let grades = schools.entry(school.sis_id.clone()).or_default();
                let group = grades.entry(student.grade.clone()).or_default();
                group.students += 1;
                group.pattern += here.collect::<WeekdayPattern>();
            }
        }
    }
    schools
}

fn rows(schools: &Schools, minimum: u32, rules: &Rules) -> Vec<PatternRow> {
    let grades = by_grade(schools.values().flat_map(BTreeMap::keys));
    let students = |groups: &BTreeMap<Option<String>, Group>| -> Vec<u32> {
        grades.iter().map(|grade| groups.get(grade).map_or(0, |group| group.students)).collect()
    };
    let counts: Vec<Vec<u32>> = schools.values().map(students).collect();
    let shown = hide_small_rows(&counts, &[], minimum);
    let everybody = Group::sum(schools.values().flat_map(BTreeMap::values));
    let mut rows = vec![row(None, None, everybody, shown.all.total.count(), rules)];
    for ((school, groups), shown) in schools.iter().zip(&shown.rows) {
        rows.push(row(Some(school), None, Group::sum(groups.values()), shown.total.count(), rules));
        for (grade, cell) in grades.iter().zip(&shown.cells) {
            if let Some(group) = groups.get(grade) {
                rows.push(row(Some(school), Some(grade_name(grade.as_deref())), *group, cell.count(), rules));
            }
        }
    }
    rows
}

fn row(
    school: Option<&String>,
    grade: Option<String>,
    group: Group,
    shown: Option<u32>,
    rules: &Rules,
) -> PatternRow {
    let ends = group.pattern.mondays_and_fridays();
    let percent = |share: Option<daymark_domain::Ratio>| shown.and(share.as_ref().map(Tenths::percent_of));
    PatternRow {
        school_id: school.cloned(),
        grade,
        students: shown,
        weekdays: if shown.is_some() { weekdays(&group.pattern, rules) } else { Vec::new() },
        mondays_and_fridays_percent: percent(ends.share()),
        even_percent: percent(ends.even_share()),
    }
}

pub(crate) fn weekdays(pattern: &WeekdayPattern, rules: &Rules) -> Vec<WeekdayFigure> {
    let days = WEEKDAYS.into_iter().zip(pattern.weekdays);
    let held = days.filter(|(_, figure): &(_, AbsenceFigure)| !figure.enrolled.is_zero());
    held.map(|(weekday, figure)| WeekdayFigure {
        weekday,
        absent_days: figure.missed,
        enrolled_days: figure.enrolled,
        rate_percent: rate(figure, rules),
    })
    .collect()
}

impl Report for WeekdayPatternReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "school_id",
            "grade",
            "students",
            "weekday",
            "absent_days",
            "enrolled_days",
            "rate_percent",
            "mondays_and_fridays_percent",
            "even_percent",
        ]);
        for group in &self.groups {
            let of_group =
                [maybe(group.school_id.as_ref()), maybe(group.grade.as_ref()), maybe(group.students)];
            let ends = [maybe(group.mondays_and_fridays_percent), maybe(group.even_percent)];
            let mut add = |figure: [String; 4]| {
                table.row(of_group.iter().cloned().chain(figure).chain(ends.clone()).collect());
            };
            if group.weekdays.is_empty() {
                add(Default::default());
            }
            for day in &group.weekdays {
                add([
                    cell(day.weekday),
                    cell(day.absent_days),
                    cell(day.enrolled_days),
                    maybe(day.rate_percent),
                ]);
            }
        }
        table.headed(&self.head)
    }
}
