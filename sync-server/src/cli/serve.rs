//! `daymark-server serve`.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::{CliError, make_folder, open_store};
use crate::app::{App, Settings};
use crate::auth::district::DistrictSignIn;
use crate::auth::server_key::ServerKey;
use crate::clock::Clock;
use crate::gate::{Pool, Wall};
use crate::operations::folder::DataFolder;
use crate::operations::lock;
use crate::service::imports::ImportDesk;
use crate::store::sqlite::upgrade;
use crate::web_app::WebApp;

/// Where and with what.
#[derive(Args)]
pub struct Serve {
    /// The folder that holds everything; made when it is missing.
    #[arg(long)]
    data: PathBuf,
    /// Address and port, such as 127.0.0.1:8080.
    #[arg(long)]
    listen: SocketAddr,
    /// The mentor's app as `cargo xtask web` built it.
    #[arg(long)]
    app: Option<PathBuf>,
    /// Certificate chain, PEM. Without one, put a proxy with TLS in front.
    #[arg(long, requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Its private key, PEM.
    #[arg(long, requires = "tls_cert")]
    tls_key: Option<PathBuf>,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), CliError> {
        start_log();
        let tls = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => Some(crate::serve::acceptor(certificate, key)?),
            _ => None,
        };
        make_folder(&self.data)?;
        // Before the database is opened: another server must not see it upgraded under its feet.
        let _only_server_here = lock::take(&DataFolder::at(&self.data))?;
        let of_an_earlier_start = upgrade::copies(&self.data);
        let store = Arc::new(open_store(&self.data)?);
        if !of_an_earlier_start.is_empty() && upgrade::copies(&self.data) == of_an_earlier_start {
            let forgotten = upgrade::forget_copies(&self.data);
            forgotten.map_err(|source| CliError::Folder { folder: self.data.clone(), source })?;
            tracing::info!("this version has started twice: the copy from before its upgrade is gone");
        }
        let key = ServerKey::in_folder(&self.data).map_err(CliError::Key)?;
        let mut app = App::new(store, Clock::system(), Settings { https: tls.is_some() }).with_key(key);
        app = app.with_district(DistrictSignIn::in_folder(&self.data)?);
        let uploads = ImportDesk::in_folder(&self.data);
        app = app
            .with_imports(uploads.map_err(|source| CliError::Folder { folder: self.data.clone(), source })?);
        if let Some(folder) = &self.app {
            app = app.with_web_app(WebApp::read(folder)?);
        }
        app = app.with_wall(Wall::Processes(Pool::of_this_program().map_err(CliError::Gate)?));
        let address = self.listen;
        let listener =
            TcpListener::bind(address).await.map_err(|source| CliError::Listen { address, source })?;
        let bound = listener.local_addr().unwrap_or(address);
        let (https, has_app, gate) = (tls.is_some(), app.web_app.is_there(), app.wall.word());
        tracing::info!(address = %bound, https, app = has_app, gate, "listening");
        // For whoever started us with port 0 and waits for the address.
        println!("Daymark listens at {}://{bound}", if tls.is_some() { "https" } else { "http" });
        crate::serve::serve(listener, app, asked_to_stop(), tls).await.map_err(CliError::Served)?;
        tracing::info!("stopped");
        Ok(())
    }
}

fn start_log() {
    // RUST_LOG chooses; without it, what our own crates and libraries say of note.
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = log.with_ansi(std::io::stderr().is_terminal()).try_init();
}

/// Ctrl-C, or the signal by which a service manager stops a program.
async fn asked_to_stop() {
    let interrupted = async {
        // A handler that cannot be set leaves the default: the process dies at once.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            terminate.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
