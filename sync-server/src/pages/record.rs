//! Everything that is recorded about a student, for a parent who asks to see it: to read and to print.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{CalendarMark, SchoolDay};
use dioxus::prelude::*;

use super::file::{barriers, contact_points, entries, goals, matches, said_by_family};
use super::mentors::{grade, moment_at};
use super::official::{disagreements, indicators, replaced, written};
use super::student::attendance;
use super::{document, steps};
use crate::service::school_time;
use crate::service::student_page::Attendance;
use crate::store::referrals::{Referral, ReferralStep};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::student_file::{FileAccess, StudentFile};

/// What the record holds.
pub struct RecordPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Now.
    pub now: i64,
    /// The year to date.
    pub attendance: Attendance,
    /// Referrals with their steps.
    pub referrals: &'a [(&'a Referral, Vec<ReferralStep>)],
    /// Who looked.
    pub accesses: &'a [FileAccess],
    /// Everything else.
    pub file: &'a StudentFile,
}

/// The record.
pub fn page(words: Words, page: &RecordPage<'_>) -> Html<String> {
    let file = page.file;
    let address = format!("/staff/students/{}", file.id);
    let back = rsx! { a { href: "{address}", {say!(words, "referral-to-student")} } };
    let here = format!("{address}/record");
    let body = rsx! {
        div { class: "page record",
            header { class: "head",
                div {
                    h1 { {say!(words, "staff-record-title", student: file.full_name.as_str())} }
                    p { class: "sub", {say!(words, "record-of", school: page.school.name.as_str(), day: words.day_and_year(page.today))} }
                    p { class: "sub", "data-testid": "watermark", {say!(words, "record-by", by: page.who.name.as_str(), moment: moment_at(words, page.school, page.now))} }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "student-file",
                p { class: "section no-print", {say!(words, "record-lead")} " " {say!(words, "record-others")} }
                {about(words, file)}
                section { class: "section",
                    h2 { {say!(words, "amendments-title")} }
                    {said_by_family(words, &file.amendments)}
                }
                section { class: "section",
                    h2 { {say!(words, "student-attendance")} }
                    {attendance(words, &page.attendance)}
                    {official(words, file)}
                    {replaced(words, page.school, &file.replaced)}
                    {marks(words, file)}
                    {disagreements(words, file)}
                }
                section { class: "section", {contact_points(words, page.who, page.school, &file.contact_points, true)} }
                {indicators(words, &file.indicators, true)}
                {referrals(words, page)}
                {barriers(words, &file.barriers, true)}
                {goals(words, &file.goals, true)}
                {matches(words, &file.matches)}
                {entries(words, &file.entries, true)}
                {written(words, &file.written)}
                {disclosures(words, page)}
                {accesses(words, page)}
            }
        }
    };
    document(words, &say!(words, "student-record"), &here, body)
}

fn about(words: Words, file: &StudentFile) -> Element {
    rsx! {
        dl { class: "facts panel",
            dt { {say!(words, "record-name")} }
            dd { "{file.name}" }
            dt { {say!(words, "match-grade")} }
            dd { {grade(words, file.grade.as_deref())} }
            if let Some(day) = file.birth_day {
                dt { {say!(words, "record-birthday")} }
                dd { {words.day_and_year(day)} }
            }
            if let Some(language) = &file.home_language {
                dt { {say!(words, "record-language")} }
                dd { {say!(words, "home-language", tag: language.to_lowercase(), written: language.as_str())} }
            }
            dt { {say!(words, "record-enrolled")} }
            dd {
                for (entry, exit) in &file.enrollments {
                    p {
                        match exit {
                            Some(exit) => say!(words, "file-from-to", first: words.day_and_year(*entry), last: words.day_and_year(*exit)),
                            None => say!(words, "file-since", day: words.day_and_year(*entry)),
                        }
                    }
                }
            }
        }
    }
}

fn official(words: Words, file: &StudentFile) -> Element {
    rsx! {
        h3 { {say!(words, "record-official")} }
        if file.official.is_empty() { p { {say!(words, "file-none")} } }
        ul { class: "days",
            for day in &file.official {
                li {
                    span { class: "num", {words.day_and_year(day.day)} }
                    " · " {say!(words, "record-status", word: day.status.word())}
                    if let Some(reason) = &day.reason { " · {reason}" }
                }
            }
        }
    }
}

/// Marks that student and mentor made together: no evidence of attendance, and part of the record all the same.
fn marks(words: Words, file: &StudentFile) -> Element {
    let marked = || file.marks.iter().filter(|(_, mark)| *mark == CalendarMark::Present);
    rsx! {
        h3 { {say!(words, "file-marks")} }
        if marked().next().is_none() { p { {say!(words, "file-none")} } }
        ul { class: "days",
            for (day, _) in marked() { li { class: "num", {words.day_and_year(*day)} } }
        }
    }
}

/// Why a record was taken along: the last word of what the record of access says of it.
fn purpose_of(access: &FileAccess) -> Option<&str> {
    let taken = access.what == "student_record_exported";
    access.detail.as_deref().filter(|_| taken).and_then(|detail| detail.rsplit(' ').next())
}

fn referrals(words: Words, page: &RecordPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "referrals-title")} }
            if page.referrals.is_empty() { p { {say!(words, "file-none")} } }
            for (referral, steps) in page.referrals {
                h3 { {say!(words, "referral-kind", word: referral.kind.word())} " · {referral.to}" }
                p { {say!(words, "referral-consent-word", word: referral.now.state.consent.word())} }
                if let Some(reason) = &referral.reason { p { class: "as-typed", "{reason}" } }
                ol { class: "history",
                    for step in steps {
                        li {
                            span { class: "n", {say!(words, "referral-status", word: step.state.status.word())} }
                            if let Some(outcome) = step.state.outcome {
                                " · " {say!(words, "referral-outcome-word", word: outcome.word())}
                            }
                            small { {say!(words, "referral-step-by", by: step.by.as_str(), moment: moment_at(words, page.school, step.at), owner: step.owner_name.as_str())} }
                            if let Some(note) = &step.state.note { p { class: "as-typed", "{note.as_str()}" } }
                        }
                    }
                }
            }
        }
    }
}

fn disclosures(words: Words, page: &RecordPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "record-disclosures")} }
            if page.file.disclosures.is_empty() { p { {say!(words, "record-disclosures-none")} } }
            ol { class: "days",
                for given in &page.file.disclosures {
                    li {
                        {words.day_and_year(school_time::at(page.school, given.at).day)} " · {given.recipient} · "
                        {say!(words, "export-purpose-word", word: given.purpose.word())}
                        " · {given.by}"
                    }
                }
            }
        }
    }
}

fn accesses(words: Words, page: &RecordPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "record-accesses")} }
            ol { class: "days",
                for access in page.accesses {
                    li {
                        {words.day_and_year(school_time::at(page.school, access.at).day)} " · "
                        {say!(words, "record-access", word: access.what.as_str())}
                        if let Some(by) = &access.by { " · {by}" }
                        if let Some(purpose) = purpose_of(access) { " · " {say!(words, "export-purpose-word", word: purpose)} }
                    }
                }
            }
        }
    }
}
