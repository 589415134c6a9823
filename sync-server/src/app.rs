//! What every handler can reach.

use std::sync::Arc;

use daymark_domain::SchoolId;
use tokio::sync::{broadcast, watch};

use crate::auth::challenge::Challenges;
use crate::auth::district::DistrictSignIn;
use crate::auth::password::Passwords;
use crate::auth::rate_limit::RateLimits;
use crate::auth::server_key::ServerKey;
use crate::auth::waiting::SignIns;
use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::gate::Wall;
use crate::metrics::Metrics;
use crate::service::imports::ImportDesk;
use crate::service::pairing::OpenCodes;
use crate::service::sync::RecordCache;
use crate::store::SharedStore;
use crate::web_app::WebApp;

/// How this server was started.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Connections are TLS: addresses on pages begin with `https`, browsers are told to stay with it.
    pub https: bool,
}

/// The server's state: handles only, cloned freely.
#[derive(Clone)]
pub struct App {
    /// What the server keeps.
    pub store: SharedStore,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// How it was started.
    pub settings: Settings,
    /// Says which school's log grew, to whoever listens on `/v1/events`.
    pub pokes: broadcast::Sender<SchoolId>,
    /// Turns true when the server stops: answers without an end must end then.
    pub stopping: watch::Sender<bool>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Signs what is held.
    pub key: Arc<ServerKey>,
    /// What phones sign to prove themselves.
    pub challenges: Arc<Challenges>,
    /// Codes that may be shown once more.
    pub open_codes: Arc<OpenCodes>,
    /// Hashing and checking of passwords.
    pub passwords: Arc<Passwords>,
    /// Who tried how often.
    pub rate_limits: Arc<RateLimits>,
    /// Sign-ins that wait for their next step.
    pub sign_ins: Arc<SignIns>,
    /// The district's own sign-in, when there is one.
    pub district: Option<Arc<DistrictSignIn>>,
    /// Where changes are judged.
    pub wall: Wall,
    /// Match records in memory.
    pub records: Arc<RecordCache>,
    /// Files that somebody uploaded.
    pub imports: Arc<ImportDesk>,
    /// The mentor's app, when it is served from here.
    pub web_app: Arc<WebApp>,
}

impl App {
    /// A server without the mentor's app.
    pub fn new(store: SharedStore, clock: Clock, settings: Settings) -> Self {
        Self {
            store,
            clock,
            entropy: Entropy::system(),
            settings,
            pokes: broadcast::channel(256).0,
            stopping: watch::Sender::new(false),
            metrics: Arc::default(),
            key: Arc::new(ServerKey::from_seed(crate::auth::secret())),
            challenges: Arc::new(Challenges::new(&Entropy::system())),
            open_codes: Arc::default(),
            passwords: Arc::default(),
            rate_limits: Arc::default(),
            sign_ins: Arc::default(),
            district: None,
            wall: Wall::in_process(),
            records: Arc::default(),
            imports: Arc::default(),
            web_app: Arc::default(),
        }
    }

    /// With other randomness than the operating system's.
    pub fn with_entropy(self, entropy: Entropy) -> Self {
        Self { challenges: Arc::new(Challenges::new(&entropy)), entropy, ..self }
    }

    /// With the key that phones know; until then one that is gone with the process.
    pub fn with_key(self, key: ServerKey) -> Self {
        Self { key: Arc::new(key), ..self }
    }

    /// With the district's own sign-in.
    pub fn with_district(self, district: Option<DistrictSignIn>) -> Self {
        Self { district: district.map(Arc::new), ..self }
    }

    /// What people call the district, when it has a sign-in of its own.
    pub fn district_name(&self) -> Option<&str> {
        self.district.as_ref().map(|district| district.config.name.as_str())
    }

    /// With the mentor's app.
    pub fn with_web_app(self, web_app: WebApp) -> Self {
        Self { web_app: Arc::new(web_app), ..self }
    }

    /// With the gate in processes of its own.
    pub fn with_wall(self, wall: Wall) -> Self {
        Self { wall, ..self }
    }

    /// With a place for uploads.
    pub fn with_imports(self, desk: ImportDesk) -> Self {
        Self { imports: Arc::new(desk), ..self }
    }

    /// Tells the phones of a school that there is something to fetch. Nobody listening is fine.
    pub fn poke(&self, school: SchoolId) {
        let _ = self.pokes.send(school);
    }
}
