//! Signs, drawn in place: no fonts, no requests. Each is silent; the words beside it say what it means.

use dioxus::prelude::*;

/// The sun: a mark put on together. Used for presence, greeting and progress, and for nothing else.
#[component]
pub fn SunIcon(#[props(default = 26)] size: u32) -> Element {
    rsx! {
        svg { width: "{size}", height: "{size}", view_box: "0 0 32 32", "aria-hidden": "true",
            g { class: "sun-rays", fill: "none", stroke_width: "2.6", stroke_linecap: "round",
                path { d: "M16 2v4M16 26v4M2 16h4M26 16h4M6 6l3 3M23 23l3 3M26 6l-3 3M6 26l3-3" }
            }
            circle { class: "sun-core", cx: "16", cy: "16", r: "7.5" }
        }
    }
}

/// Done.
#[component]
pub fn CheckIcon(#[props(default = 26)] size: u32) -> Element {
    line_icon(size, "3", "M5 13l4.5 4.5L19 7")
}

/// Waiting to be greeted.
#[component]
pub fn HandIcon(#[props(default = 26)] size: u32) -> Element {
    line_icon(
        size,
        "2.2",
        "M7 11V6.500a1.500 1.500 0 013 0V10m0-5.500a1.500 1.500 0 013 0V10m0-4a1.500 1.500 0 013 0v5m0-2.500a1.500 1.500 0 013 0V15a6 6 0 01-6 6h-1.200a6 6 0 01-5-2.700L4.500 14.500a1.500 1.500 0 012.500-1.700l1 1.200",
    )
}

/// Not seen.
#[component]
pub fn DashIcon(#[props(default = 24)] size: u32) -> Element {
    line_icon(size, "2.6", "M6 12h12")
}

/// Leads somewhere; `back` leads back.
#[component]
pub fn ChevronIcon(#[props(default = 22)] size: u32, #[props(default)] back: bool) -> Element {
    let path = if back { "M15 5l-7 7 7 7" } else { "M9 5l7 7-7 7" };
    line_icon_of("points", size, "2.6", path)
}

/// Takes back.
#[component]
pub fn UndoIcon(#[props(default = 20)] size: u32) -> Element {
    line_icon_of("points", size, "2.4", "M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3")
}

/// A telephone.
#[component]
pub fn PhoneIcon(#[props(default = 22)] size: u32) -> Element {
    rsx! {
        svg { width: "{size}", height: "{size}", view_box: "0 0 24 24", fill: "currentColor", "aria-hidden": "true",
            path { d: "M6.600 10.800a15.200 15.200 0 006.600 6.600l2.200-2.200a1 1 0 011-.25 11.400 11.400 0 003.600.57 1 1 0 011 1V20a1 1 0 01-1 1A17 17 0 013 4a1 1 0 011-1h3.500a1 1 0 011 1c0 1.250.2 2.450.57 3.570a1 1 0 01-.25 1z" }
        }
    }
}

/// What a tile leads to, as a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A contact.
    Contact,
    /// A note.
    Note,
    /// A goal.
    Goal,
    /// A warm word.
    Heart,
    /// A stone in the way.
    Stone,
    /// A question to the team.
    Question,
    /// Something to talk about.
    Speech,
    /// Steps.
    Steps,
    /// An alarm clock.
    Clock,
    /// The family.
    House,
    /// A calendar.
    Calendar,
    /// A list.
    List,
    /// Help at once.
    Shield,
    /// Several people.
    People,
    /// What helps, to read.
    Book,
    /// On paper.
    Printer,
}

/// A tile's sign.
#[component]
pub fn SignIcon(sign: Sign, #[props(default = 26)] size: u32) -> Element {
    let path = match sign {
        Sign::Contact => "M5 12.500l3.500 3.500L14 9.500M3 4h18v13H10l-5 4v-4H3z",
        Sign::Note => "M4 20l1-4L16 5l3 3L8 19zM13.500 7.500l3 3",
        Sign::Goal => "M6 21V4M6 5h12l-3 4 3 4H6",
        Sign::Heart => "M12 20S4 15 4 9.500A4 4 0 0112 8a4 4 0 018 1.500C20 15 12 20 12 20z",
        Sign::Stone => "M3 19h18l-2.500-7-4-2.500L10 7l-4 4z",
        Sign::Question => "M9 9a3 3 0 114.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.01M4 4h16v16H4z",
        Sign::Speech => "M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12.500h5",
        Sign::Steps => "M4 20h4v-4h4v-4h4V8h4V4",
        Sign::Clock => "M12 8v4.500l3 2M5 4L2.500 6.500M19 4l2.500 2.500M12 21a8 8 0 100-16 8 8 0 000 16z",
        Sign::House => "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
        Sign::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
        Sign::List => "M9 6h11M9 12h11M9 18h11M4.500 6v.01M4.500 12v.01M4.500 18v.01",
        Sign::Shield => "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z",
        Sign::People => {
            "M9 11a3 3 0 100-6 3 3 0 000 6zM3 20c0-4 2.500-6 6-6s6 2 6 6M16 5.500a3 3 0 010 5M17.500 14.500c2.200.700 3.500 2.500 3.500 5.500"
        }
        Sign::Book => {
            "M4 5c3-1 6-.500 8 1.500C14 4.500 17 4 20 5v14c-3-1-6-.500-8 1.500C10 18.500 7 18 4 19zM12 6.500V20"
        }
        Sign::Printer => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    };
    line_icon(size, "2", path)
}

fn line_icon(size: u32, width: &'static str, path: &'static str) -> Element {
    line_icon_of("line", size, width, path)
}

/// `points`: turned around where one reads from right to left.
fn line_icon_of(class: &'static str, size: u32, width: &'static str, path: &'static str) -> Element {
    rsx! {
        svg { class, width: "{size}", height: "{size}", view_box: "0 0 24 24", "aria-hidden": "true", fill: "none",
            stroke: "currentColor", stroke_width: width, stroke_linecap: "round", stroke_linejoin: "round",
            path { d: path }
        }
    }
}
