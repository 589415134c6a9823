//! The adults whom a mentor may call: what to know first, then the number.

use daymark_components::{PhoneIcon, Words, apart, say};
use daymark_mentor_core::api::Callee;
use dioxus::prelude::*;

use crate::phone::use_words;
use crate::voice;

/// The number as a telephone understands it.
pub fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect()
}

/// The one to call now comes first, the others are one tap away; without one they all stand in their order. A number
/// that was tapped is told to whoever wants to know.
#[component]
pub fn Callees(
    callees: Vec<Callee>,
    first_name: String,
    #[props(default)] next: Option<usize>,
    #[props(default)] on_dial: EventHandler<String>,
) -> Element {
    let words = use_words();
    let (offered, rest): (Vec<_>, Vec<_>) =
        callees.iter().cloned().enumerate().partition(|(n, _)| next == Some(*n));
    let fold = !offered.is_empty() && !rest.is_empty();
    rsx! {
        if callees.is_empty() { p { class: "notice", {say!(words, "call-nobody", name: first_name)} } }
        for (n, callee) in offered {
            Person { key: "{n}", callee, offered: true, on_dial }
        }
        if fold {
            details { class: "more",
                summary { "data-testid": "call-others", {say!(words, "call-others", n: rest.len())} }
                for (n, callee) in rest {
                    Person { key: "{n}", callee, offered: false, on_dial }
                }
            }
        } else {
            for (n, callee) in rest {
                Person { key: "{n}", callee, offered: false, on_dial }
            }
        }
    }
}

#[component]
fn Person(callee: Callee, offered: bool, on_dial: EventHandler<String>) -> Element {
    let words = use_words();
    let known = [
        Some(apart(&callee.name).into_owned()),
        callee.relation.as_deref().map(|written| voice::relation(words, written)),
    ];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let look = if offered { "btn" } else { "btn quiet" };
    rsx! {
        div { class: "callee",
            p { class: "person", "{known}" }
            if let Some(restriction) = &callee.restriction {
                p { class: "notice bad", {say!(words, "call-restriction", text: restriction.as_str())} }
            }
            if let Some(spoken) = spoken(words, &callee) {
                p { class: if callee.interpreter { "notice" } else { "quiet-text" }, "{spoken}" }
            }
            if let Some(hours) = &callee.best_hours {
                p { class: "quiet-text", {say!(words, "call-best-hours", hours: hours.as_str())} }
            }
            if callee.wrong { p { class: "quiet-text", {say!(words, "call-number-wrong")} } }
            match callee.phone.clone() {
                Some(phone) => rsx! {
                    a { class: "{look}", href: "tel:{dialled(&phone)}", "aria-label": say!(words, "call-person", name: callee.name.as_str(), phone: phone.as_str()),
                        "data-testid": "call-number",
                        onclick: { let phone = phone.clone(); move |_| on_dial.call(phone.clone()) },
                        PhoneIcon {}
                        {say!(words, "call")}
                        span { class: "num", dir: "ltr", "{phone}" }
                    }
                },
                None => rsx! { p { class: "quiet-text", {say!(words, "call-no-number")} } },
            }
        }
    }
}

/// What is spoken at home, and that a child never interprets.
fn spoken(words: Words, callee: &Callee) -> Option<String> {
    let language = callee.language.as_deref().map(|written| voice::home_language(words, written));
    match (callee.interpreter, language) {
        (true, Some(language)) => Some(say!(words, "call-speaks-interpreter", language: language)),
        (true, None) => Some(say!(words, "call-interpreter")),
        (false, language) => language.map(|language| say!(words, "call-speaks", language: language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_what_people_write_between() {
        assert_eq!(dialled("+1 (555) 010-0199"), "+15550100199");
    }
}
