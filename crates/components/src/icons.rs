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
