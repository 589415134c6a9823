//! Steps on the way through school, by grade: what is done, and what comes next.

use daymark_components::{CheckIcon, say};
use daymark_domain::{EntryKey, GradeBand, MatchId, Milestone};
use daymark_mentor_core::api::{Request, StudentView};
use dioxus::prelude::*;

use super::desk::Desk;
use super::page::{Sheet, use_sheet};
use crate::parts::use_once;
use crate::voice;

const BANDS: [GradeBand; 3] = [GradeBand::Elementary, GradeBand::Middle, GradeBand::High];

#[component]
pub fn Steps(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "steps-title"),
            body: move |student: StudentView| rsx! { Body { desk, student } } }
    }
}

/// The student's own grades first; the others folded away, and all open where the grade is not known.
#[component]
fn Body(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let own = student.grade.as_deref().and_then(GradeBand::of);
    let others = BANDS.into_iter().filter(|band| Some(*band) != own);
    rsx! {
        p { class: "card quiet-text", {say!(words, "steps-lead", name: student.first_name.as_str())} }
        if let Some(band) = own {
            h2 { class: "sec", "{grades(desk, band)}" }
            Band { desk, student: student.clone(), band }
        }
        for band in others {
            details { key: "{grades(desk, band)}", class: "more steps-of", open: own.is_none(),
                summary { "{grades(desk, band)}" }
                Band { desk, student: student.clone(), band }
            }
        }
    }
}

fn grades(desk: Desk, band: GradeBand) -> String {
    match band {
        GradeBand::Elementary => say!(desk.words, "steps-elementary"),
        GradeBand::Middle => say!(desk.words, "steps-middle"),
        GradeBand::High => say!(desk.words, "steps-high"),
    }
}

#[component]
fn Band(desk: Desk, student: StudentView, band: GradeBand) -> Element {
    let reached = student.record.milestones;
    let done = |step: Milestone| reached.iter().find(|ticked| ticked.item == step);
    let steps: Vec<Milestone> = Milestone::ALL.iter().copied().filter(|step| step.band() == band).collect();
    let next = steps.iter().copied().find(|step| done(*step).is_none());
    rsx! {
        ul { class: "list",
            for step in steps {
                li { key: "{step}",
                    Step { desk, step, is_next: next == Some(step),
                        done: done(step).map(|ticked| (ticked.key.clone(), desk.words.day_short(ticked.day))) }
                }
            }
        }
    }
}

/// The whole row is the button: ticks, and unticks.
#[component]
fn Step(desk: Desk, step: Milestone, is_next: bool, done: Option<(EntryKey, String)>) -> Element {
    let words = desk.words;
    let once = use_once();
    let name = voice::milestone(words, step);
    let key = done.as_ref().map(|(key, _)| key.clone());
    let tick = {
        let name = name.clone();
        move |_| match key.clone() {
            Some(key) => once.write(
                || {
                    let taken = desk.take_back(key);
                    async move {
                        taken.await;
                        true
                    }
                },
                || (),
            ),
            None => {
                let request = Request::ReachMilestone { match_id: desk.match_id, milestone: step };
                let saved = say!(words, "steps-saved", step: name.as_str());
                once.write(|| desk.act(request, saved), || ());
            }
        }
    };
    rsx! {
        button { r#type: "button", class: if done.is_some() { "row on" } else { "row" }, "data-testid": "step-{step}",
            aria_pressed: done.is_some().to_string(), onclick: tick,
            span {
                span { class: "who said", "{name}" }
                if let Some((_, day)) = &done {
                    span { class: "why num", {say!(words, "steps-done", day: day.as_str())} }
                } else if is_next {
                    span { class: "why", span { class: "badge sky", {say!(words, "steps-next")} } }
                }
            }
            span { class: "mark", "aria-hidden": "true", if done.is_some() { CheckIcon {} } }
        }
    }
}
