//! Mentors who stand in: the list, and the form for one match.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AccessBasis, SchoolDay, SubstituteReason, longest_substitution};
use dioxus::prelude::*;

use super::form::{Form, choices};
use super::{Frame, choose, framed, of_match, pair, student};
use crate::pages::form_token;
use crate::service::keeping::substitutes::wants_family_told;
use crate::store::closing::KeptMatch;
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::substitutes::Term;

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// All of the school.
    pub matches: &'a [KeptMatch],
    /// All terms, the latest first.
    pub terms: &'a [Term],
}

/// Who stands in now, who did before, and for whom one may be found.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let stand_in = |of: &&KeptMatch| of.stands_in_for.is_some();
    let (now, before): (Vec<&KeptMatch>, Vec<&KeptMatch>) =
        page.matches.iter().filter(stand_in).partition(|of| of.is_running());
    let own: Vec<&KeptMatch> =
        page.matches.iter().filter(|of| of.is_running() && of.stands_in_for.is_none()).collect();
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "substitutes"),
        sub: format!("{} · {}", page.school.name, say!(words, "keep-substitutes-count", n: now.len())),
        of: "substitutes",
        address: "/staff/substitutes".to_owned(),
    };
    let main = rsx! {
        p { class: "section lead", {say!(words, "keep-substitutes-lead")} }
        section { class: "section",
            h2 { {say!(words, "keep-substitutes-now")} }
            if now.is_empty() { p { {say!(words, "keep-substitutes-none")} } } else { {table(words, page, &now)} }
        }
        section { class: "section no-print",
            h2 { {say!(words, "keep-substitutes-for-whom")} }
            {choose(words, &own, "/staff/substitutes")}
        }
        if !before.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-substitutes-before")} }
                {table(words, page, &before)}
            }
        }
    };
    framed(words, &frame, main)
}

