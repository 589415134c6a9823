//! Who of the school has an account.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::{document, form_token, steps};
use crate::service::new_passwords::PAGE;
use crate::store::identities::AccountLine;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct AccountsPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Its accounts.
    pub accounts: &'a [AccountLine],
    /// What people call the district, when it has a sign-in of its own.
    pub district: Option<&'a str>,
}

/// The list.
pub fn page(words: Words, page: AccountsPage<'_>) -> Html<String> {
    let AccountsPage { who, school, accounts, district } = page;
    let column = |word: &str| say!(words, "accounts-col", word: word);
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "accounts-title")} }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "accounts", rsx! {})}
            }
            main { id: "page",
                p { class: "section", {say!(words, "accounts-lead")} }
                div { class: "scroll section",
                    table { class: "week figures",
                        thead { tr {
                            for word in ["name", "login", "role"] {
                                th { scope: "col", {column(word)} }
                            }
                            if let Some(district) = district {
                                th { scope: "col", "{district}" }
                            }
                        } }
                        tbody {
                            for account in accounts {
                                tr {
                                    th { scope: "row", "{account.name}" }
                                    td { "data-label": column("login"), "{account.login}" }
                                    td { "data-label": column("role"), {say!(words, "accounts-role", role: account.role.word())} }
                                    if let Some(district) = district {
                                        td { "data-label": "{district}", {link(words, who, account)} }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    document(words, &say!(words, "accounts-title"), "/staff/accounts", body)
}

/// Whether a school's coordinator opens a way into that account. For one that reaches beyond the school whoever runs the
/// server does: with its link or code a coordinator would come in as somebody who sees the whole district.
pub fn is_open_to(account: &AccountLine) -> bool {
    !account.role.is_the_districts()
}

fn link(words: Words, who: &SignedIn, account: &AccountLine) -> Element {
    if account.is_connected {
        return rsx! {
            {say!(words, "accounts-connected")}
            if is_open_to(account) { {back_to_password(words, who, account)} }
        };
    }
    if !is_open_to(account) {
        return rsx! { {say!(words, "accounts-by-the-server")} };
    }
    let which = say!(words, "accounts-link-which", name: account.name.as_str());
    rsx! {
        form { method: "post", action: "/staff/accounts/{account.id}/link",
            {form_token(who)}
            button { class: "small-btn", "aria-label": which, {say!(words, "accounts-link")} }
        }
    }
}

/// Behind one line: a tap by accident signs nobody out.
fn back_to_password(words: Words, who: &SignedIn, account: &AccountLine) -> Element {
    let name = account.name.as_str();
    rsx! {
        details { "data-testid": "back-to-password",
            summary { "aria-label": say!(words, "accounts-back-which", name: name), {say!(words, "accounts-back")} }
            form { method: "post", action: "/staff/accounts/{account.id}/back-to-password",
                {form_token(who)}
                p { {say!(words, "accounts-back-says", name: name)} }
                button { class: "small-btn end", {say!(words, "accounts-back-do")} }
            }
        }
    }
}

/// A new code, this once.
pub fn code_page(words: Words, who: &SignedIn, account: &AccountLine, code: &str) -> Html<String> {
    let name = account.name.as_str();
    let lead = say!(words, "accounts-code-lead", name: name, page: PAGE);
    shown_once(words, who, say!(words, "accounts-code-title", name: name), lead, ("code", code))
}

/// A new link, this once.
pub fn link_page(
    words: Words,
    who: &SignedIn,
    account: &AccountLine,
    district: &str,
    link: &str,
) -> Html<String> {
    let name = account.name.as_str();
    let lead = say!(words, "accounts-link-lead", name: name, district: district);
    shown_once(words, who, say!(words, "accounts-link-title", name: name), lead, ("link", link))
}

/// No address leads here: another language would be another request, without what is shown.
fn shown_once(
    words: Words,
    who: &SignedIn,
    title: String,
    lead: String,
    (id, shown): (&str, &str),
) -> Html<String> {
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "accounts", rsx! {})}
            }
            main { id: "page", class: "panel",
                p { "{lead}" }
                p { code { class: "code small", id: "{id}", "{shown}" } }
                p { a { href: "/staff/accounts", {say!(words, "accounts-link-done")} } }
            }
        }
    };
    document(words, &title, "", body)
}
