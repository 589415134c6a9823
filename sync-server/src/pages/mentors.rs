//! The coordinator's list of mentors, and one mentor with students and phones.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::{document, form_token, steps};
use crate::service::school_time::{self, SchoolTime};
use crate::store::matches::MatchSummary;
use crate::store::mentors::MentorSummary;
use crate::store::pairing::DeviceSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// All mentors of the school.
pub fn list(words: Words, who: &SignedIn, school: &School, mentors: &[MentorSummary]) -> Html<String> {
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{school.name}" }
                    p { class: "sub", {say!(words, "coordinate-title")} }
                }
                {steps(words, who, "staff", rsx! {})}
            }
            main { id: "page",
                form { class: "panel", method: "post", action: "/staff/mentors",
                    {form_token(who)}
                    h2 { {say!(words, "coordinate-add-mentor")} }
                    div { class: "inline",
                        label { class: "field", {say!(words, "coordinate-mentor-name")}
                            input { name: "name", maxlength: "100", autocomplete: "off", required: true }
                        }
                        button { class: "btn", {say!(words, "coordinate-add")} }
                    }
                }
                section { class: "section",
                    h2 { {say!(words, "coordinate-mentors")} }
                    if mentors.is_empty() {
                        p { {say!(words, "coordinate-mentors-none")} }
                    } else {
                        {table(words, school, mentors)}
                    }
                }
            }
        }
    };
    document(words, &say!(words, "coordinate-title"), "/staff", body)
}

fn table(words: Words, school: &School, mentors: &[MentorSummary]) -> Element {
    rsx! {
        div { class: "scroll",
            table {
                thead {
                    tr {
                        th { scope: "col", {say!(words, "coordinate-mentor-name")} }
                        th { scope: "col", {say!(words, "coordinate-col-students")} }
                        th { scope: "col", {say!(words, "coordinate-col-phones")} }
                        th { scope: "col", {say!(words, "coordinate-col-heard")} }
                    }
                }
                tbody {
                    for mentor in mentors {
                        tr {
                            th { scope: "row", a { class: "n", href: "/staff/mentors/{mentor.id}", "{mentor.name}" } }
                            td { class: "num", "{mentor.active_matches}" }
                            td { class: "num", "{mentor.phones}" }
                            td { class: "num", "{moment_or_never(words, school, mentor.last_sync_at)}" }
                        }
                    }
                }
            }
        }
    }
}

/// "Tue 14 Oct 7:58", or that it never was.
fn moment_or_never(words: Words, school: &School, moment: Option<i64>) -> String {
    moment.map_or_else(|| say!(words, "coordinate-never"), |moment| moment_at(words, school, moment))
}

/// "Tue 14 Oct 7:58".
pub fn moment_at(words: Words, school: &School, moment: i64) -> String {
    let SchoolTime { day, minute } = school_time::at(school, moment);
    let (day, time) = (words.day_short(day), words.time_of_minute(minute));
    say!(words, "coordinate-moment", day: day, time: time)
}

/// What the mentor's page shows.
pub struct MentorPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The mentor.
    pub mentor: &'a MentorSummary,
    /// Students now and before.
    pub matches: &'a [MatchSummary],
    /// Phones now and before.
    pub devices: &'a [DeviceSummary],
}

/// One mentor.
pub fn one(words: Words, page: &MentorPage<'_>) -> Html<String> {
    let MentorPage { who, mentor, .. } = page;
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{mentor.name}" }
                    p { class: "sub", "{page.school.name}" }
                }
                {steps(words, who, "", rsx! {})}
            }
            main { id: "page",
                section { class: "section",
                    h2 { {say!(words, "mentor-students")} }
                    if page.matches.is_empty() {
                        p { {say!(words, "mentor-students-none")} }
                    } else {
                        {matches(words, page)}
                    }
                    p { class: "section",
                        a { class: "small-btn", href: "/staff/mentors/{mentor.id}/students", {say!(words, "coordinate-match")} }
                    }
                }
                section { class: "section",
                    h2 { {say!(words, "mentor-phones")} }
                    if page.devices.is_empty() {
                        p { {say!(words, "mentor-phones-none")} }
                    } else {
                        {devices(words, page)}
                    }
                    form { class: "section", method: "post", action: "/staff/mentors/{mentor.id}/invite",
                        {form_token(who)}
                        button { class: "small-btn", {say!(words, "coordinate-pair")} }
                    }
                }
            }
        }
    };
    document(words, &mentor.name, &format!("/staff/mentors/{}", mentor.id), body)
}

