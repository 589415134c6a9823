//! The turn of the school year: what it finds, with a box for each match.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ClearanceGap, MentorId, SchoolDay, Window};
use dioxus::prelude::*;

use super::{Frame, framed, student};
use crate::pages::form_token;
use crate::service::keeping::rollover::OfOldYear;
use crate::store::closing::KeptMatch;
use crate::store::rollover::YearTurned;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct RolloverPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The school year that today lies in.
    pub year: Window,
    /// Matches of the year that is over.
    pub old: &'a [OfOldYear<'a>],
    /// Matches that already run in this year.
    pub of_this_year: usize,
    /// Proposals of the year that is over, which nobody brought to life.
    pub proposals: &'a [&'a KeptMatch],
    /// What mentors lack today.
    pub lacking: &'a [(MentorId, Vec<ClearanceGap>)],
    /// What they will lack on that day, unless somebody sees to it.
    pub soon: (SchoolDay, &'a [(MentorId, Vec<ClearanceGap>)]),
    /// What was just done.
    pub done: Option<YearTurned>,
}

/// The whole page.
pub fn page(words: Words, page: &RolloverPage<'_>) -> Html<String> {
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "rollover"),
        sub: format!(
            "{} · {}",
            page.school.name,
            say!(words, "keep-year-from", day: words.day_and_year(page.year.first))
        ),
        of: "rollover",
        address: "/staff/rollover".to_owned(),
    };
    let main = rsx! {
        if let Some(done) = page.done {
            p { class: "notice good section", role: "status",
                {say!(words, "keep-year-done", on: done.went_on, ended: done.ended)} " "
                if done.ended > 0 { a { href: "/staff/closing", {say!(words, "keep-year-done-steps")} } }
            }
        }
        if page.old.is_empty() {
            p { class: "section", {say!(words, "keep-year-nothing", n: page.of_this_year, day: words.day_and_year(page.year.first))} }
        } else {
            p { class: "section lead", {say!(words, "keep-year-lead")} }
            {form(words, page)}
        }
        if !page.proposals.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-year-proposals")} }
                p { {say!(words, "keep-year-proposals-say", n: page.proposals.len())} }
            }
        }
    };
    framed(words, &frame, main)
}

fn form(words: Words, page: &RolloverPage<'_>) -> Element {
    let go_on = page.old.iter().filter(|old| old.goes_on()).count();
    rsx! {
        // The boxes stand outside of the form, which no printer shows.
        p { class: "section", {say!(words, "keep-year-count", n: page.old.len(), on: go_on, ended: page.old.len() - go_on)} }
        div { class: "scroll section",
            table { class: "keep-table",
                caption { {say!(words, "keep-year-caption")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-student")} }
                        th { scope: "col", {say!(words, "keep-col-mentor")} }
                        th { scope: "col", {say!(words, "keep-col-since")} }
                        th { scope: "col", {say!(words, "keep-col-papers")} }
                        th { scope: "col", {say!(words, "keep-col-goes-on")} }
                    }
                }
                tbody {
                    for old in page.old {
                        {row(words, page, old)}
                    }
                }
            }
        }
        form { id: "turn", class: "section", method: "post", action: "/staff/rollover",
            {form_token(page.who)}
            p { {say!(words, "keep-year-says")} }
            button { class: "btn keep-wide", "data-testid": "turn-year", {say!(words, "keep-year-do")} }
        }
    }
}

fn row(words: Words, page: &RolloverPage<'_>, old: &OfOldYear<'_>) -> Element {
    let of = old.of;
    rsx! {
        tr {
            {student(words, of, Some(format!("/staff/students/{}", of.student_id)))}
            td { "data-label": say!(words, "keep-col-mentor"),
                a { href: "/staff/mentors/{of.mentor_id}", "{of.mentor_name}" }
            }
            td { "data-label": say!(words, "keep-col-since"), "{words.day_and_year(of.start_day)}" }
            td { "data-label": say!(words, "keep-col-papers"), {papers(words, page, of.mentor_id)} }
            td { "data-label": say!(words, "keep-col-goes-on"),
                input { r#type: "hidden", form: "turn", name: "listed_{of.id}", value: "yes" }
                span { class: "choices",
                    label {
                        input { r#type: "checkbox", form: "turn", name: "go_on_{of.id}", value: "yes", checked: old.goes_on() }
                        span { class: "heard", "{of.student_name} " }
                        {say!(words, "keep-goes-on")}
                    }
                }
                if !of.enrolled { small { class: "late", {say!(words, "keep-not-enrolled")} } }
            }
        }
    }
}

fn papers(words: Words, page: &RolloverPage<'_>, mentor: MentorId) -> Element {
    let of = |lists: &[(MentorId, Vec<ClearanceGap>)]| {
        lists.iter().find(|(id, _)| *id == mentor).map(|(_, gaps)| gaps.clone()).unwrap_or_default()
    };
    let (now, mut soon) = (of(page.lacking), of(page.soon.1));
    soon.retain(|gap| !now.contains(gap));
    let gap = |gap: &ClearanceGap| say!(words, "keep-gap", word: gap.word());
    rsx! {
        if now.is_empty() && soon.is_empty() { {say!(words, "keep-papers-good")} }
        for lacking in &now {
            small { class: "late",
                if matches!(lacking, ClearanceGap::Pause | ClearanceGap::Left) {
                    {gap(lacking)}
                } else {
                    {say!(words, "keep-gap-now", what: gap(lacking))}
                }
            }
        }
        for lacking in &soon {
            small { {say!(words, "keep-gap-soon", what: gap(lacking), day: words.day_short(page.soon.0))} }
        }
    }
}
