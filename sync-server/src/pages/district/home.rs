//! The captain's first page: which schools hold the chronically absent students, and whether mentors are there.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Meter, Words, say};
use daymark_domain::{CASELOADS, ReadinessAnswer, ReadinessQuestion, SchoolDay, SchoolId};
use dioxus::prelude::*;

use super::{Frame, count, month_form, no_month, percent};
use crate::pages::reports::{definition, group_name};
use crate::service::district_faces::{Needs, SchoolNeed, Subgroup};
use crate::store::district::{MentorSupply, ReadinessSaid, Said};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct HomePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// All schools.
    pub schools: &'a [School],
    /// The months that may be read.
    pub months: &'a [SchoolDay],
    /// The one that is read.
    pub month: Option<SchoolDay>,
    /// Students a mentor.
    pub caseload: u32,
    /// Its figures.
    pub needs: Option<&'a Needs>,
    /// Mentors by school, today.
    pub supply: &'a [MentorSupply],
    /// What the schools said of themselves, the latest first.
    pub readiness: &'a [(SchoolId, Said<ReadinessSaid>)],
}

/// The page.
pub fn page(words: Words, page: &HomePage<'_>) -> Html<String> {
    let sub = match page.month {
        Some(month) => say!(words, "district-sub", month: words.month_of_year(month), n: page.schools.len()),
        None => say!(words, "district-sub-none", n: page.schools.len()),
    };
    let address = match page.month {
        Some(month) => format!("/district?month={month}&caseload={}", page.caseload),
        None => "/district".to_owned(),
    };
    let body = match page.needs {
        Some(needs) => figures(words, page, needs),
        None => rsx! {
            {no_month(words)}
            {without_figures(words, page)}
        },
    };
    let title = say!(words, "district-title");
    Frame { who: page.who, title, sub, here: &address }.page(words, body)
}

fn caseload_field(words: Words, caseload: u32) -> Element {
    rsx! {
        label { class: "field", {say!(words, "district-caseload")}
            select { name: "caseload",
                for one in CASELOADS {
                    option { value: "{one}", selected: one == caseload, {say!(words, "district-caseload-of", n: one)} }
                }
            }
        }
    }
}

fn figures(words: Words, page: &HomePage<'_>, needs: &Needs) -> Element {
    rsx! {
        {month_form(words, "/district", page.months, page.month, caseload_field(words, page.caseload))}
        {tiles(words, page, needs)}
        {first_schools(words, needs)}
        {schools(words, page, needs)}
        {priority_grades(words, needs)}
        section { class: "section",
            h2 { {say!(words, "district-groups")} }
            p { class: "quiet-text", {say!(words, "district-groups-lead", n: needs.small_group_minimum)} }
            for group in &needs.subgroups {
                {subgroup(words, group)}
            }
        }
    }
}

/// How many mentors the students without one ask for at this case-load; none where that is not shown.
fn wanting(need: &SchoolNeed, caseload: u32) -> Option<u32> {
    need.mentors_wanting.iter().find(|wanting| wanting.caseload == caseload).map(|wanting| wanting.mentors)
}

fn tiles(words: Words, page: &HomePage<'_>, needs: &Needs) -> Element {
    let shown = needs.schools.iter().filter_map(|need| wanting(need, page.caseload));
    let missing: u32 = shown.sum();
    let mentors: u32 = page.supply.iter().map(|of| of.internal + of.partners + of.unknown).sum();
    let placed: u32 = page.supply.iter().map(|of| of.placed).sum();
    let oldest = page.schools.iter().map(|school| school.recorded_through).min().flatten();
    rsx! {
        div { class: "tiles",
            div { class: "tile",
                b { {percent(words, needs.district.chronic_percent)} }
                small {
                    {say!(words, "district-tile-chronic", n: count(needs.district.chronic), of: count(needs.district.enrolled))}
                }
            }
            div { class: "tile",
                b {
                    if holds_half(needs) { "{needs.first_schools.len()}" } else { "–" }
                }
                small { {say!(words, "district-tile-half", of: needs.schools.len())} }
            }
            div { class: "tile",
                b { "{missing}" }
                small { {say!(words, "district-tile-gap", n: page.caseload)} }
            }
            div { class: "tile",
                b { "{placed}" }
                small { {say!(words, "district-tile-placed", of: mentors)} }
            }
            div { class: "tile",
                b { class: "of-a-date", {oldest.map_or_else(|| "–".to_owned(), |day| words.day_short(day))} }
                small { {say!(words, "district-tile-record")} }
            }
        }
    }
}