fn matches(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table {
                thead {
                    tr {
                        th { scope: "col", {say!(words, "week-col-student")} }
                        th { scope: "col", {say!(words, "mentor-col-since")} }
                        th { scope: "col", {say!(words, "mentor-col-wake-up")} }
                        th { scope: "col", {say!(words, "mentor-col-end")} }
                    }
                }
                tbody {
                    for row in page.matches {
                        tr {
                            th { scope: "row",
                                a { class: "n", href: "/staff/students/{row.student_id}", "{row.student_name}" }
                                small { "{grade(words, row.grade.as_deref())}" }
                                if let Some(rationale) = &row.rationale {
                                    small { "{rationale}" }
                                }
                            }
                            td { "{words.day_short(row.start_day)}" }
                            {match row.end_day {
                                None => active(words, page, row),
                                Some(end) => ended(words, row, end),
                            }}
                        }
                    }
                }
            }
        }
    }
}

fn active(words: Words, page: &MentorPage<'_>, row: &MatchSummary) -> Element {
    let address = format!("/staff/mentors/{}/matches/{}", page.mentor.id, row.id);
    let (now, other, other_word) = match row.wake_up_calls {
        true => (say!(words, "mentor-wake-up-yes"), "no", say!(words, "mentor-wake-up-stop")),
        false => (say!(words, "mentor-wake-up-no"), "yes", say!(words, "mentor-wake-up-start")),
    };
    rsx! {
        td {
            form { class: "inline", method: "post", action: "{address}/wake-up-calls",
                {form_token(page.who)}
                input { r#type: "hidden", name: "wake_up_calls", value: other }
                span { "{now}" }
                button { class: "small-btn", "{other_word}" }
            }
        }
        td {
            // Folded: ending takes the student off the phone, so it wants two taps.
            details {
                summary { class: "late", {say!(words, "coordinate-match-end")} }
                form { class: "inline", method: "post", action: "{address}/end",
                    {form_token(page.who)}
                    label { class: "field", {say!(words, "mentor-end-reason")}
                        select { name: "reason", required: true,
                            option { value: "", "" }
                            for (word, reason) in end_reasons(words) {
                                option { value: word, "{reason}" }
                            }
                        }
                    }
                    button { class: "small-btn end", {say!(words, "mentor-end-do")} }
                }
            }
        }
    }
}

fn ended(words: Words, row: &MatchSummary, end: SchoolDay) -> Element {
    let known = end_reasons(words).into_iter().find(|(word, _)| row.end_reason.as_deref() == Some(*word));
    let reason = known.map(|(_, reason)| reason).unwrap_or_default();
    let ended = say!(words, "mentor-ended", day: words.day_short(end));
    rsx! {
        td { "" }
        td { "{ended}" small { "{reason}" } }
    }
}

/// Why a match ends (`domain.md` section 3), as stored and as said.
pub fn end_reasons(words: Words) -> [(&'static str, String); 8] {
    [
        ("goals_met", say!(words, "end-goals-met")),
        ("year_end", say!(words, "end-year-end")),
        ("pupil_moved", say!(words, "end-pupil-moved")),
        ("mentor_left", say!(words, "end-mentor-left")),
        ("rematch", say!(words, "end-rematch")),
        ("family_withdrew", say!(words, "end-family-withdrew")),
        ("safety", say!(words, "end-safety")),
        ("programme_end", say!(words, "end-programme-end")),
    ]
}

/// "Grade 7", or nothing.
pub fn grade(words: Words, grade: Option<&str>) -> String {
    grade.map(|grade| words.grade(grade)).unwrap_or_default()
}

fn devices(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table {
                thead {
                    tr {
                        th { scope: "col", {say!(words, "mentor-col-phone")} }
                        th { scope: "col", {say!(words, "mentor-col-paired")} }
                        th { scope: "col", {say!(words, "coordinate-col-heard")} }
                        th { scope: "col", "" }
                    }
                }
                tbody {
                    for device in page.devices {
                        tr {
                            th { scope: "row", {say!(words, "mentor-phone", tag: device.tag.as_str(), platform: device.platform.as_str())} }
                            td { class: "num", "{moment_at(words, page.school, device.paired_at)}" }
                            td { class: "num", "{moment_or_never(words, page.school, device.last_sync_at)}" }
                            td { {revoke(words, page, device)} }
                        }
                    }
                }
            }
        }
    }
}

fn revoke(words: Words, page: &MentorPage<'_>, device: &DeviceSummary) -> Element {
    if let Some(moment) = device.revoked_at {
        let moment = moment_at(words, page.school, moment);
        return rsx! { {say!(words, "mentor-revoked", moment: moment)} };
    }
    rsx! {
        form { method: "post", action: "/staff/mentors/{page.mentor.id}/devices/{device.id}/revoke",
            {form_token(page.who)}
            button { class: "small-btn end", {say!(words, "mentor-revoke")} }
        }
    }
}
