//! The team's week: what Friday's meeting has on the table.

use axum::response::Html;
use daymark_components::{RateBar, WeekCells, WeekLegend, WeekLetters, Words, days_of, say};
use daymark_domain::{AbsenceFigure, Days, Standing, Week};
use dioxus::prelude::*;

use super::live::live;
use super::{document, steps};
use crate::service::week::{Heard, Share, WeekRow, WeekView};
use crate::store::sessions::SignedIn;

/// The whole page.
pub fn page(words: Words, who: &SignedIn, view: &WeekView, now: i64) -> Html<String> {
    let school = view.school.name.as_str();
    let title = match view.week == view.this_week {
        true => say!(words, "week-title-this", school: school),
        false => say!(words, "week-title", school: school),
    };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{subtitle(words, view)}" }
                }
                {steps(words, who, "week", other_weeks(words, view))}
            }
            main { id: "page",
                {tiles(words, view)}
                if view.rows.is_empty() {
                    p { class: "section", {say!(words, "week-empty")} }
                } else {
                    {table(words, view)}
                }
                WeekLegend { words }
                {live(words, &view.school, now)}
            }
        }
    };
    let here = match view.week == view.this_week {
        true => "/team/week".to_owned(),
        false => format!("/team/week?monday={}", view.week.monday),
    };
    document(words, &title, &here, body)
}

fn subtitle(words: Words, view: &WeekView) -> String {
    let mut parts = vec![say!(words, "week-of", day: words.day_plain(view.week.monday))];
    parts.push(match view.school.recorded_through {
        Some(day) => say!(words, "week-record-to", day: words.day_short(day)),
        None => say!(words, "week-record-none"),
    });
    if !view.has_calendar {
        parts.push(say!(words, "week-calendar-none"));
    }
    if view.silent.of > 0 {
        parts.push(say!(words, "week-phones-silent", n: view.silent.n, of: view.silent.of));
    }
    parts.join(" · ")
}

fn other_weeks(words: Words, view: &WeekView) -> Element {
    let short = |week: Week| words.day_plain(week.monday);
    let (before, after) = (view.week.previous(), view.week.next());
    rsx! {
        a { href: "/team/week?monday={before.monday}", {say!(words, "week-before", day: short(before))} }
        if view.week != view.this_week {
            a { href: "/team/week", {say!(words, "week-this")} }
        }
        if view.week < view.this_week {
            a { href: "/team/week?monday={after.monday}", {say!(words, "week-after", day: short(after))} }
        }
        a { href: "/team/meeting", {say!(words, "meet-step")} }
    }
}

fn tiles(words: Words, view: &WeekView) -> Element {
    let chronic_before = (view.chronic_before.of > 0)
        .then(|| say!(words, "week-was-chronic", rate: percent(words, view.chronic_before)));
    let met_before =
        (view.met_before.of > 0).then(|| say!(words, "week-was-met", rate: percent(words, view.met_before)));
    let Share { n, of } = view.chronic;
    rsx! {
        section { class: "tiles", "aria-label": say!(words, "week-tiles"),
            {tile(percent(words, view.chronic), say!(words, "week-tile-chronic", n: n, of: of), chronic_before)}
            {tile(percent(words, view.met), say!(words, "week-tile-met", n: view.met.n, of: view.met.of), met_before)}
            {tile(
                view.without_contact.n.to_string(),
                say!(words, "week-tile-no-contact", of: view.without_contact.of),
                None,
            )}
        }
    }
}

fn tile(figure: String, meaning: String, was: Option<String>) -> Element {
    rsx! {
        div { class: "tile",
            if let Some(was) = was {
                span { class: "was", "{was}" }
            }
            b { class: "num", "{figure}" }
            small { "{meaning}" }
        }
    }
}

/// One decimal, half up, by the same rule as a student's rate: a share never shows as a limit it does not reach.
fn percent(words: Words, share: Share) -> String {
    words.rate(AbsenceFigure::from_days(share.n, share.of).per_mille())
}

fn table(words: Words, view: &WeekView) -> Element {
    rsx! {
        div { class: "scroll",
            table { class: "week",
                caption { class: "skip", {say!(words, "week-matches")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "week-col-student")} }
                        th { scope: "col", WeekLetters { words, days: view.days.clone() } }
                        th { scope: "col", {say!(words, "week-col-contacts")} }
                        th { scope: "col", {say!(words, "week-col-missed")} }
                        th { scope: "col", {say!(words, "week-col-phone")} }
                    }
                }
                tbody {
                    for row in &view.rows {
                        {table_row(words, row)}
                    }
                }
            }
        }
    }
}

fn table_row(words: Words, row: &WeekRow) -> Element {
    let (done, wanted) = (row.dosage.done, row.wanted);
    let grade = row.of.grade.as_deref().map(|grade| words.grade(grade));
    let about = grade.into_iter().chain([row.of.mentor_name.clone()]).collect::<Vec<_>>().join(" · ");
    rsx! {
        tr {
            th { scope: "row",
                a { class: "n", href: "/staff/students/{row.of.student_id}", "{row.of.student_name}" }
                if wanted > 0 && done == 0 {
                    " " span { class: "badge", {say!(words, "week-no-contact")} }
                }
                " " small { "{about}" }
            }
            td { WeekCells { words, cells: row.cells.clone() } }
            td { class: "num", "data-label": say!(words, "week-col-contacts"),
                if wanted == 0 {
                    small { {say!(words, "week-no-school")} }
                } else {
                    {say!(words, "week-contacts", done: done, wanted: wanted)}
                }
            }
            td { "data-label": say!(words, "week-col-missed"), {missed(words, row.standing)} }
            td { "data-label": say!(words, "week-col-phone"), {heard(words, row.heard)} }
        }
    }
}

fn missed(words: Words, standing: Option<Standing>) -> Element {
    let Some(standing) = standing else { return rsx! { small { {say!(words, "week-not-enrolled")} } } };
    let figure = standing.figure;
    let tier = match standing.provisional && !figure.enrolled.is_zero() {
        true => say!(words, "tier-provisional"),
        false => words.tier(standing.tier),
    };
    let (missed, enrolled) = (days(figure.missed), days(figure.enrolled));
    rsx! {
        RateBar { words, figure }
        small { {say!(words, "week-missed", missed: missed, enrolled: enrolled, tier: tier)} }
    }
}

/// Halves as people write them; what is finer in figures, as reports have it.
pub fn days(days: Days) -> String {
    let halves = days.to_halves();
    if Days::halves(halves) == days { days_of(halves) } else { days.to_string() }
}

fn heard(words: Words, heard: Heard) -> Element {
    let (late, sentence) = match heard {
        Heard::NoPhone => (true, say!(words, "week-phone-none")),
        Heard::Never => (true, say!(words, "week-phone-never")),
        Heard::Today(minute) => (false, say!(words, "week-phone-today", time: words.time_of_minute(minute))),
        Heard::Since(day) => (true, say!(words, "week-phone-since", day: words.day_short(day))),
    };
    rsx! { small { class: if late { "late" }, "{sentence}" } }
}
