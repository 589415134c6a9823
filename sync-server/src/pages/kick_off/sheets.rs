//! What is printed for a kick-off, on A4 or Letter. Names are written by hand: none is in an address or on a screen.

mod family;
mod handed;
mod months;

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Language, Words, say};
use daymark_domain::{DayType, SchoolDay};
use dioxus::prelude::*;

use crate::pages::document;
use crate::service::planning::SchoolYear;
use crate::store::planning::KickOff;
use crate::store::schools::School;

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The golden ticket.
    Invitation,
    /// Contacts both ways.
    Information,
    /// Cards for the tables.
    Starters,
    /// Tips for families.
    Tips,
    /// One month to put suns on.
    Month,
    /// The school year at a glance.
    Year,
    /// For the student, the family, the mentor.
    Certificates,
}

impl Sheet {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Invitation,
        Self::Information,
        Self::Starters,
        Self::Tips,
        Self::Month,
        Self::Year,
        Self::Certificates,
    ];
    /// Its word in addresses and in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Information => "information",
            Self::Starters => "starters",
            Self::Tips => "tips",
            Self::Month => "month",
            Self::Year => "year",
            Self::Certificates => "certificates",
        }
    }
    /// The sheet with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.word() == word)
    }
    /// Whether the school's calendar stands on it.
    pub fn has_days(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }
    /// Where it is shown.
    pub fn address(self, language: Language, paper: Paper, month: Option<SchoolDay>) -> String {
        let month = month.map(|month| format!("&month={month}")).unwrap_or_default();
        format!("/staff/kick-off/{}?in={}&paper={}{month}", self.word(), language.word(), paper.word())
    }
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Of the United States.
    #[default]
    Letter,
    /// Of most of the world.
    A4,
}

impl Paper {
    /// Its word in addresses and in the style sheet.
    pub fn word(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }
    /// The paper with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Letter, Self::A4].into_iter().find(|paper| paper.word() == word)
    }
}

/// What a sheet is made of.
pub struct SheetPage<'a> {
    /// Which.
    pub sheet: Sheet,
    /// The school.
    pub school: &'a School,
    /// The kick-off, when it is announced.
    pub event: Option<&'a KickOff>,
    /// On what.
    pub paper: Paper,
    /// The first day of the month that is shown.
    pub month: SchoolDay,
    /// The school year that is shown.
    pub year: SchoolYear,
    /// What the school's calendar says of it.
    pub calendar: &'a BTreeMap<SchoolDay, DayType>,
}

/// The sheet, with what chooses language and paper above it on the screen.
pub fn page(words: Words, page: &SheetPage<'_>) -> Html<String> {
    let name = say!(words, "sheet-name", word: page.sheet.word());
    let (school, paper) = (page.school.name.as_str(), page.paper.word());
    let body = rsx! {
        {bar(words, page)}
        main { id: "page", class: "sheet {page.sheet.word()} {paper}",
            match page.sheet {
                Sheet::Invitation => family::invitation(words, school, page.event),
                Sheet::Information => family::information(words, school),
                Sheet::Tips => family::tips(words, school),
                Sheet::Starters => handed::starters(words),
                Sheet::Certificates => handed::certificates(words, school),
                Sheet::Month => months::month(words, page),
                Sheet::Year => months::year(words, page),
            }
        }
    };
    document(words, &name, "", body)
}

fn bar(words: Words, page: &SheetPage<'_>) -> Element {
    let (sheet, paper) = (page.sheet, page.paper);
    let month = (sheet == Sheet::Month).then_some(page.month);
    let language = words.language();
    rsx! {
        header { class: "page sheet-bar",
            nav { class: "steps", "aria-label": say!(words, "sheet-choices"),
                a { href: "/staff/kick-off", {say!(words, "sheet-back")} }
                for other in Language::ALL {
                    a {
                        lang: other.word(),
                        hreflang: other.word(),
                        class: if other == language { "here" },
                        "aria-current": if other == language { "true" },
                        href: sheet.address(other, paper, month),
                        "{other.own_name()}"
                    }
                }
                for other in [Paper::Letter, Paper::A4] {
                    a {
                        class: if other == paper { "here" },
                        "aria-current": if other == paper { "true" },
                        href: sheet.address(language, other, month),
                        {say!(words, "sheet-paper", word: other.word())}
                    }
                }
                if let Some(month) = month {
                    {other_months(words, paper, month)}
                }
            }
            p { class: "quiet-text", {say!(words, "sheet-how-to-print")} }
            if sheet == Sheet::Invitation && page.event.is_none() {
                p { class: "notice", {say!(words, "kick-off-none")} }
            }
            if sheet.has_days() && page.calendar.is_empty() {
                p { class: "notice", {say!(words, "sheet-no-calendar")} }
            }
        }
    }
}

fn other_months(words: Words, paper: Paper, month: SchoolDay) -> Element {
    let (before, after) = (month.minus(1).first_of_month(), month.plus(31).first_of_month());
    let address = |of| Sheet::Month.address(words.language(), paper, Some(of));
    rsx! {
        a { href: address(before), {say!(words, "week-before", day: words.month_of_year(before))} }
        a { href: address(after), {say!(words, "week-after", day: words.month_of_year(after))} }
    }
}

/// "Tuesday 14 October, 17:30, in the library".
pub fn when_and_where(words: Words, event: &KickOff) -> String {
    let day = words.day_long(event.day);
    let place = event.place.as_str();
    match event.minute {
        Some(minute) => {
            let time = words.time_of_minute(minute);
            say!(words, "kick-off-when-where", day: day, time: time, place: place)
        }
        None => say!(words, "kick-off-day-where", day: day, place: place),
    }
}

/// What is written by hand: its name and a line to write on.
fn blank(label: String) -> Element {
    rsx! { p { class: "blank", span { "{label}" } span { class: "line" } } }
}

/// A box to tick by hand.
fn to_tick(label: String) -> Element {
    rsx! { li { class: "to-tick", span { class: "box", "aria-hidden": "true" } "{label}" } }
}
