//! A student's page: what the school's record says, what mentors did, what stands in the way and what is done about it.

use axum::response::Html;
use daymark_components::{AbsenceCard, CalendarDay, CalendarLegend, MonthCalendar, Words, days_of, say};
use daymark_domain::{NoteText, RecordPurpose, SchoolDay, TierLimits};
use dioxus::prelude::*;

use super::file::{barriers, contact_points, entries, goals, matches, said_by_family};
use super::mentors::grade;
use super::official::{disagreements, indicators, replaced, written};
use super::referrals::table;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::service::referral_form::Fields;
use crate::service::student_page::{Attendance, bounds};
use crate::store::referrals::Referral;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::student_file::StudentFile;

/// A name and how they belong to the student.
pub const ASKED_BY_CHARACTERS_MAX: usize = 200;

/// What the page shows.
pub struct StudentPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The year to date.
    pub attendance: Attendance,
    /// The month shown.
    pub month: Vec<CalendarDay>,
    /// Referrals.
    pub referrals: &'a [Referral],
    /// Everything else.
    pub file: &'a StudentFile,
    /// A note for the record that was not taken, as it was typed.
    pub refused: Option<&'a Fields>,
}

/// The whole page.
pub fn page(words: Words, page: &StudentPage<'_>) -> Html<String> {
    let (file, who) = (page.file, page.who);
    let address = format!("/staff/students/{}", file.id);
    let mentor =
        |file: &StudentFile| file.matches.iter().find(|of| of.end.is_none()).map(|of| of.mentor.clone());
    let about: Vec<_> = [Some(grade(words, file.grade.as_deref())), mentor(file)]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{file.name}" }
                    p { class: "sub", {about.join(" · ")} }
                }
                {steps(words, who, "students", rsx! {})}
            }
            main { id: "page", class: "student-file",
                div { class: "referral-bar section",
                    if may(who.role, Does::Changes, "/staff/referrals/new") {
                        a { class: "btn", href: "/staff/referrals/new?student={file.id}", {say!(words, "student-refer")} }
                    }
                    if may(who.role, Does::Reads, "/staff/students/{student}/record") {
                        a { href: "{address}/record", {say!(words, "student-record")} }
                    }
                }
                div { class: "student-top",
                    section { class: "section",
                        h2 { {say!(words, "student-attendance")} }
                        {attendance(words, &page.attendance)}
                        {contact_points(words, who, page.school, &file.contact_points, false)}
                    }
                    section { class: "section", "aria-label": say!(words, "staff-student-calendar"),
                        {calendar(words, page, &address)}
                        {disagreements(words, file)}
                        {replaced(words, page.school, &file.replaced)}
                    }
                }
                {referrals(words, page)}
                {indicators(words, &file.indicators, false)}
                {barriers(words, &file.barriers, false)}
                {goals(words, &file.goals, false)}
                {matches(words, &file.matches)}
                {entries(words, &file.entries, false)}
                if may(who.role, Does::Reads, "/staff/students/{student}/record") { {written(words, &file.written)} }
                {amendments(words, page, &address)}
                {take_along(words, page, &address)}
            }
        }
    };
    document(words, &say!(words, "student-title"), &address, body)
}

/// The year to date with its working.
pub fn attendance(words: Words, of: &Attendance) -> Element {
    let Some(standing) = of.standing else {
        return rsx! { p { class: "panel", {say!(words, "week-not-enrolled")} } };
    };
    let unmarked = standing.unmarked.to_halves();
    let rules = &of.rules;
    rsx! {
        AbsenceCard {
            words,
            figure: standing.figure,
            record_complete_to: of.through,
            limits: TierLimits::from(rules),
        }
        if standing.missing_refused {
            p { class: "notice", {say!(words, "student-missing-refused")} }
        }
        if unmarked > 0 {
            small { {say!(words, "staff-student-unmarked", days: days_of(unmarked))} }
        }
    }
}

