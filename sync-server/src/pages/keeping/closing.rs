//! Endings: the list, and one with its steps.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Language, Words, say};
use daymark_domain::{ClosureReason, ClosureStep, MatchId, NoteText, SchoolDay, StepState};
use dioxus::prelude::*;

use super::form::{Form, choices};
use super::{Frame, choose, due, framed, of_match, pair, student};
use crate::pages::form_token;
use crate::pages::mentors::{grade, moment_at};
use crate::service::keeping::closing::{RATIONALE_CHARACTERS_MAX, Stands, stands, steps_open};
use crate::store::closing::{Closing, ClosingPlan, HandOver, KeptMatch, StepTaken};
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// All of the school.
    pub matches: &'a [KeptMatch],
    /// How far endings have come.
    pub closings: &'a BTreeMap<MatchId, Closing>,
}

/// Matches that will end, ended ones with steps still to do, and all that run.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let at = |wanted: Stands| -> Vec<&KeptMatch> {
        let stand = |of: &&KeptMatch| stands(of, page.closings.get(&of.id), page.today) == wanted;
        page.matches.iter().filter(stand).collect()
    };
    let (planned, to_complete) = (at(Stands::Planned), at(Stands::ToComplete));
    let running: Vec<&KeptMatch> = page
        .matches
        .iter()
        .filter(|of| of.is_running() && !planned.iter().any(|planned| planned.id == of.id))
        .collect();
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "closing"),
        sub: format!(
            "{} · {}",
            page.school.name,
            say!(words, "keep-closing-count", planned: planned.len(), open: to_complete.len())
        ),
        of: "closing",
        address: "/staff/closing".to_owned(),
    };
    let main = rsx! {
        p { class: "section lead", {say!(words, "keep-closing-lead")} }
        section { class: "section",
            h2 { {say!(words, "keep-closing-planned")} }
            if planned.is_empty() {
                p { {say!(words, "keep-closing-planned-none")} }
            } else {
                {table(words, page, &planned)}
            }
        }
        if !to_complete.is_empty() {
            section { class: "section",
                h2 { {say!(words, "keep-closing-open")} }
                {table(words, page, &to_complete)}
            }
        }
        section { class: "section no-print",
            h2 { {say!(words, "keep-closing-begin")} }
            {choose(words, &running, "/staff/closing")}
        }
    };
    framed(words, &frame, main)
}

