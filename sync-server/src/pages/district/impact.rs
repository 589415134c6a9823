//! What can be said of a month's effect, with its label and its caution; and the variants by the same rules.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ReflectionPrompt, SchoolDay};
use dioxus::prelude::*;

use super::{Frame, count, month_form, no_month, percent, signed};
use crate::pages::reports::group_name;
use crate::service::district_faces::{Impact, Past};
use crate::store::district::Reflection;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct ImpactPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// All schools.
    pub schools: &'a [School],
    /// The months that may be read.
    pub months: &'a [SchoolDay],
    /// The one that is read.
    pub month: Option<SchoolDay>,
    /// Its figures.
    pub impact: Option<&'a Impact>,
    /// What the schools wrote.
    pub reflections: &'a [Reflection],
}

/// The monthly impact.
pub fn page(words: Words, page: &ImpactPage<'_>) -> Html<String> {
    let title = say!(words, "impact-title");
    let body = match page.impact {
        Some(impact) => rsx! {
            {month_form(words, "/district/impact", page.months, page.month, rsx! {})}
            {caution(words, impact)}
            {cohort(words, impact)}
            {all_groups(words, page, impact)}
            {comparison(words, impact)}
            {barriers(words, impact)}
            {referrals(words, impact)}
            {reflections(words, page)}
        },
        None => no_month(words),
    };
    frame(words, page, title, "/district/impact", body)
}

/// The learning agenda.
pub fn variants(words: Words, page: &ImpactPage<'_>) -> Html<String> {
    let title = say!(words, "variants-title");
    let body = match page.impact {
        Some(impact) => rsx! {
            {month_form(words, "/district/variants", page.months, page.month, rsx! {})}
            p { class: "section", {say!(words, "variants-lead")} }
            {caution(words, impact)}
            if impact.by_variant.iter().all(|past| past.group == daymark_reports::NO_VARIANT) {
                p { class: "notice", {say!(words, "variants-none")} }
            } else {
                {groups(words, page, "variant", &[std::slice::from_ref(&impact.ever_matched), &impact.by_variant].concat())}
            }
        },
        None => no_month(words),
    };
    frame(words, page, title, "/district/variants", body)
}

fn frame(words: Words, page: &ImpactPage<'_>, title: String, path: &str, body: Element) -> Html<String> {
    let sub = match page.month {
        Some(month) => say!(words, "district-sub", month: words.month_of_year(month), n: page.schools.len()),
        None => say!(words, "district-sub-none", n: page.schools.len()),
    };
    let here = page.month.map_or_else(|| path.to_owned(), |month| format!("{path}?month={month}"));
    Frame { who: page.who, title, sub, here: &here }.page(words, body)
}

fn caution(words: Words, impact: &Impact) -> Element {
    rsx! {
        section { class: "notice caution",
            h2 { {say!(words, "impact-caution")} }
            p { {say!(words, "impact-caution-lot")} }
            p { {say!(words, "impact-caution-mean")} }
            p { {say!(words, "impact-baseline", word: impact.baseline.as_str())} }
        }
    }
}

fn cohort(words: Words, impact: &Impact) -> Element {
    let (cohort, all) = (&impact.cohort, &impact.ever_matched);
    let met = impact.dosage.and_then(|dosage| dosage.met_percent);
    rsx! {
        div { class: "tiles",
            div { class: "tile",
                b { {count(cohort.ever_matched)} }
                small { {say!(words, "impact-tile-cohort", active: count(cohort.active), closed: count(cohort.closed))} }
            }
            div { class: "tile",
                b { {signed(all.mean_change_points)} }
                small { {say!(words, "impact-tile-change", n: count(all.students))} }
            }
            div { class: "tile",
                b { {signed(all.days_gained)} }
                small { {say!(words, "impact-tile-days", each: signed(all.days_gained_each))} }
            }
            div { class: "tile",
                b { {percent(words, met)} }
                small { {say!(words, "impact-tile-dosage")} }
            }
            div { class: "tile",
                b { {count(cohort.eligible_unmatched)} }
                small { {say!(words, "impact-tile-unmatched")} }
            }
        }
    }
}

