//! Where a signed-in person can go, by what they are about: each page only for whoever may.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::form_token;
use crate::auth::permissions::{Does, may};
use crate::store::sessions::SignedIn;

/// A page of the bar: its name in the catalogue and its address.
type Page = (&'static str, &'static str);

/// The class of the page that is looked at.
const HERE: &str = "here";

/// A page that is not there yet, or is not open to whoever looks, is not shown.
const GROUPS: &[(&str, &[Page])] = &[
    (
        "work",
        &[
            ("home", "/staff/home"),
            ("week", "/team/week"),
            ("meeting", "/team/meeting"),
            ("actions", "/team/actions"),
            ("asks", "/staff/asks"),
            ("referrals", "/staff/referrals"),
        ],
    ),
    (
        "people",
        &[
            ("students", "/staff/students"),
            ("candidates", "/staff/candidates"),
            ("matches", "/staff/matches"),
            ("staff", "/staff/mentors"),
            ("staff", "/staff"),
            ("support", "/staff/support"),
            ("closing", "/staff/closing"),
        ],
    ),
    (
        "programme",
        &[
            ("planning", "/staff/planning"),
            ("checklist", "/staff/checklist"),
            ("kick-off", "/staff/kick-off"),
            ("readiness", "/staff/readiness"),
            ("reflections", "/staff/reflections"),
            ("variants", "/staff/variants"),
            ("reports", "/staff/reports"),
            ("district", "/district"),
        ],
    ),
    (
        "data",
        &[
            ("imports", "/staff/imports"),
            ("numbers", "/staff/numbers"),
            ("accounts", "/staff/accounts"),
            ("help", "/staff/school"),
        ],
    ),
];

/// The bar. `here` is the name of the page, or empty; `more` stands before everything else.
pub fn steps(words: Words, who: &SignedIn, here: &str, more: Element) -> Element {
    let name = |page: &str| say!(words, "bar-page", page: page);
    rsx! {
        nav { class: "steps", "aria-label": say!(words, "team-steps"),
            {more}
            for (group, pages) in GROUPS {
                match &open_to(who, pages)[..] {
                    [] => rsx! {},
                    [(page, address)] => link(*page == here, address, name(page)),
                    pages => rsx! {
                        details { class: "bar-group", "name": "bar",
                            summary { class: if pages.iter().any(|(page, _)| *page == here) { HERE },
                                {say!(words, "bar-group", group: *group)}
                                for (page, _) in pages.iter().filter(|(page, _)| *page == here) {
                                    span { class: "bar-here", "· {name(page)}" }
                                }
                            }
                            ul {
                                for (page, address) in pages {
                                    li { {link(*page == here, address, name(page))} }
                                }
                            }
                        }
                    },
                }
            }
            if who.second_factor_by.is_some() {
                a { class: "late", href: "/account/authenticator", {say!(words, "bar-second-factor")} }
            }
            {link(here == "account", "/account", say!(words, "bar-account"))}
            form { method: "post", action: "/sign-out",
                {form_token(who)}
                button { title: say!(words, "team-signed-in-as", name: who.name.as_str()), {say!(words, "team-sign-out")} }
            }
        }
    }
}

/// The pages that whoever looks may read; of two addresses of one page the first.
fn open_to(who: &SignedIn, pages: &[Page]) -> Vec<Page> {
    let mut open: Vec<Page> = Vec::new();
    for page in pages.iter().filter(|(_, address)| may(who.role, Does::Reads, address)) {
        if !open.iter().any(|(name, _)| name == &page.0) {
            open.push(*page);
        }
    }
    open
}

fn link(is_here: bool, address: &str, name: String) -> Element {
    rsx! {
        a { class: if is_here { HERE }, "aria-current": if is_here { "page" }, href: address, "{name}" }
    }
}
