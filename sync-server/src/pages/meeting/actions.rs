//! What somebody has to do: on the packet what is still open, on its own page mine or everybody's, one with its history.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ActionState, AgendaItem, NoteText, SchoolDay, UserId};
use dioxus::prelude::*;

use super::super::mentors::moment_at;
use super::super::{document, form_token, steps};
use super::{MeetingPage, called, entry};
use crate::service::meeting::Names;
use crate::service::meeting_form::Wrong;
use crate::service::referral_form::Fields;
use crate::store::actions::{ActionItem, ActionStep};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// On the packet: what earlier meetings left, overdue first.
pub(super) fn still_open(words: Words, page: &MeetingPage<'_>) -> Element {
    let this_one = page.held.map(|held| held.meeting.id);
    let before = |of: &&ActionItem| {
        of.now.now.state == ActionState::Open && (of.meeting.is_none() || of.meeting != this_one)
    };
    let open: Vec<&ActionItem> = page.actions.iter().filter(before).collect();
    let overdue = open.iter().filter(|of| is_overdue(of, page.today)).count();
    rsx! {
        section { class: "section", id: AgendaItem::OpenActions.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::OpenActions.word())} }
            if open.is_empty() {
                p { {say!(words, "meet-open-none")} }
            } else {
                p { {say!(words, "meet-open-says", n: open.len(), overdue: overdue)} }
                {table(words, &open, &Shown { names: page.names, today: page.today, who: page.who })}
            }
        }
    }
}

/// For whom a table of actions is.
pub struct Shown<'a> {
    /// Who is who.
    pub names: &'a Names,
    /// The date at the school.
    pub today: SchoolDay,
    /// Whoever looks.
    pub who: &'a SignedIn,
}

/// Actions in rows.
pub fn table(words: Words, actions: &[&ActionItem], of: &Shown<'_>) -> Element {
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "meet-actions"),
            table { class: "actions",
                caption { class: "skip", {say!(words, "meet-actions")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "meet-action-what")} }
                        th { scope: "col", {say!(words, "meet-action-about")} }
                        th { scope: "col", {say!(words, "meet-owner")} }
                        th { scope: "col", {say!(words, "meet-due")} }
                    }
                }
                tbody {
                    for action in actions {
                        {row(words, action, of)}
                    }
                }
            }
        }
    }
}

fn row(words: Words, action: &ActionItem, of: &Shown<'_>) -> Element {
    let now = &action.now;
    let about = match action.student_id.map(|id| of.names.key(id).unwrap_or_default()) {
        Some(key) => called(words, of.names, key),
        None => say!(words, "meet-the-school"),
    };
    rsx! {
        tr { "data-testid": "action-row",
            th { scope: "row",
                if of.names.is_public() {
                    {say!(words, "meet-hidden")}
                } else {
                    a { class: "n", href: "/team/actions/{action.id}", "{action.text.as_str()}" }
                }
                {state(words, now.now.state)}
            }
            td { "data-label": say!(words, "meet-action-about"), "{about}" }
            td { "data-label": say!(words, "meet-owner"), {of.names.adult(&now.owner_name)} }
            td { "data-label": say!(words, "meet-due"), {due(words, action, of.today)} }
        }
    }
}

fn state(words: Words, state: ActionState) -> Element {
    let colour = match state {
        ActionState::Open => return rsx! {},
        ActionState::Done => "leaf",
        ActionState::Dropped => "sky",
    };
    rsx! { " " span { class: "badge {colour}", {say!(words, "meet-state", word: state.word())} } }
}

fn is_overdue(action: &ActionItem, today: SchoolDay) -> bool {
    action.now.now.state.is_overdue(action.now.now.due, today)
}

fn due(words: Words, action: &ActionItem, today: SchoolDay) -> Element {
    let day = words.day_short(action.now.now.due);
    match is_overdue(action, today) {
        true => rsx! { span { class: "late", {say!(words, "referral-overdue", day: day)} } },
        false => rsx! { "{day}" },
    }
}

/// Which actions are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Those that whoever looks has to do.
    #[default]
    Mine,
    /// All that is open.
    Open,
    /// What has ended too.
    All,
}

impl Which {
    /// From an address; nothing means mine.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "" | "mine" => Some(Self::Mine),
            "open" => Some(Self::Open),
            "all" => Some(Self::All),
            _ => None,
        }
    }
    /// As an address has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Open => "open",
            Self::All => "all",
        }
    }
    fn shows(self, action: &ActionItem, me: UserId) -> bool {
        let open = action.now.now.state == ActionState::Open;
        match self {
            Self::Mine => open && action.now.now.owner == me,
            Self::Open => open,
            Self::All => true,
        }
    }
}

/// What the list shows.
pub struct ListPage<'a> {
    /// The school.
    pub school: &'a School,
    /// Which.
    pub which: Which,
    /// All of the school.
    pub actions: &'a [ActionItem],
    /// For whom.
    pub shown: Shown<'a>,
}

