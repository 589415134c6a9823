//! All mentors of the school: how far each has come, what is missing or runs out, who has room.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ClearanceGap, MentorState, MentoringRules, RUNS_OUT_SOON_DAYS, SchoolDay};
use dioxus::prelude::*;

use super::super::{document, form_token, steps};
use super::moment_or_never;
use crate::store::mentor_files::MentorOnLadder;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Which mentors are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// All who have not left.
    Here,
    /// Those of one state.
    Only(MentorState),
    /// Those of whom something is missing or runs out soon, and who are not on their way to the first student.
    Attention,
}

impl Filter {
    /// From an address; nothing means all who are here.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "" => Some(Self::Here),
            "attention" => Some(Self::Attention),
            word => word.parse().ok().map(Self::Only),
        }
    }
    fn word(self) -> &'static str {
        match self {
            Self::Here => "",
            Self::Attention => "attention",
            Self::Only(state) => state.word(),
        }
    }
    fn shows(self, row: &Row<'_>) -> bool {
        match self {
            Self::Here => row.state != MentorState::Left,
            Self::Only(state) => row.state == state,
            Self::Attention => {
                matches!(row.state, MentorState::Matched | MentorState::Ready)
                    && !(row.gaps.is_empty() && row.soon.is_empty())
            }
        }
    }
}

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The gate's rules.
    pub rules: &'a MentoringRules,
    /// All of them by name.
    pub mentors: &'a [MentorOnLadder],
    /// Which are shown.
    pub filter: Filter,
    /// A name was typed that cannot be one.
    pub wrong_name: bool,
}

struct Row<'a> {
    mentor: &'a MentorOnLadder,
    state: MentorState,
    gaps: Vec<ClearanceGap>,
    soon: Vec<(ClearanceGap, SchoolDay)>,
}

/// All mentors of the school.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let row = |mentor| row(page, mentor);
    let rows: Vec<Row<'_>> = page.mentors.iter().map(row).collect();
    let shown: Vec<&Row<'_>> = rows.iter().filter(|row| page.filter.shows(row)).collect();
    let body = rsx! {
        div { class: "page mentors",
            header { class: "head",
                div {
                    h1 { {say!(words, "mentors-title")} }
                    p { class: "sub", "{page.school.name} · " {say!(words, "mentors-count", n: rows.len(), open: room(&rows))} }
                }
                {steps(words, page.who, "staff", rsx! {})}
            }
            main { id: "page",
                {filters(words, page, &rows)}
                if rows.is_empty() {
                    p { class: "section", {say!(words, "mentors-none")} }
                } else if shown.is_empty() {
                    p { class: "section", {say!(words, "mentors-none-here")} }
                } else {
                    {table(words, page, &shown)}
                }
                {add(words, page)}
            }
        }
    };
    document(words, &say!(words, "mentors-title"), &address(page.filter), body)
}

fn address(filter: Filter) -> String {
    match filter {
        Filter::Here => "/staff".to_owned(),
        other => format!("/staff?state={}", other.word()),
    }
}

fn row<'a>(page: &ListPage<'_>, mentor: &'a MentorOnLadder) -> Row<'a> {
    let facts = &mentor.facts;
    Row {
        mentor,
        state: facts.state(page.rules, page.today),
        gaps: facts.gaps(page.rules, page.today),
        soon: facts.running_out(page.rules, page.today, RUNS_OUT_SOON_DAYS),
    }
}

/// How many more students the clear mentors would take.
fn room(rows: &[Row<'_>]) -> u32 {
    let clear = rows.iter().filter(|row| row.gaps.is_empty());
    clear.filter_map(|row| room_of(row.mentor)).sum()
}

fn room_of(mentor: &MentorOnLadder) -> Option<u32> {
    let capacity = mentor.application.as_ref()?.capacity;
    Some(capacity.saturating_sub(mentor.facts.open_matches))
}

fn filters(words: Words, page: &ListPage<'_>, rows: &[Row<'_>]) -> Element {
    let states = MentorState::ALL.iter().map(|state| Filter::Only(*state));
    let every = [Filter::Here, Filter::Attention].into_iter().chain(states);
    let counted = every.map(|filter| (filter, rows.iter().filter(|row| filter.shows(row)).count()));
    let offered: Vec<_> =
        counted.filter(|(filter, n)| *n > 0 || *filter == page.filter || *filter == Filter::Here).collect();
    rsx! {
        nav { class: "mentor-filters", "aria-label": say!(words, "mentors-filters"),
            for (filter, n) in offered {
                a { href: address(filter), class: if filter == page.filter { "here" },
                    "aria-current": (filter == page.filter).then_some("page"),
                    {say!(words, "mentors-filter", word: if filter == Filter::Here { "here" } else { filter.word() }, n: n)}
                }
            }
        }
    }
}

