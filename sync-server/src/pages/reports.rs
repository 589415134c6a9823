//! Every report as a page: what it answers, its rules, its rows. One renderer for all of them, from the rows that the
//! spreadsheet has; what belongs together stands in one table.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use daymark_reports::{Faces, ReportName, Table};
use dioxus::prelude::*;

use super::district::{Frame, moment_utc};
use super::workings::{concerns, setting_name, setting_value, workings};
use super::{PageError, form_token};
use crate::auth::permissions::{Does, may};
use crate::reports::ReportError;
use crate::service::district_faces::{HeadFace, RuleFace};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::snapshots::Snapshot;

/// All of them, and what was frozen.
pub fn list(words: Words, who: &SignedIn, names: &[ReportName], frozen: &[Snapshot]) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "reports-lead")} }
        ul { class: "resources section",
            for name in names {
                li { class: "panel",
                    h2 { a { href: "/staff/reports/{name}", {title_of(words, name.word())} } }
                    p { {say!(words, "report-about", word: name.word())} }
                }
            }
        }
        {beside(words, who)}
        section { class: "section",
            h2 { {say!(words, "reports-frozen")} }
            if frozen.is_empty() {
                p { {say!(words, "reports-frozen-none")} }
            } else {
                ol { class: "history",
                    for snapshot in frozen.iter().rev() {
                        li {
                            a { href: "/staff/reports/frozen/{snapshot.id}", class: "n", {title_of(words, &snapshot.report)} }
                            " " {say!(words, "report-as-of", day: words.day_and_year(snapshot.as_of))}
                            small { {frozen_by(words, snapshot)} }
                        }
                    }
                }
            }
        }
    };
    let (title, sub) = (say!(words, "reports-title"), say!(words, "reports-sub"));
    Frame { who, title, sub, here: "/staff/reports" }.page(words, body)
}

/// What schools say beside the figures.
fn beside(words: Words, who: &SignedIn) -> Element {
    let pages = ["/staff/reflections", "/staff/readiness", "/staff/variants"];
    let pages: Vec<&str> = pages.into_iter().filter(|page| may(who.role, Does::Reads, page)).collect();
    rsx! {
        if !pages.is_empty() {
            section { class: "section",
                h2 { {say!(words, "reports-beside")} }
                p { class: "referral-bar",
                    for page in pages {
                        a { href: page, {say!(words, "reports-beside-page", page: page.rsplit('/').next().unwrap_or_default())} }
                    }
                }
            }
        }
    }
}

fn title_of(words: Words, report: &str) -> String {
    say!(words, "report-title", word: report)
}

fn frozen_by(words: Words, snapshot: &Snapshot) -> String {
    let (by, moment) = (snapshot.frozen_by.as_str(), moment_utc(words, snapshot.frozen_at));
    say!(words, "report-frozen-by", by: by, moment: moment, n: snapshot.id)
}

/// What the page of one shows.
pub struct ReportPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The report's name.
    pub name: &'a str,
    /// Whether it tells of groups and not of students.
    pub leaves_the_team: bool,
    /// The day that was asked for, as typed.
    pub asked: &'a str,
    /// The months to choose from, for readers beyond the schools.
    pub months: Option<&'a [SchoolDay]>,
    /// All schools, for their names.
    pub schools: &'a [School],
    /// The report.
    pub faces: Option<&'a Faces>,
    /// It was frozen before.
    pub frozen: Option<&'a Snapshot>,
    /// Why a day was not taken.
    pub wrong: Option<&'a str>,
}