fn all_groups(words: Words, page: &ImpactPage<'_>, impact: &Impact) -> Element {
    let with_all = |groups: &[Past]| [std::slice::from_ref(&impact.ever_matched), groups].concat();
    rsx! {
        {groups(words, page, "school", &with_all(&impact.by_school))}
        {groups(words, page, "grade_band", &impact.by_grade_band)}
        {groups(words, page, "dosage", &impact.by_dosage)}
        if !impact.by_mentor_type.is_empty() {
            {groups(words, page, "mentor_type", &impact.by_mentor_type)}
        }
    }
}

/// One way to divide the matched: drawn, and as a table.
fn groups(words: Words, page: &ImpactPage<'_>, by: &str, groups: &[Past]) -> Element {
    let name = |past: &Past| match page
        .schools
        .iter()
        .find(|school| by == "school" && school.sis_id == past.group)
    {
        Some(school) => school.name.clone(),
        None => group_name(words, by, &past.group),
    };
    let named: Vec<(String, &Past)> = groups.iter().map(|past| (name(past), past)).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "impact-by", by: by)} }
            p { class: "quiet-text", {say!(words, "impact-design", word: if by == "dosage" { "dosage_split" } else { "own_past" })} }
            {bars(words, by, &named)}
            {table(words, by, &named)}
        }
    }
}

/// Pixels of a group: its name above two bars.
const ROW: u32 = 66;
const WIDTH: f64 = 640.0;

/// Before and now, a pair of bars a group. The table below says the same.
fn bars(words: Words, by: &str, groups: &[(String, &Past)]) -> Element {
    let shown: Vec<(&String, f64, f64)> = groups
        .iter()
        .filter_map(|(name, past)| Some((name, past.mean_before_percent?, past.mean_now_percent?)))
        .collect();
    let most = shown.iter().flat_map(|(_, before, now)| [*before, *now]).fold(10.0, f64::max);
    let wide = |percent: f64| (percent / most * (WIDTH - 80.0)).max(1.0);
    let height = u32::try_from(shown.len()).unwrap_or(0) * ROW;
    rsx! {
        if !shown.is_empty() {
            figure { class: "bars",
                svg { view_box: "0 0 {WIDTH} {height}", role: "img", "aria-label": say!(words, "impact-chart", by: by),
                    for (n, (name, before, now)) in shown.iter().enumerate() {
                        g { transform: "translate(0 {n as u32 * ROW})",
                            text { x: "0", y: "14", class: "bar-name", "{name}" }
                            rect { class: "bar before", x: "1", y: "20", width: "{wide(*before):.1}", height: "16", rx: "3" }
                            text { x: "{wide(*before) + 8.0:.1}", y: "33", {percent(words, Some(*before))} }
                            rect { class: "bar now", x: "1", y: "39", width: "{wide(*now):.1}", height: "16", rx: "3" }
                            text { x: "{wide(*now) + 8.0:.1}", y: "52", {percent(words, Some(*now))} }
                        }
                    }
                }
                figcaption { class: "legend",
                    span { span { class: "swatch before" } {say!(words, "impact-before")} }
                    span { span { class: "swatch now" } {say!(words, "impact-now")} }
                }
            }
        }
    }
}

const COLUMNS: [&str; 8] =
    ["group", "students", "before", "now", "change", "days", "directions", "movements"];

fn table(words: Words, by: &str, groups: &[(String, &Past)]) -> Element {
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "impact-by", by: by),
            table { class: "week figures",
                thead { tr {
                    for column in COLUMNS {
                        th { scope: "col", {say!(words, "impact-col", word: column)} }
                    }
                } }
                tbody {
                    for (name, past) in groups {
                        {row(words, name, past)}
                    }
                }
            }
        }
    }
}

fn row(words: Words, name: &str, past: &Past) -> Element {
    let column = |word: &str| say!(words, "impact-col", word: word);
    rsx! {
        tr {
            th { scope: "row", span { class: "n", "{name}" } }
            if past.hidden {
                td { colspan: "7", class: "quiet-text", {say!(words, "district-hidden")} }
            } else {
                td { class: "num", "data-label": column("students"),
                    {say!(words, "impact-students", n: count(past.students), of: count(past.looked_at))}
                    {excluded(words, past)}
                }
                td { class: "num", "data-label": column("before"), {percent(words, past.mean_before_percent)} }
                td { class: "num", "data-label": column("now"), {percent(words, past.mean_now_percent)} }
                td { class: "num", "data-label": column("change"), {signed(past.mean_change_points)} }
                td { class: "num", "data-label": column("days"),
                    {signed(past.days_gained)}
                    small { {say!(words, "impact-each", n: signed(past.days_gained_each))} }
                }
                td { "data-label": column("directions"),
                    {say!(words, "impact-directions", improved: count(past.improved), same: count(past.same), worse: count(past.worse))}
                }
                td { "data-label": column("movements"),
                    {say!(words, "impact-movements", recovered: count(past.recovered), entered: count(past.entered))}
                }
            }
        }
    }
}

