//! The same district some days from now: what is due next week can be looked at today.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use daymark_server::auth::server_key::ServerKey;
use daymark_server::store::sqlite::SqliteStore;
use daymark_server::{App, Clock, Settings};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::DemoError;

const DAY_SECONDS: i64 = 24 * 3_600;

/// Serves the team's pages with a clock that stands `days` after `now`, until told to stop.
pub async fn serve_later(data: &Path, listen: SocketAddr, days: u32, now: i64) -> Result<(), DemoError> {
    let store = Arc::new(SqliteStore::open(data)?);
    let clock = Clock::fixed(now + i64::from(days) * DAY_SECONDS);
    let app = App::new(store, clock, Settings::default()).with_key(ServerKey::in_folder(data)?);
    let listener = TcpListener::bind(listen).await?;
    let mut terminate = signal(SignalKind::terminate())?;
    println!("Daymark listens at http://{}, {days} days from now", listener.local_addr()?);
    let stop = async move {
        terminate.recv().await;
    };
    Ok(daymark_server::serve(listener, app, stop, None).await?)
}
