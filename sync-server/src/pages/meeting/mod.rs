//! The team's meeting: the weekly packet with what the team makes of it, on the screen, on the wall and on paper.

pub mod actions;
mod codes;
pub mod days;
mod entry;
mod help;
pub mod minutes;
pub mod past;
mod picture;
pub mod record;
mod students;
mod told;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AgendaItem, MeetingId, NamesShown, SchoolDay, StudentId, UserId};
use daymark_reports::Tenths;
use dioxus::prelude::*;

use super::live::live;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::service::meeting::{Names, Shown, Sort, TablePacket};
use crate::service::meeting_form::Wrong;
use crate::service::referral_form::Fields;
use crate::store::actions::ActionItem;
use crate::store::meetings::{AgendaNote, Decision, Meeting};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Which packet, in which order, with how much of a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Address {
    /// The day, when one was asked for.
    pub as_of: Option<SchoolDay>,
    /// The order.
    pub sort: Sort,
    /// How much of a name.
    pub names: Option<NamesShown>,
    /// The meeting, when it is not today's.
    pub meeting: Option<MeetingId>,
}

impl Address {
    /// Behind a path.
    pub fn query(self) -> String {
        let parts = [
            self.as_of.map(|day| format!("as_of={day}")),
            self.meeting.map(|id| format!("meeting={id}")),
            self.names.filter(|names| *names != NamesShown::Full).map(|names| format!("names={names}")),
            (self.sort != Sort::default()).then(|| format!("sort={}", self.sort.word())),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
    /// The page itself.
    pub fn page(self) -> String {
        format!("/team/meeting{}", self.query())
    }
    fn sorted(self, sort: Sort) -> String {
        Self { sort, ..self }.page()
    }
    fn showing(self, names: NamesShown) -> String {
        Self { names: Some(names), ..self }.page()
    }
}

/// A meeting that is held, with what it came to.
pub struct Held {
    /// The meeting.
    pub meeting: Meeting,
    /// Its decisions.
    pub decisions: Vec<Decision>,
    /// What was said to the agenda.
    pub notes: Vec<AgendaNote>,
}

/// A form that was not taken, as it was typed.
pub struct Typed {
    /// About whom; none: about the school.
    pub student: Option<StudentId>,
    /// What was typed.
    pub fields: Fields,
    /// Why it was not taken.
    pub wrong: Wrong,
}

/// What the page shows.
pub struct MeetingPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Now.
    pub now: i64,
    /// What was asked for.
    pub address: Address,
    /// The packet.
    pub table: &'a TablePacket,
    /// Who is who.
    pub names: &'a Names,
    /// The meeting, when it is held.
    pub held: Option<&'a Held>,
    /// All actions of the school.
    pub actions: &'a [ActionItem],
    /// Who may own one.
    pub owners: &'a [(UserId, String)],
    /// Requests that wait now.
    pub asks_now: usize,
    /// A form that was not taken.
    pub typed: Option<&'a Typed>,
}

impl MeetingPage<'_> {
    fn may_read(&self, path: &str) -> bool {
        !self.names.is_public() && may(self.who.role, Does::Reads, path)
    }
}

/// The packet with the team's work.
pub fn page(words: Words, page: &MeetingPage<'_>) -> Html<String> {
    let title = say!(words, "meet-title", school: page.school.name.as_str());
    let as_of = words.day_and_year(page.table.as_of);
    let body = rsx! {
        style { dangerous_inner_html: on_each_sheet(words, page.table.as_of) }
        div { class: if page.names.is_public() { "page meeting wall" } else { "page meeting" },
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{freshness(words, page)}" }
                }
                {top(words, page)}
            }
            main { id: "page",
                {another_day(words, page)}
                {held(words, page)}
                {agenda(words)}
                div { class: "meeting-two",
                    {actions::still_open(words, page)}
                    {leads(words, page)}
                }
                {picture::section(words, page)}
                {students::section(words, page)}
                div { class: "meeting-grid",
                    {help::early_signals(words, page)}
                    {help::matches(words, page)}
                    {help::plans(words, page)}
                    {told::causes(words, page)}
                    {told::asks(words, page)}
                    {told::referrals(words, page)}
                    {told::bright_spots(words, page)}
                    {told::notes(words, page)}
                }
                {for_the_school(words, page)}
                p { class: "legend", {say!(words, "meet-as-of", day: as_of)} }
                {live(words, page.school, page.now)}
            }
        }
    };
    document(words, &title, &page.address.page(), body)
}