/// Whether the schools that come first reach half: where too many students are at hidden schools they do not.
fn holds_half(needs: &Needs) -> bool {
    let last = needs.first_schools.last();
    let last = last.and_then(|key| needs.schools.iter().find(|school| school.tiers.group == *key));
    last.and_then(|school| school.cumulative_percent).is_some_and(|percent| percent >= 50.0)
}

fn first_schools(words: Words, needs: &Needs) -> Element {
    let name = |key: &String| {
        let found = needs.schools.iter().find(|school| school.tiers.group == *key);
        found.map_or_else(|| key.clone(), |school| school.name.clone())
    };
    let names: Vec<String> = needs.first_schools.iter().map(name).collect();
    rsx! {
        p { class: "notice lead-line", "data-testid": "first-schools",
            if holds_half(needs) {
                {say!(words, "district-first", n: names.len(), names: names.join(", "))}
            } else if names.is_empty() {
                {say!(words, "district-no-first")}
            } else {
                {say!(words, "district-first-shown", names: names.join(", "))}
            }
        }
    }
}

fn schools(words: Words, page: &HomePage<'_>, needs: &Needs) -> Element {
    let supply: BTreeMap<SchoolId, &MentorSupply> = page.supply.iter().map(|of| (of.school_id, of)).collect();
    let by_key: BTreeMap<&str, &School> =
        page.schools.iter().map(|school| (school.sis_id.as_str(), school)).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "district-schools")} }
            div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "district-schools"),
                table { class: "week figures",
                    caption { {definition(words, &needs.rule)} }
                    thead { tr {
                        th { scope: "col", {say!(words, "district-col", word: "school")} }
                        th { scope: "col", {say!(words, "district-col", word: "chronic")} }
                        th { scope: "col", {say!(words, "district-col", word: "share")} }
                        th { scope: "col", {say!(words, "district-col", word: "cumulative")} }
                        th { scope: "col", {say!(words, "district-col", word: "mentors")} }
                        th { scope: "col", {say!(words, "district-col", word: "gap")} }
                        th { scope: "col", {say!(words, "district-col", word: "readiness")} }
                        th { scope: "col", {say!(words, "district-col", word: "record")} }
                    } }
                    tbody {
                        for need in &needs.schools {
                            {row(words, page, need, by_key.get(need.tiers.group.as_str()).copied(), &supply)}
                        }
                    }
                }
            }
        }
    }
}

fn row(
    words: Words,
    page: &HomePage<'_>,
    need: &SchoolNeed,
    school: Option<&School>,
    supply: &BTreeMap<SchoolId, &MentorSupply>,
) -> Element {
    let column = |word: &str| say!(words, "district-col", word: word);
    let tenths = need.tiers.chronic_percent.map_or(0, |percent| (percent * 10.0).round() as u32);
    rsx! {
        tr {
            th { scope: "row",
                span { class: "n", "{need.name}" }
                if let Some(level) = need.level.as_deref().filter(|level| *level != "ordinary") {
                    " " span { class: "badge", {say!(words, "district-level", level: level)} }
                }
            }
            if need.tiers.hidden {
                td { colspan: "3", class: "quiet-text", {say!(words, "district-hidden")} }
            } else {
                td { "data-label": column("chronic"),
                    span { class: "rate",
                        span { class: "num", {percent(words, need.tiers.chronic_percent)} }
                        Meter { part: tenths, whole: 500 }
                    }
                    small {
                        {say!(words, "district-chronic-of", n: count(need.tiers.chronic), of: count(need.tiers.enrolled), severe: count(need.tiers.severe))}
                    }
                }
                td { class: "num", "data-label": column("share"), {percent(words, need.share_percent)} }
                td { class: "num", "data-label": column("cumulative"), {percent(words, need.cumulative_percent)} }
            }
            {mentors_cell(words, school.and_then(|school| supply.get(&school.id)).copied())}
            td { class: "num", "data-label": column("gap"),
                match wanting(need, page.caseload) {
                    Some(0) => rsx! { span { class: "badge leaf", {say!(words, "district-no-gap")} } },
                    Some(missing) => rsx! {
                        span { class: "n", {say!(words, "district-gap", n: missing)} }
                        small { {say!(words, "district-gap-for", n: count(need.chronic_unmatched))} }
                    },
                    None => rsx! { "–" },
                }
            }
            {readiness_cell(words, page, school)}
            {record_cell(words, school)}
        }
    }
}

fn mentors_cell(words: Words, supply: Option<&MentorSupply>) -> Element {
    rsx! {
        td { "data-label": say!(words, "district-col", word: "mentors"),
            match supply {
                Some(of) => rsx! {
                    span { class: "n num", "{of.internal + of.partners + of.unknown}" }
                    small {
                        {say!(words, "district-supply", internal: of.internal, partners: of.partners, unknown: of.unknown, placed: of.placed)}
                    }
                },
                None => rsx! { "–" },
            }
        }
    }
}

