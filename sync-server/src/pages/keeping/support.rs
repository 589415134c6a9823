//! Support for mentors: whose talk is due, and one mentor's talks and answers.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{
    CheckInTopic, CheckInWay, PulseOf, SchoolDay, SupportNeed, SupportPrompt, prompts_to_offer, pulse_worries,
};
use dioxus::prelude::*;

use super::form::{Choice, Form, choices};
use super::{Frame, due, framed};
use crate::pages::form_token;
use crate::service::keeping::support::{ANSWERS, NextTalk};
use crate::store::closing::KeptMatch;
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::support::{CheckIn, Pulse};

/// Questions that a check-in's form offers.
const PROMPTS_OFFERED: usize = 3;

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Mentors with students, whose talk is due first.
    pub next: &'a [NextTalk<'a>],
}

/// Whose talk is due.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let overdue = page.next.iter().filter(|next| next.is_overdue(page.today)).count();
    let (near, later): (Vec<&NextTalk<'_>>, Vec<&NextTalk<'_>>) =
        page.next.iter().partition(|next| next.is_near(page.today));
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "support"),
        sub: format!(
            "{} · {}",
            page.school.name,
            say!(words, "keep-talks-count", n: page.next.len(), overdue: overdue)
        ),
        of: "support",
        address: "/staff/support".to_owned(),
    };
    let main = rsx! {
        p { class: "section lead", {say!(words, "keep-talks-lead")} }
        p { class: "keep-links no-print",
            a { href: "/staff/support/groups", {say!(words, "keep-groups")} }
        }
        section { class: "section",
            h2 { {say!(words, "keep-talks-due")} }
            if near.is_empty() { p { {say!(words, "keep-talks-none")} } } else { {table(words, page, &near)} }
        }
        if !later.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-talks-later")} }
                {table(words, page, &later)}
            }
        }
    };
    framed(words, &frame, main)
}

fn table(words: Words, page: &ListPage<'_>, next: &[&NextTalk<'_>]) -> Element {
    rsx! {
        div { class: "scroll",
            table { class: "keep-table",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-mentor")} }
                        th { scope: "col", {say!(words, "keep-col-students")} }
                        th { scope: "col", {say!(words, "keep-col-last-talk")} }
                        th { scope: "col", {say!(words, "keep-col-next-talk")} }
                    }
                }
                tbody {
                    for next in next {
                        tr {
                            th { scope: "row", a { class: "n", href: "/staff/support/{next.of.id}", "{next.of.name}" } }
                            td { class: "num", "data-label": say!(words, "keep-col-students"), "{next.of.starts.len()}" }
                            td { "data-label": say!(words, "keep-col-last-talk"),
                                {next.last.map_or_else(|| say!(words, "keep-talk-never"), |day| words.day_short(day))}
                            }
                            td { "data-label": say!(words, "keep-col-next-talk"), {due(words, next.day, page.today)} }
                        }
                    }
                }
            }
        }
    }
}

/// What the page of one shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The date at the school.
    pub today: SchoolDay,
    /// The mentor.
    pub mentor: &'a MentorSummary,
    /// When the next talk is due; none without a student.
    pub next: Option<NextTalk<'a>>,
    /// Talks, the latest first.
    pub check_ins: &'a [CheckIn],
    /// Answers, the latest first.
    pub pulses: &'a [Pulse],
    /// The mentor's matches that run.
    pub matches: &'a [&'a KeptMatch],
    /// A form that was not taken.
    pub form: Form<'a>,
    /// Which form that was.
    pub sent: &'static str,
}

/// One mentor.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let address = format!("/staff/support/{}", page.mentor.id);
    let frame = Frame {
        who: page.who,
        title: page.mentor.name.clone(),
        sub: say!(words, "keep-students-now", n: page.matches.len()),
        of: "support",
        address: address.clone(),
    };
    let nothing = crate::service::keeping::Fields::new();
    let empty = Form { words, typed: &nothing, wrong: None };
    let form = |name: &str| if page.sent == name { &page.form } else { &empty };
    let main = rsx! {
        p { class: "keep-links no-print",
            a { href: "/staff/mentors/{page.mentor.id}", {say!(words, "keep-to-mentor")} }
            a { href: "{address}/sheet", {say!(words, "keep-sheet-print")} }
        }
        {page.form.refusal()}
        if let Some(next) = &page.next {
            p { class: "section", {say!(words, "keep-next-talk")} " " {due(words, next.day, page.today)} }
        }
        {check_in_form(words, page, form("talk"), &address)}
        {talks(words, page)}
        {answers(words, page)}
        details { class: "panel no-print", open: page.sent == "pulse",
            summary { "data-testid": "open-pulse", {say!(words, "keep-pulse-new")} }
            {pulse_form(words, page, form("pulse"), &address)}
        }
    };
    framed(words, &frame, main)
}

/// Questions that were talked about, the latest first.
pub fn talked_about(check_ins: &[CheckIn]) -> Vec<SupportPrompt> {
    check_ins.iter().flat_map(|talk| talk.facts.prompts.iter().copied()).collect()
}