/// Mine, or everybody's.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let title = say!(words, "meet-actions");
    let who = page.shown.who;
    let rows: Vec<&ActionItem> =
        page.actions.iter().filter(|action| page.which.shows(action, who.staff_id)).collect();
    let body = rsx! {
        div { class: "page meeting",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{page.school.name}" }
                }
                {steps(words, who, "meeting", rsx! { a { href: "/team/meeting", {say!(words, "meet-step")} } })}
            }
            main { id: "page",
                nav { class: "steps section", "aria-label": say!(words, "referrals-filter"),
                    for which in [Which::Mine, Which::Open, Which::All] {
                        a {
                            class: if which == page.which { "here" },
                            "aria-current": if which == page.which { "true" },
                            href: "/team/actions?show={which.word()}",
                            {say!(words, "meet-actions-which", word: which.word())}
                        }
                    }
                }
                div { class: "section",
                    if rows.is_empty() {
                        p { {say!(words, "meet-actions-none", word: page.which.word())} }
                    } else {
                        {table(words, &rows, &page.shown)}
                    }
                }
            }
        }
    };
    document(words, &title, &format!("/team/actions?show={}", page.which.word()), body)
}

/// What one action's page shows.
pub struct OnePage<'a> {
    /// The school.
    pub school: &'a School,
    /// The action.
    pub action: &'a ActionItem,
    /// Its steps, the latest first.
    pub steps: &'a [ActionStep],
    /// Who may own it.
    pub owners: &'a [(UserId, String)],
    /// For whom.
    pub shown: Shown<'a>,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

/// One action.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let (action, who) = (page.action, page.shown.who);
    let title = say!(words, "meet-action-title");
    let about = action
        .student_id
        .map(|id| (id, called(words, page.shown.names, page.shown.names.key(id).unwrap_or_default())));
    let back = rsx! { a { href: "/team/actions?show=open", {say!(words, "meet-actions-back")} } };
    let body = rsx! {
        div { class: "page meeting",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub",
                        match about {
                            Some((id, name)) => rsx! { a { href: "/staff/students/{id}", "{name}" } },
                            None => rsx! { {say!(words, "meet-the-school")} },
                        }
                    }
                }
                {steps(words, who, "meeting", back)}
            }
            main { id: "page", class: "referral",
                div { class: "panel",
                    p { class: "as-typed n", "{action.text.as_str()}" }
                    p {
                        {say!(words, "meet-owner")} ": {action.now.owner_name} · " {say!(words, "meet-due")} ": "
                        {due(words, action, page.shown.today)}
                        {state(words, action.now.now.state)}
                    }
                    if let Some(meeting) = action.meeting {
                        p { a { href: "/team/meeting/{meeting}", {say!(words, "meet-action-meeting")} } }
                    }
                }
                {step_form(words, page)}
                section { class: "section",
                    h2 { {say!(words, "referral-history")} }
                    ol { class: "history",
                        for step in page.steps {
                            li {
                                span { class: "badge", {say!(words, "meet-state", word: step.now.state.word())} }
                                small {
                                    {say!(words, "meet-step-by", by: step.by.as_str(), moment: moment_at(words, page.school, step.at),
                                        owner: step.owner_name.as_str(), due: words.day_short(step.now.due))}
                                }
                                if let Some(note) = &step.now.note { p { class: "as-typed", "{note.as_str()}" } }
                            }
                        }
                    }
                }
            }
        }
    };
    document(words, &title, &format!("/team/actions/{}", action.id), body)
}

fn step_form(words: Words, page: &OnePage<'_>) -> Element {
    let now = &page.action.now.now;
    let typed = |name: &str, stored: String| page.typed.get(name).cloned().unwrap_or(stored);
    let next = now.state.next();
    let first =
        next.iter().find(|state| **state != ActionState::Open).or(next.first()).copied().unwrap_or(now.state);
    let chosen = typed("state", first.word().to_owned());
    let at = |field: &str| page.wrong.filter(|wrong| wrong.field() == field);
    let (owner, due) = (typed("owner", now.owner.to_string()), typed("due", now.due.to_string()));
    let has_left = !page.owners.iter().any(|(id, _)| *id == now.owner);
    let mut owners = page.owners.to_vec();
    if has_left {
        owners.insert(0, (now.owner, page.action.now.owner_name.clone()));
    }
    rsx! {
        form { class: "panel", method: "post", action: "/team/actions/{page.action.id}",
            h2 { {say!(words, "meet-step-title")} }
            {form_token(page.shown.who)}
            input { r#type: "hidden", name: "from", value: now.state.word() }
            fieldset { class: "choices",
                legend { {say!(words, "meet-step-state")} }
                {entry::said(words, at("state"))}
                for state in next {
                    label {
                        input { r#type: "radio", name: "state", value: state.word(), checked: state.word() == chosen }
                        {say!(words, "meet-state", word: state.word())}
                    }
                }
            }
            label { class: "field", {say!(words, "meet-step-note")}
                {entry::said(words, at("note").or(at("text")))}
                textarea { name: "note", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", {typed("note", String::new())} }
            }
            div { class: "inline",
                {entry::who(words, &owners, &owner, at("owner"))}
                {entry::when(words, &due, at("due"))}
            }
            button { class: "btn", "data-testid": "step", {say!(words, "meet-step-do")} }
        }
    }
}