fn table(words: Words, page: &ListPage<'_>, matches: &[&KeptMatch]) -> Element {
    let own = |of: &KeptMatch| {
        let own = page.matches.iter().find(|own| Some(own.id) == of.stands_in_for);
        own.map(|own| own.mentor_name.clone()).unwrap_or_default()
    };
    rsx! {
        div { class: "scroll",
            table { class: "keep-table",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-student")} }
                        th { scope: "col", {say!(words, "keep-col-stands-in")} }
                        th { scope: "col", {say!(words, "keep-col-for")} }
                        th { scope: "col", {say!(words, "keep-col-reason")} }
                        th { scope: "col", {say!(words, "keep-col-until")} }
                    }
                }
                tbody {
                    for of in matches {
                        tr {
                            {student(words, of, Some(format!("/staff/substitutes/{}", of.id)))}
                            td { "data-label": say!(words, "keep-col-stands-in"), "{of.mentor_name}" }
                            td { "data-label": say!(words, "keep-col-for"), {own(of)} }
                            td { "data-label": say!(words, "keep-col-reason"),
                                if let Some(term) = term_of(page.terms, of) { {reason(words, term.reason.word())} }
                            }
                            td { "data-label": say!(words, "keep-col-until"),
                                if let Some(term) = term_of(page.terms, of) { {words.day_short(term.last_day)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The latest term of a substitute's match.
fn term_of<'a>(terms: &'a [Term], of: &KeptMatch) -> Option<&'a Term> {
    terms.iter().find(|term| term.match_id == of.id)
}

fn reason(words: Words, word: &'static str) -> String {
    say!(words, "keep-stands-in-because", word: word)
}

/// What the page of one shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The date at the school.
    pub today: SchoolDay,
    /// The match: a mentor's own, or a substitute's.
    pub of: &'a KeptMatch,
    /// All of the student's matches.
    pub matches: &'a [KeptMatch],
    /// All terms, the latest first.
    pub terms: &'a [Term],
    /// Mentors of the school.
    pub mentors: &'a [MentorSummary],
    /// A form that was not taken.
    pub form: Form<'a>,
}

/// A substitute for a match, or a substitute's own page.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let of = page.of;
    let frame = Frame {
        who: page.who,
        title: pair(words, of),
        sub: match of.stands_in_for {
            Some(_) => say!(words, "keep-is-substitute"),
            None => say!(words, "keep-since", day: words.day_and_year(of.start_day)),
        },
        of: "substitutes",
        address: format!("/staff/substitutes/{}", of.id),
    };
    let substitutes: Vec<&KeptMatch> = page
        .matches
        .iter()
        .filter(|other| other.stands_in_for == Some(of.id) && other.is_running())
        .collect();
    let main = rsx! {
        {of_match(words, of, "substitutes")}
        {page.form.refusal()}
        for substitute in substitutes {
            p { class: "notice section",
                {say!(words, "keep-stands-in-now", mentor: substitute.mentor_name.as_str(), day: last_day(words, page, substitute))}
                " "
                a { href: "/staff/substitutes/{substitute.id}", {say!(words, "keep-stands-in-open")} }
            }
        }
        match (of.is_running(), of.stands_in_for) {
            (true, None) => new_form(words, page),
            (true, Some(_)) => renewal_form(words, page),
            (false, _) => rsx! { p { class: "section", {say!(words, "keep-match-over")} } },
        }
        {history(words, page)}
    };
    framed(words, &frame, main)
}

fn last_day(words: Words, page: &OnePage<'_>, of: &KeptMatch) -> String {
    term_of(page.terms, of).map(|term| words.day_and_year(term.last_day)).unwrap_or_default()
}

fn new_form(words: Words, page: &OnePage<'_>) -> Element {
    let of = page.of;
    let others = page.mentors.iter().filter(|mentor| mentor.id != of.mentor_id);
    let students = |mentor: &MentorSummary| say!(words, "keep-mentor-students", name: mentor.name.as_str(), n: mentor.active_matches);
    let mentors = others.map(|mentor| (mentor.id.to_string(), students(mentor))).collect();
    let basis = of.basis.unwrap_or(AccessBasis::SchoolOfficial).word();
    rsx! {
        form { class: "panel no-print", method: "post", action: "/staff/substitutes/{of.id}",
            {form_token(page.who)}
            h2 { {say!(words, "keep-substitute-title")} }
            p { class: "quiet-text", {say!(words, "keep-substitute-says")} }
            {page.form.select(say!(words, "keep-col-stands-in"), "mentor", mentors, "")}
            {term_fields(words, page)}
            {page.form.radios(say!(words, "keep-basis"), "basis", choices(AccessBasis::ALL, AccessBasis::word, |word| say!(words, "keep-basis-word", word: word)), basis)}
            button { class: "btn", "data-testid": "add-substitute", {say!(words, "keep-substitute-do")} }
        }
    }
}

fn renewal_form(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        p { class: "section", {say!(words, "keep-ends-itself", day: last_day(words, page, page.of))} }
        form { class: "panel no-print", method: "post", action: "/staff/substitutes/{page.of.id}/renew",
            {form_token(page.who)}
            h2 { {say!(words, "keep-renew-title")} }
            {term_fields(words, page)}
            button { class: "btn", "data-testid": "renew-substitute", {say!(words, "keep-renew-do")} }
        }
    }
}

fn term_fields(words: Words, page: &OnePage<'_>) -> Element {
    let proposed = term_of(page.terms, page.of).map_or("", |term| term.reason.word());
    let family = match wants_family_told(page.of.grade.as_deref()) {
        true => say!(words, "keep-family-told-first"),
        false => say!(words, "keep-family-told"),
    };
    let latest = words.day_and_year(longest_substitution(page.today));
    rsx! {
        div { class: "inline",
            {page.form.select(say!(words, "keep-col-reason"), "reason", choices(SubstituteReason::ALL, SubstituteReason::word, |word| reason(words, word)), proposed)}
            {page.form.line(say!(words, "keep-substitute-last-day"), "last_day", "date", "")}
        }
        small { {say!(words, "keep-substitute-longest", day: latest)} }
        {page.form.text(say!(words, "keep-note"), "note", None)}
        {page.form.promise("family_told", family)}
    }
}

fn history(words: Words, page: &OnePage<'_>) -> Element {
    let terms: Vec<&Term> = page.terms.iter().filter(|term| term.match_id == page.of.id).collect();
    rsx! {
        if !terms.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-terms")} }
                ol { class: "history",
                    for term in terms {
                        li {
                            span { class: "n", {say!(words, "keep-term", reason: reason(words, term.reason.word()), day: words.day_and_year(term.last_day))} }
                            if let Some(note) = &term.note { p { class: "as-typed", "{note.as_str()}" } }
                            if term.family_told { small { {say!(words, "keep-family-told")} } }
                            small { {say!(words, "keep-noted-by", by: term.by.as_str())} }
                        }
                    }
                }
            }
        }
    }
}
