//! The mentor's app and our style sheet.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use daymark_components::{TEAM_CSS, TOKENS_CSS};

use crate::app::App;
use crate::pages::PageError;
use crate::pages::account::passkeys::{PASSKEYS_JS, PASSKEYS_VERSION};
use crate::pages::live::{LIVE_JS, LIVE_VERSION};
use crate::web_app::entity_tag;

/// A screen of the app: all are the same page. A server without the app has staff pages only.
pub async fn screen(State(app): State<App>, headers: HeaderMap) -> Response {
    match app.web_app.file("/index.html", &headers) {
        Some(page) => page,
        None => Redirect::to("/sign-in").into_response(),
    }
}

/// Any other file of the app.
pub async fn file(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    app.web_app.file(uri.path(), &headers).unwrap_or_else(|| PageError::NotFound.into_response())
}

/// The look of the staff pages.
pub async fn team_css(headers: HeaderMap) -> Response {
    let css = [TOKENS_CSS, TEAM_CSS].concat();
    let tag = entity_tag(css.as_bytes());
    let kept = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::ETAG, tag.clone()),
    ];
    match headers.get(header::IF_NONE_MATCH) == Some(&tag) {
        true => (StatusCode::NOT_MODIFIED, kept).into_response(),
        false => (kept, css).into_response(),
    }
}

/// The scripts of pages that stay fresh and of passkeys; an older one is gone, and its page does without.
pub async fn team_script(Path(file): Path<String>) -> Response {
    let scripts = [("live", &*LIVE_VERSION, LIVE_JS), ("passkeys", &*PASSKEYS_VERSION, PASSKEYS_JS)];
    let asked = scripts.into_iter().find(|(name, version, _)| file == format!("{name}.{version}.js"));
    let Some((_, _, script)) = asked else { return PageError::NotFound.into_response() };
    let kept = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    (kept, script).into_response()
}
