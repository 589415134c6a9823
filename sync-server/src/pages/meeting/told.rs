//! What mentors told the team, and what is done about it: causes, requests, referrals, what there is to be glad of.

use daymark_components::{Words, say};
use daymark_domain::{AgendaItem, Recognised};
use daymark_reports::{AskFace, BarrierFace, BrightSpot, RecognitionFace, ReferralFace};
use dioxus::prelude::*;

use super::super::week::days;
use super::{MeetingPage, student};

pub(super) fn causes(words: Words, page: &MeetingPage<'_>) -> Element {
    let families = &page.table.packet.barriers;
    // A cause of one or two students would tell on a wall whose it is.
    let shown = |cause: &&BarrierFace| cause.shared || !page.names.is_public();
    let count = |cause: &BarrierFace| {
        let factor = say!(words, "barrier-factor", word: cause.cause.word());
        say!(words, "meet-cause", cause: factor, n: cause.students, new: cause.told_this_week)
    };
    rsx! {
        section { class: "panel", id: AgendaItem::Causes.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::Causes.word())} }
            if families.is_empty() {
                p { {say!(words, "meet-causes-none")} }
            }
            for family in families {
                h3 { {say!(words, "meet-cause-family", word: family.category.word())} }
                ul { class: "plain",
                    for cause in family.causes.iter().filter(shown) {
                        li {
                            {count(cause)}
                            if cause.shared { " " span { class: "badge sun", {say!(words, "meet-cause-shared")} } }
                        }
                    }
                }
            }
            if page.may_read("/staff/resources") {
                p { class: "no-print", a { class: "small-btn", href: "/staff/resources", {say!(words, "referrals-resources")} } }
            }
        }
    }
}

pub(super) fn asks(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.asks;
    let public = page.names.is_public();
    let what = |row: &AskFace| {
        let kind = say!(words, "ask-kind", word: row.kind.word());
        say!(words, "asks-what", kind: kind, urgency: say!(words, "ask-urgency", word: row.urgency.word()))
    };
    rsx! {
        section { class: "panel", id: AgendaItem::Asks.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::Asks.word())} }
            if rows.is_empty() { p { {say!(words, "meet-asks-none")} } }
            if page.asks_now > rows.len() {
                p { {say!(words, "meet-asks-more", n: page.asks_now - rows.len())} }
            }
            ul { class: "plain",
                for row in rows {
                    li { class: "ask",
                        {student(words, page, &row.student_id)} " · {page.names.adult(&row.mentor)}, {words.day_short(row.day)}"
                        if !public {
                            small { {what(row)} }
                            if let Some(text) = &row.text { small { class: "as-typed", "{text.as_str()}" } }
                        }
                    }
                }
            }
            if page.may_read("/staff/asks") {
                p { class: "no-print", a { class: "small-btn", href: "/staff/asks", {say!(words, "meet-asks-do")} } }
            }
        }
    }
}

pub(super) fn referrals(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.open_referrals;
    let what = |row: &ReferralFace| {
        let kind = say!(words, "referral-kind", word: row.kind.word());
        let status = say!(words, "referral-status", word: row.status.word());
        format!("{kind} · {status}")
    };
    let due = |row: &ReferralFace| match row.due {
        Some(day) if row.overdue => say!(words, "referral-overdue", day: words.day_short(day)),
        Some(day) => say!(words, "meet-due-on", day: words.day_short(day)),
        None => say!(words, "referral-due-none"),
    };
    rsx! {
        section { class: "panel", id: "referrals",
            h2 { {say!(words, "meet-referrals")} }
            if rows.is_empty() { p { {say!(words, "meet-referrals-none")} } }
            ul { class: "plain",
                for row in rows {
                    li { class: if row.overdue { "ask red" } else { "ask" },
                        {student(words, page, &row.student_id)} " · {page.names.adult(&row.owner)}"
                        if !page.names.is_public() { small { {what(row)} } }
                        small { {due(row)} }
                    }
                }
            }
            if page.may_read("/staff/referrals") {
                p { class: "no-print", a { class: "small-btn", href: "/staff/referrals", {say!(words, "meet-referrals-do")} } }
            }
        }
    }
}

pub(super) fn bright_spots(words: Words, page: &MeetingPage<'_>) -> Element {
    let packet = &page.table.packet;
    let spot = |row: &BrightSpot| {
        let streak = (row.present_in_a_row > 0).then(
            || say!(words, "meet-bright-days", n: row.present_in_a_row, least: row.at_least.to_string()),
        );
        let fewer = row
            .fewer_absences
            .map(|(this, last)| say!(words, "meet-bright-fewer", now: days(this), before: days(last)));
        streak.into_iter().chain(fewer).collect::<Vec<_>>().join(" · ")
    };
    let given = |row: &RecognitionFace| {
        let whom = if row.whom == Recognised::Family { "family" } else { "student" };
        let (reason, form) = (
            say!(words, "recognition-reason", word: row.reason.word()),
            say!(words, "recognition-form", word: row.form.word()),
        );
        say!(words, "meet-given", whom: whom, reason: reason, form: form, day: words.day_short(row.day))
    };
    rsx! {
        section { class: "panel wide", id: AgendaItem::BrightSpots.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::BrightSpots.word())} }
            if packet.bright_spots.is_empty() && packet.recognitions.is_empty() {
                p { {say!(words, "meet-bright-none")} }
            }
            ul { class: "plain",
                for row in &packet.bright_spots {
                    li { class: "bright", {student(words, page, &row.student_id)} small { {spot(row)} } }
                }
            }
            if !packet.recognitions.is_empty() {
                h3 { {say!(words, "meet-recognitions")} }
                ul { class: "plain",
                    for row in &packet.recognitions {
                        li { {student(words, page, &row.student_id)} " · {page.names.adult(&row.mentor)}" small { {given(row)} } }
                    }
                }
            }
        }
    }
}

/// The words of mentors stay at the table: a wall shows none.
pub(super) fn notes(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.notes;
    if page.names.is_public() || rows.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "panel", id: "notes",
            h2 { {say!(words, "meet-notes-title")} }
            ul { class: "plain",
                for row in rows {
                    li { class: "ask",
                        {student(words, page, &row.student_id)} " · {row.mentor}, {words.day_short(row.day)}"
                        if let Some(text) = &row.text { p { class: "as-typed", "{text.as_str()}" } }
                    }
                }
            }
        }
    }
}