/// One of them.
pub fn page(words: Words, page: &ReportPage<'_>) -> Result<Html<String>, PageError> {
    let read = page.faces.map(|faces| {
        let head: HeadFace = serde_json::from_slice(&faces.json).map_err(|_| PageError::Broken)?;
        let table = Table::read(&faces.csv).map_err(ReportError::from)?;
        Ok::<_, PageError>((head, table))
    });
    let read = read.transpose()?;
    let path = match page.frozen {
        Some(snapshot) => format!("/staff/reports/frozen/{}", snapshot.id),
        None => format!("/staff/reports/{}", page.name),
    };
    let asked = Some(page.asked).filter(|asked| asked.parse::<SchoolDay>().is_ok());
    let here = asked.map_or_else(|| path.clone(), |day| format!("{path}?as_of={day}"));
    let body = rsx! {
        p { class: "section lead-line", {say!(words, "report-about", word: page.name)} }
        if page.name == "satt" || page.name == "datt" {
            {guiding_questions(words)}
        }
        {choose(words, page, &path)}
        match &read {
            Some((head, table)) => rsx! {
                {actions(words, page, head, &path)}
                if table.header().iter().any(|column| column == "caution") {
                    {caution(words)}
                }
                {sections(words, page, table)}
                {working(words, page, head)}
            },
            None if page.wrong.is_none() => rsx! { p { class: "notice", {say!(words, "report-nothing")} } },
            None => rsx! {},
        }
    };
    let sub = match (&read, page.frozen) {
        (Some((head, _)), Some(snapshot)) => {
            let day = say!(words, "report-as-of", day: words.day_and_year(head.as_of));
            format!("{day}. {}", frozen_by(words, snapshot))
        }
        (Some((head, _)), None) => say!(words, "report-as-of", day: words.day_and_year(head.as_of)),
        (None, _) => String::new(),
    };
    Ok(Frame { who: page.who, title: title_of(words, page.name), sub, here: &here }.page(words, body))
}

fn guiding_questions(words: Words) -> Element {
    rsx! {
        section { class: "notice",
            h2 { {say!(words, "report-questions")} }
            ol { class: "questions-list",
                for word in ["better", "grades", "schools", "subgroups", "who"] {
                    li { {say!(words, "report-question", word: word)} }
                }
            }
        }
    }
}

/// What must stand beside every figure of impact, and how it was made.
fn caution(words: Words) -> Element {
    rsx! {
        section { class: "notice caution",
            h2 { {say!(words, "impact-caution")} }
            p { {say!(words, "impact-caution-lot")} }
            p { {say!(words, "impact-caution-mean")} }
            p { {say!(words, "impact-design", word: "own_past")} }
        }
    }
}

/// The day that the report looks from.
fn choose(words: Words, page: &ReportPage<'_>, path: &str) -> Element {
    if page.frozen.is_some() {
        return rsx! {};
    }
    let wrong = page.wrong.is_some();
    rsx! {
        if wrong {
            p { class: "notice bad", role: "alert", id: "wrong", {say!(words, "report-no-day")} }
        }
        form { class: "inline district-choice", method: "get", action: "{path}",
            match page.months {
                Some(months) => rsx! {
                    label { class: "field", {say!(words, "district-month")}
                        select { name: "as_of",
                            for month in months {
                                option { value: "{month}", selected: month.to_string() == page.asked, {words.month_of_year(*month)} }
                            }
                        }
                    }
                },
                None => rsx! {
                    label { class: "field", {say!(words, "report-day")}
                        input {
                            r#type: "date",
                            name: "as_of",
                            value: "{page.asked}",
                            "aria-invalid": if wrong { "true" },
                            "aria-describedby": if wrong { "wrong" },
                        }
                    }
                },
            }
            button { class: "btn quiet", {say!(words, "district-show")} }
        }
    }
}

