//! What is counted, and the one line that each request leaves in the log. Routes are written as patterns and nothing
//! of a query, a body or an id is kept.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

type RouteAndClass = (String, u16);

/// The counters, from the start of the process.
#[derive(Default)]
pub struct Metrics {
    requests: RwLock<BTreeMap<RouteAndClass, AtomicU64>>,
    changes_accepted: AtomicU64,
    changes_refused: AtomicU64,
    sync_bytes_up: AtomicU64,
    sync_bytes_down: AtomicU64,
}

impl Metrics {
    /// Counts one sync: changes taken and refused, bytes as they crossed the wire.
    pub fn count_sync(&self, accepted: u64, refused: u64, bytes_up: u64, bytes_down: u64) {
        self.changes_accepted.fetch_add(accepted, Ordering::Relaxed);
        self.changes_refused.fetch_add(refused, Ordering::Relaxed);
        self.sync_bytes_up.fetch_add(bytes_up, Ordering::Relaxed);
        self.sync_bytes_down.fetch_add(bytes_down, Ordering::Relaxed);
    }

    fn count_request(&self, route: &str, status: u16) {
        let key = (route.to_owned(), status / 100);
        if let Some(count) = self.requests.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            count.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let mut requests = self.requests.write().unwrap_or_else(PoisonError::into_inner);
        requests.entry(key).or_default().fetch_add(1, Ordering::Relaxed);
    }

    /// Everything in Prometheus' text format.
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE daymark_requests_total counter\n");
        for ((route, class), count) in self.requests.read().unwrap_or_else(PoisonError::into_inner).iter() {
            let count = count.load(Ordering::Relaxed);
            // Writing to a String cannot fail.
            let _ =
                writeln!(text, "daymark_requests_total{{route=\"{route}\",status=\"{class}xx\"}} {count}");
        }
        for (name, count) in [
            ("daymark_sync_changes_accepted_total", &self.changes_accepted),
            ("daymark_sync_changes_refused_total", &self.changes_refused),
            ("daymark_sync_bytes_up_total", &self.sync_bytes_up),
            ("daymark_sync_bytes_down_total", &self.sync_bytes_down),
        ] {
            let _ = writeln!(text, "# TYPE {name} counter\n{name} {}", count.load(Ordering::Relaxed));
        }
        text
    }
}

/// Counts and logs a request.
pub async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("other", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    app.metrics.count_request(&route, status);
    tracing::info!(%method, %route, status, "request");
    response
}
