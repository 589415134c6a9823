//! Forged forms: another site can make a browser send a request with our cookie, but not with our own origin.

use axum::extract::Request;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::pages::PageError;

/// Refuses whatever could change something and does not come from our own pages.
pub async fn refuse_forged(request: Request, next: Next) -> Response {
    let only_reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if only_reads || comes_from_our_pages(&request) {
        next.run(request).await
    } else {
        PageError::Forged.into_response()
    }
}

fn comes_from_our_pages(request: &Request) -> bool {
    let said = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let same_site = matches!(said("sec-fetch-site"), Some("same-origin" | "none"));
    let same_origin = match request.headers().get(header::ORIGIN) {
        None => true,
        Some(origin) => {
            let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
            origin.is_some_and(|(_, authority)| Some(authority) == host(request.headers(), request.uri()))
        }
    };
    same_site && same_origin
}

/// The name and port that the browser asked for.
pub fn host<'a>(headers: &'a axum::http::HeaderMap, uri: &'a axum::http::Uri) -> Option<&'a str> {
    // HTTP/2 has no Host header, its place is in the address.
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).or(uri.authority().map(|a| a.as_str()))
}
