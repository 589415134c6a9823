//! Pages for people who sign in: Dioxus, rendered here, without JavaScript. Sentences come from the catalogue.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::store::StoreError;
use crate::store::accounts::Role;
use crate::store::sessions::SignedIn;

pub mod invite;
pub mod matches;
pub mod mentors;
pub mod sign_in;
pub mod week;

/// A whole document around the body.
pub fn document(words: Words, title: &str, body: Element) -> Html<String> {
    let head = rsx! {
        meta { charset: "utf-8" }
        meta { name: "viewport", content: "width=device-width, initial-scale=1" }
        title { "{title} · " {say!(words, "app-name")} }
        link { rel: "stylesheet", href: "/assets/team.css" }
        // No picture; said, so that a browser does not ask for one.
        link { rel: "icon", href: "data:," }
    };
    let body = rsx! {
        a { class: "skip", href: "#page", {say!(words, "team-skip")} }
        {body}
    };
    let [head, body] = [head, body].map(dioxus_ssr::render_element);
    let language = words.language();
    Html(format!("<!doctype html><html lang=\"{language}\"><head>{head}</head><body>{body}</body></html>"))
}

/// Where a signed-in person can go, and the way out.
pub fn steps(words: Words, who: &SignedIn, here: &str, more: Element) -> Element {
    let class = |page: &str| if page == here { "here" } else { "" };
    rsx! {
        nav { class: "steps", "aria-label": say!(words, "team-steps"),
            {more}
            if who.role == Role::Coordinator {
                a { class: class("week"), href: "/team/week", {say!(words, "team-step-week")} }
                a { class: class("staff"), href: "/staff", {say!(words, "team-step-mentors")} }
            }
            form { method: "post", action: "/sign-out",
                {form_token(who)}
                button { title: say!(words, "team-signed-in-as", name: who.name.as_str()), {say!(words, "team-sign-out")} }
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
    (status, document(words, &sentence, body)).into_response()
}

/// Why a page is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Nobody is signed in, or not any longer.
    NotSignedIn,
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

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let words = Words::english();
        match self {
            Self::NotSignedIn => Redirect::to("/sign-in").into_response(),
            Self::NotYours => message(words, StatusCode::FORBIDDEN, say!(words, "page-not-yours")),
            Self::NotFound => message(words, StatusCode::NOT_FOUND, say!(words, "page-not-found")),
            Self::Forged => message(words, StatusCode::FORBIDDEN, say!(words, "page-expired")),
            Self::BadForm => message(words, StatusCode::BAD_REQUEST, say!(words, "page-bad-form")),
            Self::Broken => message(words, StatusCode::INTERNAL_SERVER_ERROR, say!(words, "page-went-wrong")),
        }
    }
}

/// Says when to try again.
pub fn retry_after(mut response: Response, seconds: u64) -> Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