/// Files, and keeping it.
fn actions(words: Words, page: &ReportPage<'_>, head: &HeadFace, path: &str) -> Element {
    let query = if page.frozen.is_some() { String::new() } else { format!("?as_of={}", head.as_of) };
    let may_freeze = page.frozen.is_none() && may(page.who.role, Does::Changes, "/staff/reports/{report}");
    rsx! {
        div { class: "report-bar no-print",
            a { class: "btn quiet", href: "{path}/csv{query}", download: true, "data-testid": "csv", {say!(words, "report-csv")} }
            a { class: "btn quiet", href: "{path}/json{query}", download: true, "data-testid": "json", {say!(words, "report-json")} }
            if page.frozen.is_none() && !page.leaves_the_team {
                a { class: "btn quiet", href: "{path}/csv{query}&students=keys", download: true, "data-testid": "csv-keys", {say!(words, "report-csv-keys")} }
                a { class: "btn quiet", href: "{path}/json{query}&students=keys", download: true, "data-testid": "json-keys", {say!(words, "report-json-keys")} }
            }
            if may_freeze {
                form { method: "post", action: "{path}",
                    {form_token(page.who)}
                    input { r#type: "hidden", name: "as_of", value: "{head.as_of}" }
                    button { class: "btn quiet", "data-testid": "freeze", {say!(words, "report-freeze")} }
                }
            }
        }
        p { class: "quiet-text",
            if page.leaves_the_team {
                {say!(words, "report-marked")}
            } else {
                {say!(words, "report-marked-students")}
            }
        }
    }
}

/// Columns that stand elsewhere on the page.
const ELSEWHERE: [&str; 4] = ["as_of", "rule_version", "design", "caution"];
/// Columns that hold several words.
const LISTS: [&str; 2] = ["signals", "rules"];
/// Columns that divide the rows into tables.
const DIVIDING: [&str; 2] = ["school_id", "by"];

/// A table of the page: the columns that say something in it, and its rows.
struct Section<'a> {
    heading: Option<String>,
    columns: Vec<usize>,
    rows: Vec<&'a Vec<String>>,
}

fn divided<'a>(words: Words, page: &ReportPage<'_>, table: &'a Table) -> Vec<Section<'a>> {
    let header = table.header();
    let place = |name: &str| header.iter().position(|column| column == name);
    let by = place("by");
    let dividing: Vec<usize> = match by {
        Some(_) => DIVIDING.iter().filter_map(|name| place(name)).collect(),
        None => Vec::new(),
    };
    let belong = |one: &Vec<String>, other: &Vec<String>| dividing.iter().all(|at| one[*at] == other[*at]);
    table
        .rows()
        .chunk_by(belong)
        .map(|rows| {
            // A column that hides nothing needs no room.
            let silent = |at: usize| if header[at] == "hidden" { "false" } else { "" };
            let says = |at: &usize| rows.iter().any(|row| row[*at] != silent(*at));
            let one_school =
                |at: usize| header[at] == "school_id" && rows.iter().all(|row| row[at] == rows[0][at]);
            let stands_here = |at: &usize| {
                !dividing.contains(at) && !ELSEWHERE.contains(&header[*at].as_str()) && !one_school(*at)
            };
            Section {
                heading: by.map(|by| heading(words, page, header, &rows[0], by)),
                columns: (0..header.len()).filter(stands_here).filter(says).collect(),
                rows: rows.iter().collect(),
            }
        })
        .collect()
}

fn heading(words: Words, page: &ReportPage<'_>, header: &[String], row: &[String], by: usize) -> String {
    let by = say!(words, "report-by", by: row[by].as_str());
    match header.iter().position(|column| column == "school_id").map(|at| row[at].as_str()) {
        Some(key) if !key.is_empty() => format!("{}: {by}", school_name(page.schools, key)),
        _ => by,
    }
}

fn school_name<'a>(schools: &'a [School], key: &'a str) -> &'a str {
    schools.iter().find(|school| school.sis_id == key).map_or(key, |school| &school.name)
}

fn sections(words: Words, page: &ReportPage<'_>, table: &Table) -> Element {
    let sections = divided(words, page, table);
    rsx! {
        if sections.is_empty() {
            p { class: "notice", {say!(words, "report-empty")} }
        }
        for section in sections {
            section { class: "section report",
                if let Some(heading) = &section.heading {
                    h2 { "{heading}" }
                }
                {rows(words, page, table.header(), &section)}
            }
        }
    }
}