fn check_in_form(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let offered = prompts_to_offer(&talked_about(page.check_ins), PROMPTS_OFFERED);
    let prompts = choices(&offered, SupportPrompt::word, |word| say!(words, "keep-prompt", word: word));
    rsx! {
        form { class: "panel no-print", method: "post", action: "{address}",
            {form_token(page.who)}
            h2 { {say!(words, "keep-talk-title")} }
            p { class: "quiet-text", {say!(words, "keep-talk-private")} }
            div { class: "inline",
                {form.line(say!(words, "keep-talk-day"), "day", "date", &page.today.to_string())}
                {form.select(say!(words, "keep-talk-way"), "way", choices(CheckInWay::ALL, CheckInWay::word, |word| say!(words, "keep-talk-way-word", word: word)), CheckInWay::InPerson.word())}
            }
            {form.ticks(say!(words, "keep-talk-topics"), "topic", choices(CheckInTopic::ALL, CheckInTopic::word, |word| say!(words, "keep-topic", word: word)))}
            {form.ticks(say!(words, "keep-talk-prompts"), "prompt", prompts)}
            {form.ticks(say!(words, "keep-talk-needs"), "need", choices(SupportNeed::ALL, SupportNeed::word, |word| say!(words, "keep-need", word: word)))}
            {form.text(say!(words, "keep-talk-note"), "note", None)}
            {form.text(say!(words, "keep-talk-next"), "next_step", None)}
            button { class: "btn", "data-testid": "keep-talk", {say!(words, "keep-talk-do")} }
        }
    }
}

fn talks(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "keep-talks")} }
            if page.check_ins.is_empty() { p { {say!(words, "keep-talks-no")} } }
            ol { class: "history",
                for talk in page.check_ins {
                    {one_talk(words, talk)}
                }
            }
        }
    }
}

fn one_talk(words: Words, talk: &CheckIn) -> Element {
    let facts = &talk.facts;
    rsx! {
        li {
            span { class: "n", {words.day_and_year(facts.day)} }
            " · "
            {say!(words, "keep-talk-way-word", word: facts.way.word())}
            p { class: "tags",
                for topic in &facts.topics { span { class: "badge sky", {say!(words, "keep-topic", word: topic.word())} } }
                for need in &facts.needs { span { class: "badge sun", {say!(words, "keep-needs", what: say!(words, "keep-need", word: need.word()))} } }
            }
            for prompt in &facts.prompts { p { em { {say!(words, "keep-prompt", word: prompt.word())} } } }
            if let Some(note) = &facts.note { p { class: "as-typed", "{note.as_str()}" } }
            if let Some(next) = &facts.next_step {
                p { class: "as-typed", {say!(words, "keep-talk-next-says", what: next.as_str())} }
            }
            small { {say!(words, "keep-noted-by", by: talk.by.as_str())} }
        }
    }
}

fn answers(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "keep-pulse")} }
            if page.pulses.is_empty() { p { {say!(words, "keep-pulse-none")} } }
            {super::pulse::trend(words, page.pulses)}
            ol { class: "history",
                for pulse in page.pulses {
                    li {
                        span { class: "n", {words.day_and_year(pulse.facts.day)} " · " {pulse.student.as_deref().unwrap_or(&page.mentor.name)} }
                        if pulse_worries(pulse.facts.scores) { " " span { class: "badge", {say!(words, "keep-pulse-low")} } }
                        for (n, score) in pulse.facts.scores.into_iter().enumerate() {
                            p { {say!(words, "keep-pulse-answer", question: question(words, of(pulse), n), score: score.get())} }
                        }
                        if let Some(note) = &pulse.facts.note { p { class: "as-typed", "{note.as_str()}" } }
                        small { {say!(words, "keep-noted-by", by: pulse.by.as_str())} }
                    }
                }
            }
        }
    }
}

fn of(pulse: &Pulse) -> PulseOf {
    if pulse.facts.match_id.is_some() { PulseOf::Student } else { PulseOf::Mentor }
}

/// The question, as whoever answers is asked it.
pub fn question(words: Words, of: PulseOf, n: usize) -> String {
    match of {
        PulseOf::Mentor => say!(words, "keep-pulse-mentor", field: ANSWERS[n]),
        PulseOf::Student => say!(words, "keep-pulse-student", field: ANSWERS[n]),
    }
}

fn pulse_form(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let students = page.matches.iter().map(|of| (of.id.to_string(), of.student_name.clone())).collect();
    let scores = || -> Vec<Choice> {
        (1..=5).map(|score: u8| (score.to_string(), say!(words, "keep-pulse-score", score: score))).collect()
    };
    rsx! {
        p { class: "quiet-text", {say!(words, "keep-pulse-says")} }
        form { method: "post", action: "{address}/pulse",
            {form_token(page.who)}
            {form.radios(say!(words, "keep-pulse-of"), "of", choices(PulseOf::ALL, PulseOf::word, |word| say!(words, "keep-pulse-of-word", word: word)), PulseOf::Mentor.word())}
            if !page.matches.is_empty() {
                {form.select(say!(words, "keep-pulse-which"), "match", students, "")}
            }
            for (n, field) in ANSWERS.into_iter().enumerate() {
                {form.select(say!(words, "keep-pulse-both", mentor: question(words, PulseOf::Mentor, n), student: question(words, PulseOf::Student, n)), field, scores(), "")}
            }
            {form.line(say!(words, "keep-talk-day"), "day", "date", &page.today.to_string())}
            {form.text(say!(words, "keep-note"), "note", None)}
            button { class: "btn", "data-testid": "keep-pulse", {say!(words, "keep-save")} }
        }
    }
}
