//! A screen's frame: header, content, and what stays under the thumb.

use daymark_components::say;
use dioxus::prelude::*;

use super::header::Header;
use super::tabs::{Tab, Tabs};
use crate::app::Route;
use crate::phone::{use_phone, use_words};

/// One screen. `ready` says that it has its data, which names the page too.
#[component]
pub fn Page(
    title: String,
    #[props(default)] sub: Option<String>,
    #[props(default)] back: Option<Route>,
    /// The tab that it belongs to; `None`: no tabs.
    #[props(default)]
    tab: Option<Tab>,
    ready: bool,
    /// Above the tabs.
    #[props(default)]
    foot: Option<Element>,
    children: Element,
) -> Element {
    let phone = use_phone();
    let words = use_words();
    use_effect(use_reactive!(|title, ready| {
        phone.shell().show(&say!(words, "page-title", screen: title), ready);
    }));
    // Before the phone is paired nothing stands above the screen that one could want to skip.
    let skips = phone.status.read().mentor.is_some();
    rsx! {
        div { class: "app",
            if skips { a { class: "skip", href: "#screen", {say!(words, "skip-to-screen")} } }
            Header { title: title.clone(), sub, back }
            if *phone.once.read() { p { class: "notice bad", "data-testid": "once-banner", {say!(words, "once-banner")} } }
            main { id: "screen", tabindex: "-1", "aria-busy": (!ready).to_string(), {children} }
            if foot.is_some() || tab.is_some() {
                footer { class: "foot",
                    {foot}
                    if let Some(tab) = tab { Tabs { tab } }
                }
            }
        }
    }
}