fn readiness_cell(words: Words, page: &HomePage<'_>, school: Option<&School>) -> Element {
    let ready = school.map(|school| super::readiness::answers_in_force(page.readiness, school.id));
    let yes = ready
        .map_or(0, |answers| answers.values().filter(|said| said.what.1 == ReadinessAnswer::Yes).count());
    let said = school.is_some_and(|school| page.readiness.iter().any(|(of, _)| *of == school.id));
    rsx! {
        td { "data-label": say!(words, "district-col", word: "readiness"),
            if said {
                {say!(words, "district-ready", n: yes, of: ReadinessQuestion::ALL.len())}
            } else {
                span { class: "quiet-text", {say!(words, "district-ready-none")} }
            }
        }
    }
}

fn record_cell(words: Words, school: Option<&School>) -> Element {
    let through = school.and_then(|school| school.recorded_through);
    rsx! {
        td { "data-label": say!(words, "district-col", word: "record"),
            match through {
                Some(day) => rsx! { {words.day_short(day)} },
                None => rsx! { span { class: "late", {say!(words, "district-record-none")} } },
            }
        }
    }
}

/// What can be said before there is a month to read.
fn without_figures(words: Words, page: &HomePage<'_>) -> Element {
    let supply: BTreeMap<SchoolId, &MentorSupply> = page.supply.iter().map(|of| (of.school_id, of)).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "district-schools")} }
            div { class: "scroll",
                table { class: "week figures",
                    thead { tr {
                        th { scope: "col", {say!(words, "district-col", word: "school")} }
                        th { scope: "col", {say!(words, "district-col", word: "mentors")} }
                        th { scope: "col", {say!(words, "district-col", word: "readiness")} }
                        th { scope: "col", {say!(words, "district-col", word: "record")} }
                    } }
                    tbody {
                        for school in page.schools {
                            tr {
                                th { scope: "row", span { class: "n", "{school.name}" } }
                                {mentors_cell(words, supply.get(&school.id).copied())}
                                {readiness_cell(words, page, Some(school))}
                                {record_cell(words, Some(school))}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn priority_grades(words: Words, needs: &Needs) -> Element {
    let rows: Vec<_> = needs
        .schools
        .iter()
        .flat_map(|school| school.priority_grades.iter().map(move |grade| (school, grade)))
        .filter(|(_, grade)| grade.group != "other_grades" && grade.enrolled != Some(0))
        .collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "district-priority")} }
            if rows.is_empty() {
                p { {say!(words, "district-priority-none")} }
            } else {
                div { class: "scroll",
                    table { class: "week figures",
                        caption { {say!(words, "district-priority-lead")} }
                        thead { tr {
                            th { scope: "col", {say!(words, "district-col", word: "school")} }
                            th { scope: "col", {say!(words, "district-col", word: "grade")} }
                            th { scope: "col", {say!(words, "district-col", word: "chronic")} }
                        } }
                        tbody {
                            for (school, grade) in rows {
                                tr {
                                    th { scope: "row", "{school.name}" }
                                    td { "data-label": say!(words, "district-col", word: "grade"), {group_name(words, "grade", &grade.group)} }
                                    {chronic_cell(words, grade)}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn chronic_cell(words: Words, of: &crate::service::district_faces::Tiers) -> Element {
    rsx! {
        td { "data-label": say!(words, "district-col", word: "chronic"),
            if of.hidden {
                span { class: "quiet-text", {say!(words, "district-hidden")} }
            } else {
                span { class: "num", {percent(words, of.chronic_percent)} }
                small {
                    {say!(words, "district-chronic-of", n: count(of.chronic), of: count(of.enrolled), severe: count(of.severe))}
                }
            }
        }
    }
}

fn subgroup(words: Words, of: &Subgroup) -> Element {
    rsx! {
        details { open: of.by == "zip",
            summary { {say!(words, "report-by", by: of.by.as_str())} }
            div { class: "scroll",
                table { class: "week figures",
                    thead { tr {
                        th { scope: "col", {say!(words, "report-by", by: of.by.as_str())} }
                        th { scope: "col", {say!(words, "district-col", word: "chronic")} }
                    } }
                    tbody {
                        for group in &of.groups {
                            tr {
                                th { scope: "row", {group_name(words, &of.by, &group.group)} }
                                {chronic_cell(words, group)}
                            }
                        }
                    }
                }
            }
        }
    }
}