fn rows(words: Words, page: &ReportPage<'_>, header: &[String], section: &Section<'_>) -> Element {
    let label = section.heading.clone().unwrap_or_else(|| title_of(words, page.name));
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": "{label}",
            table { class: "figures",
                thead { tr {
                    for at in &section.columns {
                        th { scope: "col", {column_name(words, &header[*at])} }
                    }
                } }
                tbody {
                    for row in &section.rows {
                        tr {
                            for (n, at) in section.columns.iter().enumerate() {
                                {one_cell(n == 0, cell(words, page, header, row, *at))}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A long text is broken into lines, a figure never.
const LONG_CHARACTERS: usize = 36;

fn one_cell(is_head: bool, said: String) -> Element {
    let class = if said.chars().count() > LONG_CHARACTERS { "long" } else { "num" };
    match is_head {
        true => rsx! { th { scope: "row", class, "{said}" } },
        false => rsx! { td { class, "{said}" } },
    }
}

fn column_name(words: Words, column: &str) -> String {
    // The grid of days has a column a day.
    if let Ok(day) = column.parse() {
        return words.day_plain(day);
    }
    say!(words, "report-column", word: column, plain: column.replace('_', " "))
}

fn cell(words: Words, page: &ReportPage<'_>, header: &[String], row: &[String], at: usize) -> String {
    // The quote keeps spreadsheets from reading a formula; a page shows what stands behind it.
    let value = row[at].strip_prefix('\'').unwrap_or(&row[at]);
    let by = header.iter().position(|column| column == "by").map_or("", |by| row[by].as_str());
    match header[at].as_str() {
        _ if value.is_empty() => "–".to_owned(),
        "hidden" if value == "true" => say!(words, "district-hidden"),
        "hidden" => String::new(),
        "school_id" => school_name(page.schools, value).to_owned(),
        "group" if by == "school" => school_name(page.schools, value).to_owned(),
        "group" => group_name(words, by, value),
        "grade" => group_name(words, "grade", value),
        "working" => workings(words, value),
        "concerns" => concerns(words, value),
        "barriers" => spoken(value, |word| say!(words, "barrier-factor", word: word)),
        "extra_supports" => spoken(value, |word| say!(words, "referral-kind", word: word)),
        column if LISTS.contains(&column) => spoken(value, |word| words_of(words, word)),
        _ => match value.parse::<SchoolDay>() {
            Ok(day) => words.day_and_year(day),
            Err(_) => words_of(words, value),
        },
    }
}

fn spoken(list: &str, say: impl Fn(&str) -> String) -> String {
    list.split_whitespace().map(say).collect::<Vec<_>>().join(", ")
}

/// A word of a report; what is none is shown as it stands.
fn words_of(words: Words, value: &str) -> String {
    let is_word = value.starts_with(|c: char| c.is_ascii_lowercase())
        && value.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    if is_word {
        say!(words, "report-value", word: value, plain: value.replace('_', " "))
    } else {
        value.to_owned()
    }
}

/// A group by its way of dividing.
pub(super) fn group_name(words: Words, by: &str, group: &str) -> String {
    match by {
        "grade" if group != "not_stated" => words.grade(group),
        "mentor_type" if group != "not_stated" => say!(words, "mentors-kind", word: group),
        _ => words_of(words, group),
    }
}

/// What counts as chronic, by the rules in force.
pub(super) fn definition(words: Words, rule: &RuleFace) -> String {
    let setting = |key: &str| rule.settings.get(key).map_or("–", String::as_str);
    say!(words, "report-definition",
        comparator: setting("chronic_comparator"),
        percent: setting("chronic_from_percent"),
        days: setting("minimum_enrolled_days"))
}

/// By which rules, and how far the record reaches.
fn working(words: Words, page: &ReportPage<'_>, head: &HeadFace) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "report-working")} }
            p { {definition(words, &head.rule)} }
            p { {say!(words, "report-rules", n: head.rule.version)} }
            ul { class: "facts-list",
                for school in &head.freshness {
                    li {
                        {match school.recorded_through {
                            Some(day) => say!(words, "report-fresh", school: school_name(page.schools, &school.school_id), day: words.day_and_year(day),
                                percent: super::district::percent(words, school.marked_percent)),
                            None => say!(words, "report-not-fresh", school: school_name(page.schools, &school.school_id)),
                        }}
                    }
                }
            }
            details {
                summary { {say!(words, "report-settings")} }
                dl { class: "settings",
                    for (key, value) in &head.rule.settings {
                        dt { {setting_name(words, key)} }
                        dd { class: if head.rule.overridden.contains(key) { "late" }, {setting_value(words, value)} }
                    }
                }
            }
            if !head.not_recorded.is_empty() {
                p { class: "quiet-text",
                    {say!(words, "report-not-recorded", names: head.not_recorded.iter().map(|name| column_name(words, name)).collect::<Vec<_>>().join(", "))}
                }
            }
        }
    }
}