/// The page before anything is recorded.
pub fn empty(words: Words, who: &SignedIn, school: &School) -> Html<String> {
    let title = say!(words, "meet-title", school: school.name.as_str());
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "meeting", rsx! {})}
            }
            main { id: "page",
                p { class: "panel", {say!(words, "meet-empty")} }
                if may(who.role, Does::Reads, "/staff/imports") {
                    p { class: "section", a { class: "btn quiet", href: "/staff/imports", {say!(words, "meet-empty-do")} } }
                }
            }
        }
    };
    document(words, &title, "/team/meeting", body)
}

/// The date at the foot of each printed sheet. Where a browser does not know margin boxes it still stands in the head
/// of the table, which is repeated.
fn on_each_sheet(words: Words, day: SchoolDay) -> String {
    let text = say!(words, "meet-as-of", day: words.day_and_year(day)).replace(['"', '\\', '<'], "");
    format!("@page {{ @bottom-right {{ content: \"{text}\"; font: 7pt sans-serif; }} }}")
}

fn freshness(words: Words, page: &MeetingPage<'_>) -> String {
    let table = page.table;
    let fresh = table.freshness.as_ref();
    let mut parts = vec![say!(words, "meet-as-of", day: words.day_long(table.as_of))];
    parts.push(match fresh.and_then(|fresh| fresh.recorded_through) {
        Some(day) => say!(words, "week-record-to", day: words.day_short(day)),
        None => say!(words, "week-record-none"),
    });
    if let Some(marked) = fresh.and_then(|fresh| fresh.marked_percent) {
        parts.push(say!(words, "meet-marked", rate: percent(words, Some(marked))));
    }
    if table.packet.matches_not_synced > 0 {
        parts.push(say!(words, "meet-not-synced", n: table.packet.matches_not_synced));
    }
    parts.join(" · ")
}

/// The ways on: on the wall only the way back.
fn top(words: Words, page: &MeetingPage<'_>) -> Element {
    let address = page.address;
    if page.names.is_public() {
        return rsx! {
            nav { class: "steps no-print", "aria-label": say!(words, "team-steps"),
                for names in NamesShown::ALL {
                    a {
                        class: if *names == page.names.shown() { "here" },
                        "aria-current": if *names == page.names.shown() { "page" },
                        href: address.showing(*names),
                        {say!(words, "meet-names", word: names.word())}
                    }
                }
            }
        };
    }
    let more = rsx! {
        a { href: "/team/meeting/days", {say!(words, "meet-days-step")} }
        a { href: "/team/actions", {say!(words, "meet-actions-step")} }
        a { href: "/team/meeting/past", {say!(words, "meet-past-step")} }
        a { href: address.showing(NamesShown::Initials), "data-testid": "wall", {say!(words, "meet-wall")} }
    };
    steps(words, page.who, "meeting", more)
}

