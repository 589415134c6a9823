//! The kinds of files there are, what was imported, and one entry of it.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::form_token;
use super::super::mentors::moment_at;
use super::form::{Refusal, refused};
use super::frame;
use super::told::Told;
use crate::imports::ImportKind;
use crate::store::imports::{BatchOutcome, ImportRecord};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct HistoryPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Newest first.
    pub entries: &'a [ImportRecord],
    /// There are older ones.
    pub more: bool,
}

/// What can be imported, and what was.
pub fn history(words: Words, page: &HistoryPage<'_>) -> Html<String> {
    let main = rsx! {
        section { class: "section",
            h2 { {say!(words, "imports-new")} }
            ul { class: "kinds",
                for kind in ImportKind::ALL {
                    li {
                        a { href: "/staff/imports/new/{kind.word()}", "data-testid": "imports-new-{kind.word()}",
                            {say!(words, "imports-kind", kind: kind.word())}
                        }
                        p { {say!(words, "imports-kind-says", kind: kind.word())} }
                    }
                }
            }
        }
        section { class: "section",
            h2 { {say!(words, "imports-history")} }
            if page.entries.is_empty() {
                p { {say!(words, "imports-history-none")} }
            } else {
                {table(words, page)}
            }
            if let Some(oldest) = page.entries.last().filter(|_| page.more) {
                p { a { href: "/staff/imports?before={oldest.id}", {say!(words, "imports-older")} } }
            }
        }
    };
    let (title, lead) = (say!(words, "imports-title"), say!(words, "imports-title-says"));
    frame(words, page.who, &title, &lead, "/staff/imports", main)
}

fn table(words: Words, page: &HistoryPage<'_>) -> Element {
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "imports-history"),
            table { "data-testid": "imports-history",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "imports-when")} }
                        th { scope: "col", {say!(words, "imports-what")} }
                        th { scope: "col", {say!(words, "imports-who")} }
                        th { scope: "col", {say!(words, "imports-outcome")} }
                        th { scope: "col", {say!(words, "imports-changes")} }
                        th { scope: "col", {say!(words, "imports-skipped")} }
                    }
                }
                tbody {
                    for entry in page.entries {
                        tr {
                            th { scope: "row",
                                if entry.school == Some(page.who.school_id) {
                                    a { href: "/staff/imports/{entry.id}", {moment_at(words, page.school, entry.at)} }
                                } else {
                                    {moment_at(words, page.school, entry.at)}
                                }
                            }
                            td { {say!(words, "imports-kind", kind: entry.kind.as_str())} }
                            td { {by(words, page.who, entry)} }
                            td { {outcome(words, entry)} }
                            td { class: "num", {entry.changes.to_string()} }
                            td { class: "num", {entry.problems.to_string()} }
                        }
                    }
                }
            }
        }
    }
}

fn by(words: Words, who: &SignedIn, entry: &ImportRecord) -> String {
    match &entry.by_name {
        Some(name) if entry.school == Some(who.school_id) => name.clone(),
        Some(_) => say!(words, "imports-by-other-school"),
        None => say!(words, "imports-by-district"),
    }
}

fn outcome(words: Words, entry: &ImportRecord) -> String {
    match (entry.outcome, entry.undoes, entry.undone_by) {
        (_, Some(undoes), _) => say!(words, "imports-outcome-undoes", n: undoes),
        (BatchOutcome::Applied, _, Some(_)) => say!(words, "imports-outcome-undone"),
        (BatchOutcome::Applied, ..) if entry.changes == 0 => say!(words, "imports-outcome-same"),
        (BatchOutcome::Applied, ..) => say!(words, "imports-outcome-applied"),
        (BatchOutcome::Tried, ..) => say!(words, "imports-outcome-tried"),
        (BatchOutcome::Refused, ..) => say!(words, "imports-outcome-refused"),
    }
}

/// One entry, and the way to undo it.
pub fn entry(
    words: Words,
    who: &SignedIn,
    school: &School,
    entry: &ImportRecord,
    refusal: Option<Refusal>,
) -> Html<String> {
    let told = Told::read(entry.report.as_deref());
    let can_be_tried = entry.outcome == BatchOutcome::Applied
        && entry.undoes.is_none()
        && entry.undone_by.is_none()
        && entry.changes > 0;
    let main = rsx! {
        if let Some(refusal) = &refusal {
            {refused(words, refusal)}
        }
        p { class: "panel notice", "data-testid": "imports-entry",
            {say!(words, "imports-entry", outcome: outcome(words, entry), by: by(words, who, entry), moment: moment_at(words, school, entry.at))}
        }
        if let Some(own) = &told.refused {
            p { class: "panel late", lang: "en", "{own}" }
        }
        section { class: "section",
            h2 { {say!(words, "imports-did")} }
            {told.counts(words)}
        }
        {told.problems(words)}
        {told.notes(words)}
        if can_be_tried {
            section { class: "section",
                h2 { {say!(words, "imports-undo")} }
                form { class: "panel", method: "post", action: "/staff/imports/{entry.id}/undo",
                    {form_token(who)}
                    p { {say!(words, "imports-undo-says")} }
                    button { class: "btn quiet", "data-testid": "imports-undo", {say!(words, "imports-undo-do")} }
                }
            }
        }
    };
    let title =
        say!(words, "imports-entry-title", kind: say!(words, "imports-kind", kind: entry.kind.as_str()));
    let lead = say!(words, "imports-number", n: entry.id);
    frame(words, who, &title, &lead, &format!("/staff/imports/{}", entry.id), main)
}
