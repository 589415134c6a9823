//! Who needs something new: students with a signal and no mentor, matches that need help, plans that do not help.

use daymark_components::{Words, say};
use daymark_domain::AgendaItem;
use daymark_reports::{EarlySignalRow, HelpReason, MatchHelp, PlanToRevise};
use dioxus::prelude::*;

use super::{MeetingPage, percent, student};

pub(super) fn early_signals(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.early_signals;
    let new =
        |row: &EarlySignalRow| row.signals.iter().any(|signal| signal.fired_on > page.table.as_of.minus(7));
    let (new, known): (Vec<_>, Vec<_>) = rows.iter().partition(|row| new(row));
    rsx! {
        section { class: "panel", id: AgendaItem::EarlySignals.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::EarlySignals.word())} }
            p { {say!(words, "meet-signals-says", n: rows.len(), new: new.len())} }
            {signals(words, page, &new)}
            if !known.is_empty() {
                details {
                    summary { {say!(words, "meet-signals-known", n: known.len())} }
                    {signals(words, page, &known)}
                }
            }
            if page.may_read("/staff/candidates") {
                p { class: "no-print", a { class: "small-btn", href: "/staff/candidates", {say!(words, "meet-signals-do")} } }
            }
        }
    }
}

fn signals(words: Words, page: &MeetingPage<'_>, rows: &[&EarlySignalRow]) -> Element {
    let said = |row: &EarlySignalRow| {
        let signals = row.signals.iter().map(|signal| {
            let day = words.day_short(signal.fired_on);
            let rule = say!(words, "meet-signal", word: signal.rule.word());
            say!(words, "meet-signal-on", signal: rule, day: day)
        });
        signals.collect::<Vec<_>>().join(" · ")
    };
    rsx! {
        ul { class: "plain",
            for row in rows {
                li {
                    {student(words, page, &row.student_id)}
                    " " small { {row.grade.as_deref().map(|grade| words.grade(grade)).unwrap_or_default()} " · " {said(row)} }
                }
            }
        }
    }
}

pub(super) fn matches(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.matches_needing_help;
    rsx! {
        section { class: "panel wide", id: AgendaItem::Matches.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::Matches.word())} }
            if rows.is_empty() {
                p { {say!(words, "meet-help-none")} }
            }
            ul { class: "plain",
                for row in rows {
                    li { class: "ask red",
                        {student(words, page, &row.student_id)} " · {page.names.adult(&row.mentor)}"
                        small { {reasons(words, row)} }
                    }
                }
            }
            {solve(words, page, rows)}
        }
    }
}

fn reasons(words: Words, row: &MatchHelp) -> String {
    let said = row.reasons.iter().map(|reason| say!(words, "meet-help", word: reason.word()));
    said.collect::<Vec<_>>().join(" ")
}

/// Where each kind of trouble is solved.
fn solve(words: Words, page: &MeetingPage<'_>, rows: &[MatchHelp]) -> Element {
    let any = |wanted: &[HelpReason]| {
        rows.iter().any(|row| row.reasons.iter().any(|reason| wanted.contains(reason)))
    };
    let phones = [HelpReason::MentorNotHeardFrom, HelpReason::NoPhonePaired, HelpReason::DosageNotMet];
    let places = [
        (any(&[HelpReason::DeadNumber]), "/staff/numbers", say!(words, "meet-do-numbers")),
        (any(&phones), "/staff", say!(words, "meet-do-mentors")),
        (any(&[HelpReason::SupportOverdue]), "/staff/support", say!(words, "meet-do-support")),
    ];
    rsx! {
        p { class: "no-print ways",
            for (is_needed, address, text) in places {
                if is_needed && page.may_read(address) {
                    a { class: "small-btn", href: address, "{text}" }
                }
            }
        }
    }
}

pub(super) fn plans(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = &page.table.packet.plans_to_revise;
    let change = |row: &PlanToRevise| {
        say!(words, "meet-plan",
            days: row.days_of_met_weeks,
            before: percent(words, row.before_percent),
            now: percent(words, row.now_percent))
    };
    rsx! {
        section { class: "panel", id: "plans",
            h2 { {say!(words, "meet-plans")} }
            if rows.is_empty() {
                p { {say!(words, "meet-plans-none")} }
            } else {
                p { {say!(words, "meet-plans-says")} }
            }
            ul { class: "plain",
                for row in rows {
                    li { class: "ask",
                        {student(words, page, &row.student_id)} " · {page.names.adult(&row.mentor)}"
                        small { {change(row)} }
                    }
                }
            }
        }
    }
}