fn calendar(words: Words, page: &StudentPage<'_>, address: &str) -> Element {
    let Some(any) = page.month.first().map(|day| day.day) else { return rsx! {} };
    let (first, last) = bounds(any);
    let turn = |day: SchoolDay| format!("{address}?month={}", &day.to_string()[..7]);
    let (before, after) = (first.minus(1), last.plus(1));
    rsx! {
        MonthCalendar { words, days: page.month.clone(), today: page.today }
        p { class: "referral-bar no-print",
            a { href: turn(before), "‹ {words.month_of_year(before)}" }
            if after <= page.today {
                a { href: turn(after), "{words.month_of_year(after)} ›" }
            }
        }
        CalendarLegend { words }
    }
}

fn referrals(words: Words, page: &StudentPage<'_>) -> Element {
    let shown: Vec<_> = page
        .referrals
        .iter()
        .filter(|referral| referral.now.state.status != daymark_domain::ReferralStatus::EnteredInError)
        .collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "referrals-title")} }
            if shown.is_empty() {
                p { {say!(words, "referrals-none")} }
            } else {
                {table(words, &shown, page.today, false)}
            }
        }
    }
}

fn amendments(words: Words, page: &StudentPage<'_>, address: &str) -> Element {
    let typed = |name: &str, otherwise: String| {
        page.refused.and_then(|fields| fields.get(name).cloned()).unwrap_or(otherwise)
    };
    let (day, asked_by, text) = (
        typed("day", page.today.to_string()),
        typed("asked_by", String::new()),
        typed("text", String::new()),
    );
    rsx! {
        section { class: "section", id: "amendments",
            h2 { {say!(words, "amendments-title")} }
            {said_by_family(words, &page.file.amendments)}
            if may(page.who.role, Does::Changes, "/staff/students/{student}/amendments") {
                if page.refused.is_some() {
                    p { class: "notice bad", role: "alert", {say!(words, "amendment-wrong")} }
                }
                details { open: page.refused.is_some(),
                    summary { {say!(words, "amendment-new")} }
                    form { class: "panel", method: "post", action: "{address}/amendments",
                        {form_token(page.who)}
                        p { {say!(words, "amendment-says")} }
                        div { class: "inline",
                            label { class: "field", {say!(words, "amendment-by")}
                                input { name: "asked_by", value: "{asked_by}", maxlength: "{ASKED_BY_CHARACTERS_MAX}", required: true, autocomplete: "off" }
                            }
                            label { class: "field", {say!(words, "amendment-day")}
                                input { r#type: "date", name: "day", value: "{day}", required: true }
                            }
                        }
                        label { class: "field", {say!(words, "amendment-text")}
                            textarea { name: "text", rows: "4", required: true, maxlength: "{NoteText::MAX_CHARACTERS}", "{text}" }
                        }
                        button { class: "btn", {say!(words, "amendment-do")} }
                    }
                }
            }
        }
    }
}

/// The whole record as a file: why somebody takes it along goes with it, and into the record of access.
fn take_along(words: Words, page: &StudentPage<'_>, address: &str) -> Element {
    if !may(page.who.role, Does::Changes, "/staff/students/{student}/export") {
        return rsx! {};
    }
    rsx! {
        section { class: "section no-print",
            h2 { {say!(words, "export-title")} }
            details {
                summary { {say!(words, "export-open")} }
                form { class: "panel", method: "post", action: "{address}/export", "data-testid": "export-form",
                    {form_token(page.who)}
                    p { {say!(words, "export-says")} }
                    div { class: "inline",
                        label { class: "field", {say!(words, "export-purpose")}
                            select { name: "purpose", required: true,
                                option { value: "", {say!(words, "referral-choose")} }
                                for purpose in RecordPurpose::ALL {
                                    option { value: purpose.word(), {say!(words, "export-purpose-word", word: purpose.word())} }
                                }
                            }
                        }
                        label { class: "field", {say!(words, "export-recipient")}
                            input { name: "recipient", maxlength: "{ASKED_BY_CHARACTERS_MAX}", autocomplete: "off" }
                        }
                        label { class: "field", {say!(words, "export-format")}
                            select { name: "format",
                                option { value: "csv", {say!(words, "export-csv")} }
                                option { value: "json", {say!(words, "export-json")} }
                            }
                        }
                    }
                    button { class: "btn", "data-testid": "export-do", {say!(words, "export-do")} }
                }
            }
        }
    }
}
