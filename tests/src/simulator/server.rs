//! The school's server: its real router, service and store, without a port. It can be killed, filled up and put back.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use daymark_protocol::access::TOKEN_HEADER;
use daymark_server::auth::server_key::ServerKey;
use daymark_server::store::sqlite::SqliteStore;
use daymark_server::{App, Clock, Entropy, Settings};
use daymark_sqlite::rusqlite::Connection;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::{Request, StatusCode};
use tempfile::TempDir;
use tower::ServiceExt;

use super::chance::Chance;
use super::files::{as_they_lie, database, folder};

type Answer = Pin<Box<dyn Future<Output = (StatusCode, Option<String>, Vec<u8>)>>>;
/// Answers a request as the port would: status, a new token, body.
pub type Answerer = Rc<dyn Fn(Request<Full<Bytes>>) -> Answer>;

/// The server.
pub struct Server {
    folder: TempDir,
    hand: Arc<AtomicI64>,
    chance: Arc<Mutex<Chance>>,
    running: Running,
    /// How often it was started: whoever remembers what it held must look again.
    pub starts: u64,
}

struct Running {
    app: App,
    store: SqliteStore,
    answer: Answerer,
}

impl Server {
    /// An empty server.
    pub fn new(hand: Arc<AtomicI64>, chance: Chance) -> Self {
        static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
        let folder = folder();
        let empty = EMPTY.get_or_init(empty_database);
        std::fs::write(database(folder.path()), empty).unwrap();
        let chance = Arc::new(Mutex::new(chance));
        let running = start(folder.path(), &hand, &chance);
        Self { folder, hand, chance, running, starts: 1 }
    }

    /// What every handler can reach.
    pub fn app(&self) -> &App {
        &self.running.app
    }

    /// The store below.
    pub fn store(&self) -> &SqliteStore {
        &self.running.store
    }

    /// To be called without holding the server: it may be killed meanwhile.
    pub fn answerer(&self) -> Answerer {
        self.running.answer.clone()
    }

    /// The true time.
    pub fn now(&self) -> i64 {
        self.hand.load(Ordering::Relaxed)
    }

    /// A transaction past the server, as whoever sets up the school.
    pub fn write<T>(&self, work: impl FnOnce(&Connection) -> daymark_sqlite::rusqlite::Result<T>) -> T {
        self.running.store.write_blocking(|tx| Ok(work(tx)?)).unwrap()
    }

    /// One consistent state.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> daymark_sqlite::rusqlite::Result<T>) -> T {
        self.running.store.read_blocking(|db| Ok(work(db)?)).unwrap()
    }

    /// Killed at this moment, and started again on what lies on its disk.
    pub fn kill(&mut self) {
        let lies = as_they_lie(self.folder.path());
        self.start_on(lies);
    }

    /// The files as they lie.
    pub fn image(&self) -> TempDir {
        as_they_lie(self.folder.path())
    }

    /// Stopped, and started on other files.
    pub fn start_on(&mut self, files: TempDir) {
        self.running = start(files.path(), &self.hand, &self.chance);
        self.folder = files;
        self.starts += 1;
    }

    /// From here on the so-manyth change that goes in makes its transaction fail.
    pub fn set_fuse(&self, changes: u32) {
        self.write(|db| {
            db.execute_batch(&format!(
                "CREATE TEMP TABLE IF NOT EXISTS fuse (rows INTEGER NOT NULL);
                 DELETE FROM temp.fuse;
                 INSERT INTO temp.fuse VALUES ({changes});
                 CREATE TEMP TRIGGER IF NOT EXISTS fuse_burns AFTER INSERT ON main.change
                   BEGIN UPDATE fuse SET rows = rows - 1; END;
                 CREATE TEMP TRIGGER IF NOT EXISTS fuse_fails BEFORE INSERT ON main.change
                   WHEN (SELECT rows FROM fuse) <= 0
                   BEGIN SELECT RAISE(ABORT, 'the server is killed here'); END;"
            ))
        });
    }

    /// No page more, or as many as there are numbers for.
    pub fn set_full(&self, full: bool) {
        self.write(|db| {
            let pages: i64 = db.pragma_query_value(None, "page_count", |row| row.get(0))?;
            let most = if full { pages } else { i64::from(u32::MAX) - 1 };
            db.pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))
        });
    }
}

/// Signs receipts, and guards nothing.
const KEY: [u8; 32] = [3; 32];

fn empty_database() -> Vec<u8> {
    let folder = folder();
    drop(SqliteStore::open(folder.path()).unwrap());
    std::fs::read(database(folder.path())).unwrap()
}

fn start(folder: &Path, hand: &Arc<AtomicI64>, chance: &Arc<Mutex<Chance>>) -> Running {
    let store = SqliteStore::open(folder).unwrap();
    let draws = chance.clone();
    let entropy = Entropy::drawn_by(move |bytes| {
        draws.lock().unwrap_or_else(PoisonError::into_inner).fill(bytes);
    });
    let clock = Clock::stepped(hand.clone());
    let app = App::new(Arc::new(store.clone()), clock, Settings::default())
        .with_entropy(entropy)
        .with_key(ServerKey::from_seed(KEY));
    let router = daymark_server::app(app.clone());
    let answer: Answerer = Rc::new(move |request| {
        let router = router.clone();
        Box::pin(async move {
            let Ok(response) = router.oneshot(request).await;
            let status = response.status();
            let token = response.headers().get(TOKEN_HEADER).and_then(|token| token.to_str().ok());
            let token = token.map(str::to_owned);
            let body = response.into_body().collect().await.map(|body| body.to_bytes().to_vec());
            (status, token, body.unwrap_or_default())
        })
    });
    Running { app, store, answer }
}
