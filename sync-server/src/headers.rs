//! What every answer says to the browser.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

/// What our pages may do: our style sheets and scripts by address, forms to ourselves, nothing inline, nothing foreign.
const PAGES: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// What the mentor's app may do beyond that: compile its core, run it in a worker, be installed.
const APP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; \
    frame-ancestors 'none'; form-action 'none'";

/// What neither needs. Passkeys stay allowed, for ourselves.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
    gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// Two years, also for names under ours: nothing of a school's may be asked for in the clear.
const ALWAYS_TLS: &str = "max-age=63072000; includeSubDomains";

/// Adds the security headers; an answer that does not say how long it may be kept is not kept.
pub async fn secure(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(PAGES));
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // What `frame-ancestors` says, for browsers and inspectors that know the older word alone.
    set(headers, header::X_FRAME_OPTIONS, "DENY");
    // With `no-referrer` a browser sends `Origin: null` with our own forms, and the check of forged ones would refuse
    // them; other sites are told nothing either way.
    set(headers, header::REFERRER_POLICY, "same-origin");
    set(headers, HeaderName::from_static("permissions-policy"), PERMISSIONS);
    // No other site holds a window of ours, or reads an answer as its own picture or script.
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if app.settings.https {
        set(headers, header::STRICT_TRANSPORT_SECURITY, ALWAYS_TLS);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// The mentor's app says itself what it may do.
pub fn of_the_app(headers: &mut HeaderMap) {
    set(headers, header::CONTENT_SECURITY_POLICY, APP);
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
