//! The letters of the heat map: how they look, what is written of them, what they mean.

use daymark_components::{Words, say};
use daymark_domain::HeatCode;
use daymark_reports::Outreach;
use dioxus::prelude::*;

/// The class of a code: one letter, since a page has thousands.
pub fn look(code: char) -> &'static str {
    match code {
        '.' => "h",
        'T' | 'L' | 'p' => "t",
        'E' => "e",
        'U' => "u",
        'S' | 'I' => "s",
        'P' => "e",
        '?' => "q",
        _ => "n",
    }
}

/// What is written of a code: present days stay quiet.
pub fn sign(code: char) -> char {
    match code {
        '.' => '·',
        ' ' => '\u{a0}',
        code => code,
    }
}

/// What is written of what mentors did.
pub fn reached_sign(code: char) -> char {
    match code {
        's' => '✓',
        'f' => '☎',
        _ => '–',
    }
}

/// What letters and signs mean.
pub fn legend(words: Words, outreach: bool) -> Element {
    let signs = [Outreach::Student, Outreach::Family, Outreach::Tried];
    rsx! {
        p { class: "legend heat-legend",
            {legend_line(words)}
            if outreach {
                for reached in signs {
                    span { b { "{reached_sign(reached.code())}" } " " {say!(words, "meet-outreach", word: reached.code().to_string())} }
                }
            }
        }
    }
}

/// The codes of the days.
pub fn legend_line(words: Words) -> Element {
    rsx! {
        for code in HeatCode::ALL {
            span { class: "ten", i { class: look(code.code()), "{sign(code.code())}" } " " {say!(words, "meet-code", word: code_word(code))} }
        }
    }
}

fn code_word(code: HeatCode) -> &'static str {
    match code {
        HeatCode::Present => "present",
        HeatCode::Tardy => "tardy",
        HeatCode::EarlyDeparture => "early_departure",
        HeatCode::PartPresent => "part_present",
        HeatCode::PartAbsent => "part_absent",
        HeatCode::Excused => "excused",
        HeatCode::Unexcused => "unexcused",
        HeatCode::Suspended => "suspended",
        HeatCode::SuspendedInSchool => "suspended_in_school",
        HeatCode::Unmarked => "unmarked",
        HeatCode::NoSchool => "no_school",
    }
}