fn table(words: Words, page: &ListPage<'_>, matches: &[&KeptMatch]) -> Element {
    let plan = |of: &KeptMatch| page.closings.get(&of.id).and_then(|closing| closing.plan.as_ref());
    rsx! {
        div { class: "scroll",
            table { class: "keep-table",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-student")} }
                        th { scope: "col", {say!(words, "keep-col-mentor")} }
                        th { scope: "col", {say!(words, "keep-col-reason")} }
                        th { scope: "col", {say!(words, "keep-col-last-day")} }
                        th { scope: "col", {say!(words, "keep-col-next-step")} }
                    }
                }
                tbody {
                    for of in matches {
                        tr {
                            {student(words, of, Some(format!("/staff/closing/{}", of.id)))}
                            td { "data-label": say!(words, "keep-col-mentor"), "{of.mentor_name}" }
                            td { "data-label": say!(words, "keep-col-reason"),
                                {reason(words, of.end_reason.or(plan(of).and_then(|plan| plan.reason)))}
                            }
                            td { "data-label": say!(words, "keep-col-last-day"),
                                match (of.end_day, plan(of).and_then(|plan| plan.last_day)) {
                                    (Some(end), _) => rsx! { {say!(words, "keep-ended-on", day: words.day_short(end))} },
                                    (None, Some(day)) => due(words, day, page.today),
                                    (None, None) => rsx! {},
                                }
                            }
                            td { "data-label": say!(words, "keep-col-next-step"),
                                {next_step(words, &steps_open(page.closings.get(&of.id)))}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn next_step(words: Words, open: &[ClosureStep]) -> Element {
    match open {
        [] => rsx! { {say!(words, "keep-steps-done")} },
        [next, rest @ ..] => rsx! {
            {step_name(words, *next)}
            if !rest.is_empty() { small { {say!(words, "keep-steps-more", n: rest.len())} } }
        },
    }
}

fn reason(words: Words, reason: Option<ClosureReason>) -> String {
    reason.map(|reason| reason_says(words, reason.word())).unwrap_or_default()
}

fn reason_says(words: Words, word: &'static str) -> String {
    say!(words, "keep-reason", word: word)
}

fn step_name(words: Words, step: ClosureStep) -> String {
    say!(words, "keep-step", word: step.word())
}

/// What the page of one shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The match.
    pub of: &'a KeptMatch,
    /// How far its ending has come.
    pub closing: &'a Closing,
    /// Notes for the mentor of this match, when it came after another.
    pub hand_overs: &'a [HandOver],
    /// Mentors of the school.
    pub mentors: &'a [MentorSummary],
    /// The last day of the school year.
    pub year_ends: SchoolDay,
    /// A form that was not taken.
    pub form: Form<'a>,
    /// Which form that was.
    pub sent: &'static str,
}

impl OnePage<'_> {
    /// What was typed belongs to the form that was sent.
    fn form<'f>(&'f self, name: &str, empty: &'f Form<'f>) -> &'f Form<'f> {
        if self.sent == name { &self.form } else { empty }
    }
}

/// One ending.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let of = page.of;
    let address = format!("/staff/closing/{}", of.id);
    let frame = Frame {
        who: page.who,
        title: pair(words, of),
        sub: state(words, page),
        of: "closing",
        address: address.clone(),
    };
    let nothing = crate::service::keeping::Fields::new();
    let empty = Form { words, typed: &nothing, wrong: None };
    let main = rsx! {
        {of_match(words, of, "closing")}
        {page.form.refusal()}
        if of.end_day.is_none() {
            {planning(words, page, page.form("plan", &empty), &address)}
        }
        if of.is_running() || of.end_day.is_some() {
            {steps_of(words, page, page.form("step", &empty), &address)}
        }
        if of.end_day.is_none() {
            {ending(words, page, page.form("end", &empty), &address)}
        } else {
            {afterwards(words, page, page.form("next", &empty), &address)}
        }
        {for_the_mentor(words, page)}
    };
    framed(words, &frame, main)
}

fn state(words: Words, page: &OnePage<'_>) -> String {
    let of = page.of;
    let grade = grade(words, of.grade.as_deref());
    let since = say!(words, "keep-since", day: words.day_and_year(of.start_day));
    let ended = of.end_day.map(|end| say!(words, "keep-ended-on", day: words.day_and_year(end)));
    let why = of.end_reason.map(|why| reason(words, Some(why)));
    [Some(grade).filter(|grade| !grade.is_empty()), Some(since), ended, why]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn planning(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let plan = page.closing.plan.as_ref();
    let reason = plan.and_then(|plan| plan.reason).map_or("", ClosureReason::word);
    let last_day = plan.and_then(|plan| plan.last_day).map(|day| day.to_string()).unwrap_or_default();
    rsx! {
        section { class: "panel no-print",
            h2 { {say!(words, "keep-plan-title")} }
            if let Some(plan) = plan {
                p { {planned(words, page, plan)} }
            }
            form { method: "post", action: "{address}",
                {form_token(page.who)}
                div { class: "inline",
                    {form.select(say!(words, "keep-col-reason"), "reason", choices(ClosureReason::ALL, ClosureReason::word, |word| reason_says(words, word)), reason)}
                    {form.line(say!(words, "keep-plan-last-day"), "last_day", "date", &last_day)}
                }
                small { {say!(words, "keep-plan-hint")} }
                button { class: "btn", "data-testid": "plan-ending", {say!(words, "keep-plan-do")} }
            }
            if plan.is_some() {
                form { method: "post", action: "{address}",
                    {form_token(page.who)}
                    input { r#type: "hidden", name: "called_off", value: "yes" }
                    button { class: "small-btn", "data-testid": "call-off", {say!(words, "keep-plan-call-off")} }
                }
            }
        }
    }
}

fn planned(words: Words, page: &OnePage<'_>, plan: &ClosingPlan) -> String {
    let day = plan.last_day.map(|day| words.day_and_year(day)).unwrap_or_default();
    let moment = moment_at(words, page.school, plan.at);
    say!(words, "keep-plan-says", reason: reason(words, plan.reason), day: day, by: plan.by.as_str(), moment: moment)
}

fn steps_of(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let typed_step = form.value("step", "");
    rsx! {
        section { class: "section",
            h2 { {say!(words, "keep-steps")} }
            ol { class: "keep-steps",
                for step in ClosureStep::ALL {
                    {one_step(words, page, *step, form, address, typed_step == step.word())}
                }
            }
        }
    }
}

fn one_step(
    words: Words,
    page: &OnePage<'_>,
    step: ClosureStep,
    form: &Form<'_>,
    address: &str,
    was_sent: bool,
) -> Element {
    let nothing = crate::service::keeping::Fields::new();
    let empty = Form { words, typed: &nothing, wrong: None };
    let form = if was_sent { form } else { &empty };
    let taken = page.closing.step(step);
    let settled = page.closing.is_settled(step);
    let history: Vec<&StepTaken> = page.closing.history.iter().filter(|taken| taken.step == step).collect();
    let states = if settled { StepState::ALL } else { &StepState::ALL[..2] };
    rsx! {
        li { class: if settled { "settled" },
            h3 {
                span { class: "keep-tick", "aria-hidden": "true", if settled { "✓" } }
                {step_name(words, step)}
            }
            p { class: "quiet-text", {say!(words, "keep-step-about", word: step.word())} }
            match taken {
                None => rsx! { p { class: "state", {say!(words, "keep-step-open")} } },
                Some(_) => rsx! {
                    for taken in history {
                        p { class: "state", {says_taken(words, taken)} }
                        if let Some(note) = &taken.note { p { class: "as-typed", "{note.as_str()}" } }
                    }
                },
            }
            details { class: "no-print", open: was_sent,
                summary { "data-testid": "note-{step}", {say!(words, "keep-step-note-do", step: step_name(words, step))} }
                form { method: "post", action: "{address}/steps",
                    {form_token(page.who)}
                    input { r#type: "hidden", name: "step", value: step.word() }
                    {form.radios(say!(words, "keep-step-state"), "state", choices(states, StepState::word, |word| say!(words, "keep-step-state-word", word: word)), StepState::Done.word())}
                    div { class: "inline",
                        {form.line(say!(words, "keep-step-day"), "day", "date", &page.today.to_string())}
                        {form.line(say!(words, "keep-step-who"), "who", "text", &page.who.name)}
                    }
                    {form.text(say!(words, "keep-step-note"), "note", Some(say!(words, "keep-step-note-hint", word: step.word())))}
                    button { class: "btn", {say!(words, "keep-save")} }
                }
            }
        }
    }
}

fn says_taken(words: Words, taken: &StepTaken) -> String {
    let state = say!(words, "keep-step-state-word", word: taken.state.word());
    let day = words.day_and_year(taken.day);
    say!(words, "keep-step-taken", state: state, day: day, who: taken.who.as_str(), by: taken.by.as_str())
}

fn ending(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let planned = page.closing.plan.as_ref().and_then(|plan| plan.reason).map_or("", ClosureReason::word);
    rsx! {
        section { class: "panel no-print",
            h2 { {say!(words, "keep-end-title")} }
            p { {say!(words, "keep-end-says")} }
            p { class: "notice danger",
                {say!(words, "keep-end-at-once")} " "
                a { href: "/staff/safety", {say!(words, "keep-end-safety")} }
            }
            form { method: "post", action: "{address}/end",
                {form_token(page.who)}
                {form.select(say!(words, "keep-col-reason"), "reason", choices(ClosureReason::ALL, ClosureReason::word, |word| reason_says(words, word)), planned)}
                button { class: "small-btn end", "data-testid": "end-match", {say!(words, "keep-end-do")} }
            }
        }
    }
}

fn afterwards(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let of = page.of;
    let wants_another = of.end_reason.is_none_or(ClosureReason::wants_another_mentor);
    rsx! {
        section { class: "section no-print",
            h2 { {say!(words, "keep-print-title")} }
            ul { class: "keep-links",
                for language in Language::ALL {
                    li {
                        a { lang: language.word(), hreflang: language.word(), href: "{address}/certificate?in={language.word()}",
                            {say!(Words::of(language), "keep-print-certificate")}
                        }
                    }
                    li {
                        a { lang: language.word(), hreflang: language.word(), href: "{address}/thank-you?in={language.word()}",
                            {say!(Words::of(language), "keep-print-thank-you")}
                        }
                    }
                }
            }
        }
        if let Some(next) = of.continued_by {
            p { class: "notice good section",
                {say!(words, "keep-continued")} " "
                a { href: "/staff/closing/{next}", {say!(words, "keep-continued-as")} }
            }
        } else {
            details { class: "panel no-print", open: page.sent == "next" || wants_another,
                summary { "data-testid": "next-mentor", {say!(words, "keep-next-title")} }
                {next_mentor(words, page, form, address)}
            }
        }
    }
}

fn next_mentor(words: Words, page: &OnePage<'_>, form: &Form<'_>, address: &str) -> Element {
    let others = page.mentors.iter().filter(|mentor| mentor.id != page.of.mentor_id);
    let students = |mentor: &MentorSummary| say!(words, "keep-mentor-students", name: mentor.name.as_str(), n: mentor.active_matches);
    let mentors = others.map(|mentor| (mentor.id.to_string(), students(mentor))).collect();
    rsx! {
        p { {say!(words, "keep-next-says")} }
        form { method: "post", action: "{address}/next",
            {form_token(page.who)}
            {form.select(say!(words, "keep-next-mentor"), "mentor", mentors, "")}
            if form.asks_for("beyond_room") {
                {form.text(say!(words, "matching-full-why"), "beyond_room", None)}
            }
            div { class: "inline",
                {form.line(say!(words, "keep-next-start"), "start_day", "date", &page.today.to_string())}
                {form.line(say!(words, "keep-next-expected"), "expected_end", "date", &page.year_ends.to_string())}
            }
            label { class: "field", {say!(words, "keep-next-rationale")}
                textarea { name: "rationale", rows: "2", maxlength: "{RATIONALE_CHARACTERS_MAX}", {form.value("rationale", "")} }
            }
            {form.text(say!(words, "keep-hand-over"), "hand_over", Some(say!(words, "keep-hand-over-hint")))}
            button { class: "btn", "data-testid": "propose-next", {say!(words, "keep-next-do")} }
        }
    }
}

fn for_the_mentor(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        if let Some(latest) = page.hand_overs.first() {
            section { class: "section",
                h2 { {say!(words, "keep-hand-over")} }
                p { class: "as-typed panel", "{latest.text.as_str()}" }
                p { class: "quiet-text",
                    {say!(words, "keep-written-by", by: latest.by.as_str(), moment: moment_at(words, page.school, latest.at))}
                }
                p { class: "keep-links no-print",
                    a { href: "/staff/closing/{page.of.id}/hand-over", {say!(words, "keep-hand-over-print")} }
                }
                details { class: "panel no-print",
                    summary { {say!(words, "keep-hand-over-anew")} }
                    form { method: "post", action: "/staff/closing/{page.of.id}/hand-over",
                        {form_token(page.who)}
                        label { class: "field", {say!(words, "keep-hand-over")}
                            small { {say!(words, "keep-hand-over-hint")} }
                            textarea { name: "hand_over", rows: "5", maxlength: "{NoteText::MAX_CHARACTERS}", "{latest.text.as_str()}" }
                        }
                        button { class: "btn", {say!(words, "keep-save")} }
                    }
                }
            }
        }
    }
}