fn table(words: Words, page: &ListPage<'_>, rows: &[&Row<'_>]) -> Element {
    rsx! {
        div { class: "scroll section",
            table { class: "mentors-table",
                caption { class: "skip", {say!(words, "mentors-title")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "mentors-col-mentor")} }
                        th { scope: "col", {say!(words, "mentors-col-state")} }
                        th { scope: "col", {say!(words, "mentors-col-missing")} }
                        th { scope: "col", {say!(words, "mentors-col-students")} }
                        th { scope: "col", {say!(words, "mentors-col-phone")} }
                    }
                }
                tbody {
                    for row in rows {
                        {table_row(words, page, row)}
                    }
                }
            }
        }
    }
}

fn table_row(words: Words, page: &ListPage<'_>, row: &Row<'_>) -> Element {
    let mentor = row.mentor;
    let capacity = mentor.application.as_ref().map(|application| application.capacity);
    let students = mentor.facts.open_matches;
    rsx! {
        tr { "data-testid": "mentor-row",
            th { scope: "row",
                a { class: "n", href: "/staff/mentors/{mentor.id}", "{mentor.name}" }
                if let Some(kind) = mentor.facts.kind { small { {say!(words, "mentors-kind", word: kind.word())} } }
            }
            td { "data-label": say!(words, "mentors-col-state"), {badge(words, row.state)} }
            td { "data-label": say!(words, "mentors-col-missing"),
                ul { class: "plain",
                    for gap in row.gaps.iter().filter(|gap| !matches!(gap, ClearanceGap::Left | ClearanceGap::Pause)) {
                        li { class: if row.state == MentorState::Matched { "late" },
                            {say!(words, "mentors-gap", word: gap.word())}
                        }
                    }
                    for (what, through) in &row.soon {
                        li { {say!(words, "mentors-soon", word: what.word(), day: words.day_short(*through))} }
                    }
                }
                if row.gaps.is_empty() && row.soon.is_empty() { {say!(words, "mentors-nothing")} }
            }
            td { class: "num", "data-label": say!(words, "mentors-col-students"),
                {match capacity {
                    Some(capacity) => say!(words, "mentors-of-capacity", n: students, capacity: capacity),
                    None => say!(words, "mentors-students", n: students),
                }}
            }
            td { class: "num", "data-label": say!(words, "mentors-col-phone"),
                if mentor.phones == 0 {
                    {say!(words, "mentors-no-phone")}
                } else {
                    {moment_or_never(words, page.school, mentor.last_sync_at)}
                }
            }
        }
    }
}

/// How far a mentor has come, as a badge.
pub(super) fn badge(words: Words, state: MentorState) -> Element {
    let look = match state {
        MentorState::Matched | MentorState::Ready => "badge leaf",
        MentorState::Paused => "badge sun",
        _ => "badge sky",
    };
    rsx! { span { class: look, {say!(words, "mentors-state", word: state.word())} } }
}

fn add(words: Words, page: &ListPage<'_>) -> Element {
    rsx! {
        form { class: "panel no-print", method: "post", action: "/staff/mentors",
            {form_token(page.who)}
            h2 { {say!(words, "coordinate-add-mentor")} }
            p { {say!(words, "mentors-add-hint")} }
            div { class: "inline",
                label { class: "field", {say!(words, "coordinate-mentor-name")}
                    input { name: "name", maxlength: "100", autocomplete: "off", required: true,
                        "aria-describedby": page.wrong_name.then_some("name-wrong"), "data-testid": "new-mentor-name"
                    }
                    if page.wrong_name {
                        small { class: "late", id: "name-wrong", role: "alert", {say!(words, "mentors-wrong", word: "name_missing")} }
                    }
                }
                button { class: "btn", "data-testid": "new-mentor", {say!(words, "coordinate-add")} }
            }
            p { a { href: "/staff/mentors/new", "data-testid": "whole-application", {say!(words, "mentors-add-whole")} } }
        }
    }
}
