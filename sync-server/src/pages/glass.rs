//! Breaking the glass: the form, what was opened, and the few things that stand behind.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::file::{contact_points, entries, matches};
use super::mentors::{grade, moment_at};
use super::student::attendance;
use super::{document, form_token, steps};
use crate::service::referral_form::Fields;
use crate::service::student_page::Attendance;
use crate::store::glass::Glass;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::student_file::StudentFile;

/// A sentence or two.
pub const REASON_CHARACTERS_MAX: usize = 300;

/// For how many hours; the first is offered first.
const HOURS: [u32; 4] = [1, 4, 8, 24];

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// Their school.
    pub school: &'a School,
    /// Now.
    pub now: i64,
    /// What they opened.
    pub own: &'a [Glass],
    /// Which of the school's own students others opened.
    pub into: &'a [Glass],
    /// What was typed.
    pub fields: &'a Fields,
    /// Nobody has that key, or something is missing.
    pub refused: bool,
}

/// The form and both lists.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let title = say!(words, "glass-title");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{page.school.name}" }
                }
                {steps(words, page.who, "students", rsx! {})}
            }
            main { id: "page",
                p { class: "section", {say!(words, "glass-lead")} }
                if page.refused {
                    p { id: "wrong", class: "notice", role: "alert", {say!(words, "glass-refused")} }
                }
                {form(words, page)}
                section { class: "section",
                    h2 { {say!(words, "glass-own")} }
                    {glasses(words, page, page.own, true)}
                }
                section { class: "section",
                    h2 { {say!(words, "glass-into")} }
                    {glasses(words, page, page.into, false)}
                }
            }
        }
    };
    document(words, &title, "/staff/glass", body)
}

fn form(words: Words, page: &ListPage<'_>) -> Element {
    let typed = |name: &str| page.fields.get(name).cloned().unwrap_or_default();
    let described = if page.refused { Some("wrong") } else { None };
    rsx! {
        form { class: "panel", method: "post", action: "/staff/glass",
            {form_token(page.who)}
            label { class: "field", {say!(words, "glass-key")}
                input {
                    name: "key", value: typed("key"), required: true, maxlength: "64", autocomplete: "off",
                    "aria-describedby": described,
                }
            }
            label { class: "field", {say!(words, "glass-reason")}
                input {
                    name: "reason", value: typed("reason"), required: true, maxlength: "{REASON_CHARACTERS_MAX}",
                    autocomplete: "off",
                }
            }
            label { class: "field", {say!(words, "glass-hours")}
                select { name: "hours",
                    for hours in HOURS {
                        option { value: "{hours}", {say!(words, "glass-for", n: hours)} }
                    }
                }
            }
            button { class: "btn", "data-testid": "break-glass", {say!(words, "glass-break")} }
        }
    }
}

fn glasses(words: Words, page: &ListPage<'_>, glasses: &[Glass], own: bool) -> Element {
    if glasses.is_empty() {
        return rsx! { p { {say!(words, "glass-none")} } };
    }
    rsx! {
        ul { class: "history",
            for glass in glasses {
                li {
                    if own && glass.is_open(page.now) {
                        a { href: "/staff/glass/{glass.id}", "{glass.student}" }
                    } else if own {
                        {say!(words, "glass-number", n: glass.id)}
                    } else {
                        a { href: "/staff/students/{glass.student_id}", "{glass.student}" }
                        " · {glass.by}, {glass.by_school}"
                    }
                    p { class: "as-typed", "{glass.reason}" }
                    small { {period(words, page.school, glass)} }
                }
            }
        }
    }
}

fn period(words: Words, school: &School, glass: &Glass) -> String {
    let until = glass.mended.unwrap_or(glass.until);
    say!(words, "glass-period", from: moment_at(words, school, glass.from), until: moment_at(words, school, until))
}

/// What stands behind one.
pub struct BehindPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The student's school.
    pub school: &'a School,
    /// Why, and until when.
    pub glass: &'a Glass,
    /// What they may read.
    pub file: &'a StudentFile,
    /// The year to date.
    pub attendance: Attendance,
}

/// The student, as far as is needed to act today.
pub fn behind(words: Words, page: BehindPage<'_>) -> Html<String> {
    let (file, glass) = (page.file, page.glass);
    let about = [grade(words, file.grade.as_deref()), page.school.name.clone()].join(" · ");
    let until = moment_at(words, page.school, glass.until);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{file.name}" }
                    p { class: "sub", "{about}" }
                }
                {steps(words, page.who, "students", rsx! { a { href: "/staff/glass", {say!(words, "glass-back")} } })}
            }
            main { id: "page", class: "student-file",
                p { class: "notice", {say!(words, "glass-open-until", moment: until)} }
                p { class: "as-typed section", "{glass.reason}" }
                form { class: "section", method: "post", action: "/staff/glass/{glass.id}/mend",
                    {form_token(page.who)}
                    button { class: "btn quiet", "data-testid": "mend-glass", {say!(words, "glass-mend")} }
                }
                section { class: "section",
                    h2 { {say!(words, "student-attendance")} }
                    {attendance(words, &page.attendance)}
                    {contact_points(words, page.who, page.school, &file.contact_points, true)}
                }
                {matches(words, &file.matches)}
                {entries(words, &file.entries, false)}
            }
        }
    };
    document(words, &say!(words, "glass-title"), "/staff/glass", body)
}
