//! The students' table: the columns of the summit's slide, then what was added to them.

use daymark_components::{RateBar, Words, say};
use daymark_domain::{AbsenceFigure, AgendaItem, OnTrackBand};
use daymark_reports::{NoteFace, PacketRow};
use dioxus::prelude::*;

use super::super::week::days;
use super::codes::{legend_line, look, sign};
use super::{MeetingPage, entry, percent, student};
use crate::service::days::is_missed;
use crate::service::meeting::Sort;

const COLUMNS: usize = 12;

pub(super) fn section(words: Words, page: &MeetingPage<'_>) -> Element {
    let rows = page.address.sort.sorted(&page.table.packet.students, page.names);
    rsx! {
        section { class: "section", id: AgendaItem::Students.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::Students.word())} }
            if rows.is_empty() {
                p { {say!(words, "meet-students-none")} }
            } else {
                {sorting(words, page)}
                div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "meet-students"),
                    table { class: "packet",
                        caption { class: "skip", {say!(words, "meet-students")} }
                        {head(words, page)}
                        tbody {
                            for row in rows {
                                {row_of(words, page, row)}
                            }
                        }
                    }
                }
                {legend(words)}
            }
        }
    }
}

/// A narrow screen shows no head to sort by.
fn sorting(words: Words, page: &MeetingPage<'_>) -> Element {
    rsx! {
        nav { class: "sorting no-print", "aria-label": say!(words, "meet-sort"),
            span { {say!(words, "meet-sort")} ": " }
            for sort in Sort::ALL {
                a { href: "{page.address.sorted(sort)}#students", "aria-current": if sort == page.address.sort { "true" },
                    {say!(words, "meet-col", word: sort.word())}
                }
            }
        }
    }
}

fn head(words: Words, page: &MeetingPage<'_>) -> Element {
    let column = |sort: Sort| {
        let is_here = sort == page.address.sort;
        rsx! {
            th { scope: "col", "aria-sort": if is_here { "other" },
                a { class: if is_here { "here" }, href: "{page.address.sorted(sort)}#students",
                    {say!(words, "meet-col", word: sort.word())}
                    if is_here { span { "aria-hidden": "true", " ▾" } }
                }
                if sort == Sort::Name {
                    small { class: "on-paper", {say!(words, "meet-as-of", day: words.day_and_year(page.table.as_of))} }
                }
            }
        }
    };
    rsx! {
        thead {
            tr {
                for sort in [Sort::Name, Sort::Quarter, Sort::September, Sort::Missed, Sort::Mentor, Sort::Notes, Sort::Supports, Sort::OnTrack] {
                    {column(sort)}
                }
                th { scope: "col", {say!(words, "meet-col-ten")} }
                for sort in [Sort::Contacts, Sort::Family, Sort::Referrals] {
                    {column(sort)}
                }
            }
        }
    }
}

fn row_of(words: Words, page: &MeetingPage<'_>, row: &PacketRow) -> Element {
    let id = page.names.id(&row.student_id);
    let anchor = id.map(|id| format!("s-{id}"));
    let label = |sort: Sort| say!(words, "meet-col", word: sort.word());
    let grade = row.grade.as_deref().map(|grade| words.grade(grade)).unwrap_or_default();
    let quarter = row.previous_quarter.and_then(|quarter| quarter.attendance_percent);
    let mentors: Vec<String> = row.mentors.iter().map(|mentor| page.names.adult(mentor)).collect();
    rsx! {
        tr { id: anchor, "data-testid": "packet-row",
            th { scope: "row",
                {student(words, page, &row.student_id)}
                small { "{grade}" }
            }
            td { class: "num", "data-label": label(Sort::Quarter), {percent(words, quarter)} }
            td { class: "num", "data-label": label(Sort::September),
                {row.september_absent_days.map_or_else(|| say!(words, "meet-none"), days)}
            }
            td { "data-label": label(Sort::Missed), {missed(words, row)} }
            td { "data-label": label(Sort::Mentor), {mentors.join(", ")} }
            td { class: "notes", "data-label": label(Sort::Notes), {notes(words, page, row)} }
            td { "data-label": label(Sort::Supports), {supports(words, page, row)} }
            td { "data-label": label(Sort::OnTrack), {on_track(words, row)} }
            td { "data-label": say!(words, "meet-col-ten"), {strip(words, row)} }
            td { class: "num", "data-label": label(Sort::Contacts), {contacts(words, row)} }
            td { "data-label": label(Sort::Family),
                match row.last_family_contact {
                    Some(day) => rsx! { {words.day_short(day)} },
                    None => rsx! { span { class: "late", {say!(words, "meet-family-never")} } },
                }
            }
            td { class: "num", "data-label": label(Sort::Referrals), "{row.open_referrals}" }
        }
        if let Some(held) = page.held.filter(|_| !page.names.is_public()) {
            tr { class: "entry-row",
                td { colspan: "{COLUMNS}",
                    {entry::come_to(words, page, held, id)}
                    if id.is_some() { {entry::form(words, page, held, id)} }
                }
            }
        }
    }
}