fn another_day(words: Words, page: &MeetingPage<'_>) -> Element {
    if page.names.is_public() {
        return rsx! {};
    }
    rsx! {
        form { class: "inline meeting-day no-print", method: "get", action: "/team/meeting",
            label { class: "field", {say!(words, "meet-day")}
                input { r#type: "date", name: "as_of", value: "{page.table.as_of}", max: "{page.today}" }
            }
            button { class: "small-btn", {say!(words, "meet-day-do")} }
            a { class: "small-btn", href: "/team/meeting/students.csv?as_of={page.table.as_of}", "data-testid": "csv",
                {say!(words, "meet-csv")}
            }
        }
    }
}

/// The meeting itself: to begin, or begun.
fn held(words: Words, page: &MeetingPage<'_>) -> Element {
    if page.names.is_public() {
        return rsx! {};
    }
    let Some(held) = page.held else {
        return rsx! {
            form { class: "panel meeting-bar", method: "post", action: "/team/meeting",
                {form_token(page.who)}
                input { r#type: "hidden", name: "as_of", value: "{page.table.as_of}" }
                p { {say!(words, "meet-begin-says")} }
                button { class: "btn", "data-testid": "begin", {say!(words, "meet-begin")} }
            }
        };
    };
    let meeting = &held.meeting;
    let standing = held.decisions.iter().filter(|decision| decision.taken_back_by.is_none()).count();
    let day = words.day_long(meeting.day);
    rsx! {
        section { class: "panel meeting-bar", "aria-label": say!(words, "meet-held", day: day.as_str()),
            p {
                b { {say!(words, "meet-held", day: day.as_str())} } " · "
                {say!(words, "meet-came-to", decisions: standing, actions: meeting.actions)}
            }
            p { class: "no-print",
                a { class: "small-btn", href: "/team/meeting/{meeting.id}", "data-testid": "record", {say!(words, "meet-record-link")} }
                " "
                a { class: "small-btn", href: "/team/meeting/{meeting.id}/minutes", {say!(words, "meet-minutes")} }
            }
        }
    }
}

/// What is talked about, each leading to where it stands.
fn agenda(words: Words) -> Element {
    rsx! {
        nav { class: "agenda no-print", "aria-label": say!(words, "meet-agenda"),
            ol {
                for item in AgendaItem::ALL.iter().filter(|item| **item != AgendaItem::Freshness) {
                    li { a { href: "#{item}", {say!(words, "meet-agenda-item", word: item.word())} } }
                }
            }
        }
    }
}

/// Each mentor lead's check-in: a standing item.
fn leads(words: Words, page: &MeetingPage<'_>) -> Element {
    let notes = page.held.map_or(&[][..], |held| &held.notes);
    let told: Vec<&AgendaNote> = notes.iter().filter(|note| note.item == AgendaItem::MentorLeads).collect();
    rsx! {
        section { class: "section", id: AgendaItem::MentorLeads.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::MentorLeads.word())} }
            if told.is_empty() {
                p { {say!(words, "meet-leads-none")} }
            }
            if !page.names.is_public() {
                for note in told {
                    p { class: "as-typed", "{note.text.as_str()}" }
                }
                if let Some(held) = page.held {
                    p { class: "no-print",
                        a { class: "small-btn", href: "/team/meeting/{held.meeting.id}#leads", {say!(words, "meet-leads-do")} }
                    }
                }
            }
        }
    }
}

/// Decisions and actions that are about no one student.
fn for_the_school(words: Words, page: &MeetingPage<'_>) -> Element {
    let Some(held) = page.held.filter(|_| !page.names.is_public()) else { return rsx! {} };
    rsx! {
        section { class: "section", id: "school",
            h2 { {say!(words, "meet-for-school")} }
            {entry::come_to(words, page, held, None)}
            {entry::form(words, page, held, None)}
        }
    }
}

/// A student as this page may show one; with the way to the file where there is one.
fn student(words: Words, page: &MeetingPage<'_>, key: &str) -> Element {
    let name = called(words, page.names, key);
    match page.names.id(key).filter(|_| !page.names.is_public()) {
        Some(id) => rsx! { a { class: "n", href: "/staff/students/{id}", "{name}" } },
        None => rsx! { span { class: "n", "{name}" } },
    }
}

/// What a student is called here.
pub fn called(words: Words, names: &Names, key: &str) -> String {
    match names.student(key) {
        Shown::Text(text) => text,
        Shown::Number(number) => say!(words, "meet-number", n: number),
    }
}

/// Tenths of a percent as people write them.
fn percent(words: Words, tenths: Option<Tenths>) -> String {
    words.rate(tenths.map(|tenths| u32::try_from(tenths.get()).unwrap_or(0)))
}
