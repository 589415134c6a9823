//! Pages for people who sign in: Dioxus, rendered here, without JavaScript. Sentences come from the catalogue.

use axum::Extension;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::{Language, Words, say};
use dioxus::prelude::*;

use crate::reports::ReportError;
use crate::service::rules::RulesError;
use crate::store::StoreError;
use crate::store::sessions::SignedIn;

pub mod account;
pub mod accounts;
mod apart;
pub mod asks;
mod bar;
pub mod checklist;
pub mod district;
pub mod district_sign_in;
pub mod file;
pub mod glass;
pub mod help;
pub mod home;
pub mod imports;
pub mod invite;
pub mod keeping;
pub mod kick_off;
pub mod live;
pub mod matches;
pub mod matching;
pub mod meeting;
pub mod mentors;
pub mod new_password;
pub mod new_referral;
pub mod numbers;
mod official;
pub mod planning;
pub mod proof;
pub mod record;
pub mod referrals;
pub mod reports;
pub mod resources;
pub mod setup;
pub mod sign_in;
pub mod student;
pub mod students;
pub mod week;
mod workings;

pub use bar::steps;

/// A whole document around the body. `here` is the page's own address, for who wants to read it in another language;
/// empty when asking for it again would show something else.
pub fn document(words: Words, title: &str, here: &str, body: Element) -> Html<String> {
    document_with(words, title, here, rsx! {}, body)
}

/// The same of a page that waits for long work: without JavaScript the browser asks again by itself.
pub fn waiting_document(words: Words, title: &str, here: &str, body: Element) -> Html<String> {
    let again = rsx! { noscript { meta { http_equiv: "refresh", content: "2" } } };
    document_with(words, title, here, again, body)
}

fn document_with(words: Words, title: &str, here: &str, more: Element, body: Element) -> Html<String> {
    let head = rsx! {
        meta { charset: "utf-8" }
        meta { name: "viewport", content: "width=device-width, initial-scale=1" }
        title { "{title} · " {say!(words, "app-name")} }
        link { rel: "stylesheet", href: "/assets/team.css" }
        // No picture; said, so that a browser does not ask for one.
        link { rel: "icon", href: "data:," }
        {more}
    };
    let body = rsx! {
        a { class: "skip", href: "#page", {say!(words, "team-skip")} }
        {body}
        if !here.is_empty() {
            footer { class: "page", {languages(words, here)} }
        }
    };
    let [head, body] = [head, body].map(|part| apart::each_text_apart(dioxus_ssr::render_element(part)));
    let (tag, direction) = (words.language().word(), words.language().direction().word());
    Html(format!(
        "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head>{head}</head><body>{body}</body></html>"
    ))
}

/// The languages, each named in itself.
fn languages(words: Words, here: &str) -> Element {
    let here = here.replace('&', "%26");
    rsx! {
        nav { class: "languages", "aria-label": say!(words, "languages"),
            for language in Language::ALL {
                if language == words.language() {
                    span { lang: language.word(), "aria-current": "true", "{language.own_name()}" }
                } else {
                    a { lang: language.word(), hreflang: language.word(), href: "/language/{language.word()}?from={here}",
                        "{language.own_name()}"
                    }
                }
            }
        }
    }
}

/// What makes a form one of this session's.
pub fn form_token(who: &SignedIn) -> Element {
    rsx! { input { r#type: "hidden", name: "form_token", value: "{who.form_token}" } }
}

/// A page of one sentence.
fn message(words: Words, status: StatusCode, sentence: String) -> Response {
    let body = rsx! {
        main { id: "page", class: "page narrow",
            h1 { {say!(words, "app-name")} }
            p { class: "panel", "{sentence}" }
            p { class: "section", a { href: "/sign-in", {say!(words, "page-to-start")} } }
        }
    };
    (status, document(words, &sentence, "/sign-in", body)).into_response()
}

/// Why a page is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Nobody is signed in, or not any longer.
    NotSignedIn,
    /// The time is over in which a password alone opened this.
    PasswordAlone,
    /// The person's role does not reach here.
    NotYours,
    /// There is no such thing in this school.
    NotFound,
    /// Another site's form, or one of another session.
    Forged,
    /// The form has not the fields that this page sends.
    BadForm,
    /// Our own failure; the cause is in the log.
    Broken,
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::Broken
    }
}

impl From<RulesError> for PageError {
    fn from(error: RulesError) -> Self {
        tracing::error!(%error, "the settings cannot be read");
        Self::Broken
    }
}

impl From<ReportError> for PageError {
    fn from(error: ReportError) -> Self {
        tracing::error!(%error, "the figures could not be made");
        Self::Broken
    }
}

impl PageError {
    /// What it says, in the language of whoever asked.
    pub fn page(self, words: Words) -> Response {
        let (status, sentence) = match self {
            Self::NotSignedIn => return Redirect::to("/sign-in").into_response(),
            Self::PasswordAlone => return Redirect::to("/account/authenticator").into_response(),
            Self::NotYours => (StatusCode::FORBIDDEN, say!(words, "page-not-yours")),
            Self::NotFound => (StatusCode::NOT_FOUND, say!(words, "page-not-found")),
            Self::Forged => (StatusCode::FORBIDDEN, say!(words, "page-expired")),
            Self::BadForm => (StatusCode::BAD_REQUEST, say!(words, "page-bad-form")),
            Self::Broken => (StatusCode::INTERNAL_SERVER_ERROR, say!(words, "page-went-wrong")),
        };
        message(words, status, sentence)
    }
}

/// Still without words: `handlers::language::say_errors`, which knows who asked, puts the page in its place.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, Extension(self)).into_response()
    }
}

/// Says when to try again.
pub fn retry_after(mut response: Response, seconds: u64) -> Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