fn missed(words: Words, row: &PacketRow) -> Element {
    let figure = AbsenceFigure { missed: row.absent_days, enrolled: row.enrolled_days };
    let (missed, enrolled) = (days(row.absent_days), days(row.enrolled_days));
    rsx! {
        RateBar { words, figure }
        small { {say!(words, "week-missed", missed: missed, enrolled: enrolled, tier: words.tier(row.tier))} }
    }
}

/// What a student is helped with is nobody's who passes: on a wall it is a number.
fn supports(words: Words, page: &MeetingPage<'_>, row: &PacketRow) -> String {
    match page.names.is_public() {
        true => row.extra_supports.len().to_string(),
        false => {
            let kinds = row.extra_supports.iter().map(|kind| say!(words, "referral-kind", word: kind.word()));
            kinds.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The latest note that is for the table, and what is in the way; on a wall only that there are some.
fn notes(words: Words, page: &MeetingPage<'_>, row: &PacketRow) -> Element {
    let causes: Vec<String> =
        row.barriers.iter().map(|cause| say!(words, "barrier-factor", word: cause.word())).collect();
    let latest: Option<&NoteFace> =
        page.table.packet.notes.iter().rfind(|note| note.student_id == row.student_id);
    let text = latest.and_then(|note| note.text.as_ref()).filter(|_| !page.names.is_public());
    rsx! {
        if !causes.is_empty() && !page.names.is_public() { span { {causes.join(", ")} } }
        match text {
            Some(text) => rsx! { small { class: "as-typed", "{text.as_str()}" } },
            None if row.team_notes_this_week > 0 => rsx! { small { {say!(words, "meet-notes", n: row.team_notes_this_week)} } },
            None => rsx! {},
        }
        if row.open_actions > 0 {
            small { {say!(words, "meet-actions-open", n: row.open_actions)} }
        }
    }
}

fn on_track(words: Words, row: &PacketRow) -> Element {
    let (colour, word) = match row.on_track {
        Some(OnTrackBand::OffTrack) => ("", "off_track"),
        Some(OnTrackBand::OnTrack) => ("leaf", "on_track"),
        Some(OnTrackBand::CollegeReady) => ("leaf", "college_ready"),
        None => return rsx! { {say!(words, "meet-none")} },
    };
    rsx! { span { class: "badge {colour}", {say!(words, "meet-on-track", word: word)} } }
}

/// The last ten school days by the letters of the heat map, the latest last.
fn strip(words: Words, row: &PacketRow) -> Element {
    let missed = row.last_ten_days.chars().filter(|code| is_missed(*code)).count();
    let says = say!(words, "meet-ten-says", missed: missed, of: row.last_ten_days.chars().count());
    rsx! {
        span { class: "ten num", role: "img", "aria-label": says,
            for code in row.last_ten_days.chars() {
                i { class: look(code), "{sign(code)}" }
            }
        }
    }
}

fn contacts(words: Words, row: &PacketRow) -> Element {
    let (done, wanted) = (row.contacts_this_week, row.contacts_wanted);
    rsx! {
        if wanted == 0 {
            small { {say!(words, "week-no-school")} }
        } else {
            {say!(words, "week-contacts", done: done, wanted: wanted)}
        }
        if wanted > 0 && done == 0 {
            small { span { class: "late", {say!(words, "week-no-contact")} } }
        }
    }
}

fn legend(words: Words) -> Element {
    rsx! {
        p { class: "legend",
            {legend_line(words)}
            span { {say!(words, "meet-quarter-says")} }
        }
    }
}
