//! The school year at a glance, to look at and to print on one sheet.

use daymark_components::{Sign, SignIcon, SmallMonth, SunIcon, Words, say};
use daymark_domain::{MatchId, SchoolDay};
use daymark_mentor_core::api::{MonthView, Reply, Request, YearView};
use dioxus::prelude::*;

use super::month::calendar_day;
use super::page::StudentPageName;
use crate::app::Route;
use crate::parts::{Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};

#[component]
pub fn Year(match_id: MatchId) -> Element {
    let (phone, words) = (use_phone(), use_words());
    let mut view = use_view(move || async move {
        match phone.ask(Request::Year { match_id }).await? {
            Reply::Year(view) => Ok(view),
            _ => Err(unexpected()),
        }
    });
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let title = match loaded {
        Some(year) => say!(words, "year-title", name: year.first_name.as_str(), years: years(year)),
        None => say!(words, "do-year"),
    };
    let sub = loaded.map(|year| year.school.clone());
    rsx! {
        Page { title, sub, back: Route::Student { match_id }, tab: Tab::Students, ready: loaded.is_some(),
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(year) => rsx! { Months { words, year: year.clone() } },
            }
        }
    }
}

#[component]
fn Months(words: Words, year: YearView) -> Element {
    let phone = use_phone();
    let (match_id, today) = (year.match_id, year.today);
    rsx! {
        section { class: "card year-page",
            p { class: "year-suns num", "data-testid": "year-suns",
                SunIcon { size: 22 }
                {say!(words, "year-suns", n: year.suns)}
            }
            if year.months.is_empty() { p { class: "quiet-text", {say!(words, "year-empty")} } }
            div { class: "months",
                for month in year.months {
                    SmallMonth { key: "{month.first}", words, today, days: month.days.iter().map(calendar_day).collect::<Vec<_>>() }
                }
            }
            p { class: "legend",
                SunIcon { size: 16 }
                " "
                {say!(words, "calendar-legend-sun")}
                " · "
                {say!(words, "year-legend", absent: say!(words, "calendar-sign-absent"))}
            }
        }
        div { class: "card stack no-print",
            button { r#type: "button", class: "btn", "data-testid": "print", onclick: move |_| phone.shell().print(),
                SignIcon { sign: Sign::Printer, size: 22 }
                {say!(words, "print-year")}
            }
            Link { class: "btn quiet", "data-testid": "to-together",
                to: Route::StudentPage { match_id, page: StudentPageName::Together },
                {say!(words, "year-month")}
            }
        }
    }
}

/// "2025/26": the years of the first month and the last.
fn years(year: &YearView) -> String {
    let of = |month: Option<&MonthView>| month.map_or(year.today, |month| month.first);
    let (first, last) = (of(year.months.first()), of(year.months.last()));
    match (number(first), number(last)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first}/{}", last.get(2..).unwrap_or(&last)),
    }
}

fn number(day: SchoolDay) -> String {
    day.to_string().split('-').next().unwrap_or_default().to_owned()
}