fn excluded(words: Words, past: &Past) -> Element {
    let left_out = past.excluded.iter().flatten().filter(|(_, n)| **n > 0);
    let said: Vec<String> =
        left_out.map(|(why, n)| say!(words, "impact-excluded", why: why.as_str(), n: *n)).collect();
    rsx! {
        if !said.is_empty() {
            small { {said.join(", ")} }
        }
    }
}

fn comparison(words: Words, impact: &Impact) -> Element {
    let of = &impact.comparison;
    rsx! {
        section { class: "section",
            h2 { {say!(words, "impact-comparison")} }
            p { class: "quiet-text", {say!(words, "impact-design", word: "matched_against_unmatched")} }
            match (of.matched, of.unmatched) {
                (Some(matched), Some(unmatched)) if !of.hidden => rsx! {
                    p { class: "n",
                        {say!(words, "impact-difference", points: signed(of.difference_points), days: signed(of.days_gained_in_year))}
                    }
                    p {
                        {say!(words, "impact-difference-of", matched: matched.students, unmatched: unmatched.students,
                            matched_before: percent(words, Some(matched.mean_before_percent)), matched_now: percent(words, Some(matched.mean_now_percent)),
                            unmatched_before: percent(words, Some(unmatched.mean_before_percent)), unmatched_now: percent(words, Some(unmatched.mean_now_percent)))}
                    }
                },
                _ => rsx! { p { {say!(words, "impact-no-comparison", n: impact.small_group_minimum)} } },
            }
        }
    }
}

fn barriers(words: Words, impact: &Impact) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "impact-barriers")} }
            ul { class: "facts-list",
                for barrier in &impact.barriers {
                    li {
                        {say!(words, "impact-barrier", word: barrier.category.as_str(), n: count(barrier.students), percent: percent(words, barrier.percent))}
                    }
                }
            }
        }
    }
}

fn referrals(words: Words, impact: &Impact) -> Element {
    let Some(of) = impact.referrals else { return rsx! {} };
    let lines = [
        say!(words, "impact-referrals-opened", n: count(of.opened)),
        say!(words, "impact-referrals-open", n: count(of.open)),
        match of.median_days_to_close {
            Some(days) => {
                say!(words, "impact-referrals-closed", n: count(of.closed), days: format!("{days:.1}"))
            }
            None => say!(words, "impact-referrals-none-closed"),
        },
    ];
    rsx! {
        section { class: "section", "data-testid": "impact-referrals",
            h2 { {say!(words, "impact-referrals")} }
            if of.hidden {
                p { {say!(words, "district-hidden")} }
            } else {
                ul { class: "facts-list",
                    for line in lines {
                        li { "{line}" }
                    }
                }
            }
        }
    }
}

fn reflections(words: Words, page: &ImpactPage<'_>) -> Element {
    let of = |prompt: ReflectionPrompt| page.reflections.iter().filter(move |one| one.prompt == prompt);
    let school = |one: &Reflection| {
        let school = page.schools.iter().find(|school| school.id == one.school_id);
        school.map_or_else(String::new, |school| school.name.clone())
    };
    rsx! {
        section { class: "section",
            h2 { {say!(words, "impact-words")} }
            if page.reflections.is_empty() {
                p { {say!(words, "impact-words-none")} }
            }
            for prompt in ReflectionPrompt::ALL.iter().copied() {
                if of(prompt).next().is_some() {
                    h3 { {say!(words, "reflection-prompt", word: prompt.word())} }
                    for one in of(prompt) {
                        blockquote {
                            p { class: "as-typed", "{one.text}" }
                            small { {school(one)} }
                        }
                    }
                }
            }
        }
    }
}
