//! For whoever keeps the server running.

use axum::extract::State;

use crate::app::App;
use crate::problem::Problem;

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The store answers too; and where changes are judged.
pub async fn readyz(State(app): State<App>) -> Result<String, Problem> {
    app.store.schools().await?;
    Ok(format!("ready\ngate: {}\n", app.wall.word()))
}

/// The counters, in Prometheus' text format.
pub async fn metrics(State(app): State<App>) -> String {
    app.metrics.text()
}
