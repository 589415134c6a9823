//! A file under way: waiting, the preview with what one must agree to, and the end.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::mentors::moment_at;
use super::super::{form_token, live, waiting_document};
use super::told::Told;
use super::{frame, framed, why};
use crate::imports::ImportReport;
use crate::imports::preview::Preview;
use crate::service::imports::{Job, JobOf, JobState};
use crate::store::imports::Undone;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The page of a job that is not there: another session's, or the server started anew.
pub fn gone(words: Words, who: &SignedIn) -> Html<String> {
    let main = rsx! {
        div { class: "panel", p { {say!(words, "imports-gone-says")} } }
    };
    frame(words, who, &say!(words, "imports-gone"), "", "", main)
}

/// How far it is.
pub fn job(
    words: Words,
    who: &SignedIn,
    school: &School,
    job: &Job,
    state: &JobState,
    now: i64,
) -> Html<String> {
    let title = match state {
        JobState::Trying => say!(words, "imports-state-trying"),
        JobState::Tried(_) => say!(words, "imports-state-tried"),
        JobState::Importing => say!(words, "imports-state-importing"),
        JobState::Imported(_) => say!(words, "imports-state-imported"),
        JobState::Refused(_) => say!(words, "imports-state-refused"),
        JobState::Undoing => say!(words, "imports-state-undoing"),
        JobState::Undone(_) => say!(words, "imports-state-undone"),
        JobState::NotUndone(_) => say!(words, "imports-state-not-undone"),
        JobState::Broken => say!(words, "imports-state-broken"),
    };
    let main = match state {
        JobState::Trying | JobState::Importing | JobState::Undoing => waiting(words, school, job, now),
        JobState::Tried(preview) => tried(words, who, job, preview),
        JobState::Imported(report) => imported(words, report),
        JobState::Refused(error) => {
            let told = error.report().map(told).unwrap_or_default();
            rsx! {
                div { class: "panel late", role: "alert", "data-testid": "imports-refused", {why::of_import(words, error)} }
                {told.problems(words)}
                {again(words, job)}
            }
        }
        JobState::Undone(undone) => self::undone(words, undone),
        JobState::NotUndone(error) => rsx! {
            p { class: "panel late", role: "alert", "data-testid": "imports-refused", {why::of_undo(words, error)} }
        },
        JobState::Broken => rsx! {
            p { class: "panel late", role: "alert", {say!(words, "page-went-wrong")} }
            {again(words, job)}
        },
    };
    let lead = match &job.of {
        JobOf::File { kind, upload, .. } => {
            let size = say!(words, "imports-size", kilobytes: upload.bytes.div_ceil(1024));
            say!(words, "imports-lead", kind: say!(words, "imports-kind", kind: kind.word()), size: size)
        }
        JobOf::Undo(batch) => say!(words, "imports-number", n: *batch),
    };
    let here = format!("/staff/imports/jobs/{}", job.id);
    match state.is_under_way() {
        true => waiting_document(words, &title, &here, framed(words, who, &title, &lead, &here, main)),
        false => frame(words, who, &title, &lead, &here, main),
    }
}

fn waiting(words: Words, school: &School, job: &Job, now: i64) -> Element {
    // A file that is read to its end is still worked on: how long nobody knows.
    let percent = job.percent().filter(|percent| *percent < 100);
    rsx! {
        div { class: "panel", role: "status", "data-testid": "imports-waiting",
            match percent {
                Some(percent) => rsx! {
                    progress { "aria-label": say!(words, "imports-waiting"), max: "100", value: "{percent}" }
                    p { class: "num", {say!(words, "imports-waiting-percent", percent: percent.to_string())} }
                },
                None => rsx! { progress { "aria-label": say!(words, "imports-waiting") } },
            }
            p { {say!(words, "imports-waiting-since", moment: moment_at(words, school, job.since))} }
            p { {say!(words, "imports-waiting-says")} }
        }
        {live::waiting(words, school, now)}
    }
}

fn told(report: &ImportReport) -> Told {
    Told::read(serde_json::to_string(report).ok().as_deref())
}

fn again(words: Words, job: &Job) -> Element {
    match &job.of {
        JobOf::File { kind, .. } => rsx! {
            p { class: "section", a { href: "/staff/imports/new/{kind.word()}", {say!(words, "imports-again")} } }
        },
        JobOf::Undo(_) => rsx! {},
    }
}

fn tried(words: Words, who: &SignedIn, job: &Job, preview: &Preview) -> Element {
    let report = told(&preview.report);
    let has_changes = preview.report.changes() > 0;
    rsx! {
        p { class: "panel notice", role: "status", {say!(words, "imports-tried-says")} }
        section { class: "section",
            h2 { {say!(words, "imports-would")} }
            {report.counts(words)}
        }
        if has_changes {
            form { class: "panel", method: "post", action: "/staff/imports/jobs/{job.id}",
                {form_token(who)}
                input { r#type: "hidden", name: "token", value: job.token().unwrap_or_default() }
                if preview.skips_bad_rows || preview.withdraws.is_some() {
                    fieldset { class: "choices",
                        legend { {say!(words, "imports-agree")} }
                        if preview.skips_bad_rows {
                            label {
                                input { r#type: "checkbox", name: "skip_bad_rows", value: "yes", required: true, "data-testid": "imports-skip" }
                                {say!(words, "imports-agree-skip", n: preview.report.rows_skipped)}
                            }
                        }
                        if let Some((of_what, ended, before)) = preview.withdraws {
                            label {
                                input { r#type: "checkbox", name: "withdrawals", value: "yes", required: true, "data-testid": "imports-withdraw" }
                                {say!(words, "imports-agree-withdrawals", says: why::withdrawals(words, of_what, ended, before))}
                            }
                        }
                    }
                }
                button { class: "btn", "data-testid": "imports-confirm", {say!(words, "imports-confirm")} }
            }
        } else {
            p { class: "panel", {say!(words, "imports-nothing-to-do")} }
        }
        {report.problems(words)}
        {report.closer(words)}
        {report.notes(words)}
        {again(words, job)}
    }
}

fn imported(words: Words, report: &ImportReport) -> Element {
    let report = told(report);
    rsx! {
        p { class: "panel notice", role: "status", "data-testid": "imports-imported", {say!(words, "imports-imported-says")} }
        section { class: "section",
            h2 { {say!(words, "imports-did")} }
            {report.counts(words)}
        }
        {report.problems(words)}
        {report.notes(words)}
        p { class: "section inline",
            a { href: "/team/week", {say!(words, "imports-to-week")} }
            a { href: "/staff/imports", {say!(words, "imports-to-history")} }
        }
    }
}

fn undone(words: Words, undone: &Undone) -> Element {
    let put_back: u64 = undone.put_back.values().sum();
    let ended: u64 = undone.ended.values().sum();
    rsx! {
        div { class: "panel notice", role: "status", "data-testid": "imports-undone",
            p { {say!(words, "imports-undone-says", back: put_back, ended: ended)} }
        }
        p { class: "section", a { href: "/staff/imports", {say!(words, "imports-to-history")} } }
    }
}
