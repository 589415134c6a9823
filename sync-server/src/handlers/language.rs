//! Which language a page is in: the one that was chosen at its foot, else the one that the browser asks for.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use daymark_components::{Language, Words};
use serde::Deserialize;

use super::sign_in::with_cookie;
use crate::auth::session::cookie_named;
use crate::pages::PageError;

const COOKIE: &str = "__Host-daymark-language";
const KEPT_S: u32 = 365 * 24 * 60 * 60;
/// Where somebody who chose a language can have come from.
const PAGES: [&str; 6] = ["/sign-in", "/setup", "/staff", "/team/", "/district", "/account"];

/// The words for whoever asks.
pub struct Speaks(pub Words);

impl<S: Sync> FromRequestParts<S> for Speaks {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let chosen = cookie_named(COOKIE, &parts.headers).and_then(Language::from_word);
        let language = chosen.or_else(|| asked_for(&parts.headers)).unwrap_or_default();
        Ok(Self(Words::of(language)))
    }
}

fn asked_for(headers: &HeaderMap) -> Option<Language> {
    let lists = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|list| list.to_str().ok());
    Language::preferred(&lists.collect::<Vec<_>>().join(","))
}

/// Where the choice was made.
#[derive(Deserialize)]
pub struct From {
    from: String,
}

/// Keeps the choice and goes back to the page where it was made.
pub async fn choose(
    Path(language): Path<String>,
    Query(From { from }): Query<From>,
) -> Result<Response, PageError> {
    let language = Language::from_word(&language).ok_or(PageError::NotFound)?;
    let cookie =
        format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={KEPT_S}", language.word());
    Ok(with_cookie(Redirect::to(page_of_ours(&from)), &cookie))
}

/// An address that somebody made up leads to the first page, never to another server.
pub(super) fn page_of_ours(address: &str) -> &str {
    let is_path = address.parse::<Uri>().is_ok_and(|uri| uri.authority().is_none());
    let is_ours = is_path && PAGES.iter().any(|page| address.starts_with(page));
    if is_ours { address } else { "/sign-in" }
}

/// Says what went wrong in the language of whoever asked: an error does not know it.
pub async fn say_errors(Speaks(words): Speaks, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    match response.extensions().get::<PageError>() {
        Some(error) => error.page(words),
        None => response,
    }
}

/// What an address or a form says that no page reads, the framework refuses in its own English, without a page.
pub async fn refuse_in_our_words(request: Request, next: Next) -> Response {
    let only_reads = request.method().is_safe();
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_plain = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status().is_client_error() && is_plain {
        true if only_reads => PageError::NotFound.into_response(),
        true => PageError::BadForm.into_response(),
        false => response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_to_a_page_of_ours_only() {
        for ours in ["/team/week?monday=2025-10-06", "/staff", "/staff/mentors/1", "/sign-in"] {
            assert_eq!(page_of_ours(ours), ours);
        }
        for foreign in
            ["https://evil.example.org/", "//evil.example.org/team/", "/v1/sync", "/team/\r\nx: y", ""]
        {
            assert_eq!(page_of_ours(foreign), "/sign-in", "{foreign}");
        }
    }
}
