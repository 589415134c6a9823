//! The network between phones and the school: it loses, cuts, doubles, delays and mixes up what passes, and the server
//! may die under it.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use chrono_tz::Tz;
use daymark_mentor_core::api::{Failure, Reply, Request as Tap};
use daymark_mentor_core::sync::{PairApi, PairError, SharedCore};
use daymark_protocol::pairing::{PairReply, PairRequest};
use daymark_protocol::{Down, Frames, LinkError, MEDIA_TYPE, SyncApi, Up, deflate};
use http_body_util::Full;
use hyper::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE};
use hyper::{Request, StatusCode};
use tempfile::TempDir;

use super::log::Log;
use super::plan::Weakness;
use super::server::Server;
use super::steps::{Exchange, Fault};
use super::taps;

/// A request on its way.
#[derive(Clone)]
pub struct Letter {
    token: String,
    frames: Vec<u8>,
}

impl Letter {
    fn request(&self, cut: Option<u16>) -> Request<Full<hyper::body::Bytes>> {
        let mut body = deflate(&self.frames);
        if let Some(share) = cut {
            body.truncate(body.len() * usize::from(share) / 65_536);
        }
        Request::post("/v1/sync")
            .header(AUTHORIZATION, format!("Bearer {}", self.token))
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(CONTENT_ENCODING, "deflate")
            .body(Full::from(body))
            .unwrap()
    }

    /// Not compressed, and cut: what is whole of it still makes frames.
    fn cut_in_the_clear(&self, share: u16) -> Request<Full<hyper::body::Bytes>> {
        let keep = self.frames.len() * usize::from(share) / 65_536;
        Request::post("/v1/sync")
            .header(AUTHORIZATION, format!("Bearer {}", self.token))
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .body(Full::from(self.frames[..keep].to_vec()))
            .unwrap()
    }
}

/// All that lies between phones and server.
#[derive(Clone)]
pub struct Network {
    /// The server.
    pub server: Rc<RefCell<Server>>,
    /// What happened.
    pub log: Log,
    /// Copies that will arrive some time.
    pub late: Rc<RefCell<Vec<Letter>>>,
    weakness: Option<Weakness>,
    delivered: Rc<RefCell<BTreeSet<Vec<u8>>>>,
    /// What a server that answers before it commits would have on its disk.
    uncommitted: Rc<RefCell<Option<TempDir>>>,
}

impl Network {
    /// In front of that server.
    pub fn new(server: Rc<RefCell<Server>>, log: Log, weakness: Option<Weakness>) -> Self {
        let (late, delivered, uncommitted) = Default::default();
        Self { server, log, late, weakness, delivered, uncommitted }
    }

    /// The server is killed and started again.
    pub fn kill_server(&self) {
        let older = self.uncommitted.borrow_mut().take();
        match older {
            Some(older) => self.server.borrow_mut().start_on(older),
            None => self.server.borrow_mut().kill(),
        }
    }

    /// Copies that were delayed arrive; nobody waits for their answers.
    pub async fn deliver_late(&self, most: usize) {
        let letters: Vec<Letter> = {
            let mut late = self.late.borrow_mut();
            let some = most.min(late.len());
            late.drain(..some).collect()
        };
        for letter in letters {
            self.log.injected("late copy");
            let _ = self.deliver(&letter, None).await;
        }
    }

    async fn deliver(&self, letter: &Letter, cut: Option<u16>) -> Result<Vec<u8>, LinkError> {
        let before = self.before_the_commit();
        let request = match cut {
            Some(share) if share % 2 == 0 => letter.cut_in_the_clear(share),
            cut => letter.request(cut),
        };
        let answer = self.ask(request).await;
        if cut.is_none() && answer.is_ok() {
            *self.uncommitted.borrow_mut() = before;
            self.count_again(letter);
        }
        answer
    }

    async fn ask(&self, request: Request<Full<hyper::body::Bytes>>) -> Result<Vec<u8>, LinkError> {
        let answerer = self.server.borrow().answerer();
        let (status, body) = answerer(request).await;
        self.log.note(format!("  server: {status}, {} bytes", body.len()));
        self.log.digest(&body);
        match status {
            StatusCode::OK => Ok(body),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(LinkError::NotPaired),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Err(LinkError::Busy { retry_after_s: None })
            }
            status => Err(LinkError::Server { status: status.as_u16() }),
        }
    }

    fn before_the_commit(&self) -> Option<TempDir> {
        (self.weakness == Some(Weakness::AcknowledgedBeforeCommit)).then(|| self.server.borrow().image())
    }

    /// A server that does not know what it holds counts a second delivery again.
    fn count_again(&self, letter: &Letter) {
        if self.weakness != Some(Weakness::EachDeliveryCounts) {
            return;
        }
        for frame in Frames::<Up>::of(&letter.frames) {
            let Ok(Up::Push(push)) = frame else { continue };
            let name = push.changes.iter().flat_map(|change| change.to_vec()).collect();
            if self.delivered.borrow_mut().insert(name) {
                continue;
            }
            self.server.borrow().write(|db| {
                db.execute("DROP TABLE IF EXISTS temp.again", [])?;
                db.execute(
                    "CREATE TEMP TABLE again AS SELECT * FROM door_check WHERE match_id = ?1",
                    [push.match_id.as_slice()],
                )?;
                db.execute("UPDATE temp.again SET entry_key = entry_key || '0'", [])?;
                db.execute("INSERT OR IGNORE INTO door_check SELECT * FROM temp.again", [])
            });
        }
    }
}

/// What the core sends when a coordinator's code was typed.
pub struct PairLink {
    /// Where it passes.
    pub network: Network,
    /// The server pairs the phone, and the phone does not hear of it.
    pub answer_lost: bool,
}

impl PairApi for PairLink {
    async fn pair(&self, request: &PairRequest) -> Result<PairReply, PairError> {
        let body = serde_json::to_vec(request).unwrap();
        let request = Request::post("/v1/pair").header(CONTENT_TYPE, "application/json");
        let answer = self.network.ask(request.body(Full::from(body)).unwrap()).await;
        if self.answer_lost {
            self.network.log.injected("answer to a pairing lost");
            return Err(PairError::NoConnection);
        }
        let body = answer.map_err(|_| PairError::Server { status: 500 })?;
        serde_json::from_slice(&body).map_err(|_| PairError::Server { status: 200 })
    }
}

/// A tap with what the phone said to it.
pub type Tapped = (Tap, Result<Reply, Failure>);

/// One phone's way to the school, for one sync.
pub struct Link {
    /// Where it passes.
    pub network: Network,
    /// The phone, on which somebody may tap meanwhile.
    pub core: SharedCore,
    /// In which zone the school lies.
    pub zone: Tz,
    /// What befalls the exchanges.
    pub exchanges: RefCell<VecDeque<Exchange>>,
    /// Answers that this phone had before.
    pub answers: Rc<RefCell<Vec<Vec<u8>>>>,
    /// What was tapped meanwhile.
    pub tapped: RefCell<Vec<Tapped>>,
    /// Whether anything went wrong on the way.
    pub disturbed: RefCell<bool>,
}

impl SyncApi for Link {
    async fn sync(&self, token: &str, frames: Vec<u8>) -> Result<Vec<u8>, LinkError> {
        let exchange = self.exchanges.borrow_mut().pop_front().unwrap_or_default();
        let letter = Letter { token: token.to_owned(), frames };
        if self.network.weakness == Some(Weakness::ClearedBeforeAcknowledged) {
            self.on_phone("UPDATE change SET state = 'sent' WHERE state = 'unsent'");
        }
        if exchange.late_copy {
            self.network.late.borrow_mut().push(letter.clone());
        }
        let answer = self.pass(&letter, exchange.fault).await;
        if let Some(roll) = exchange.tap {
            self.tap(roll);
        }
        *self.disturbed.borrow_mut() |= exchange.fault != Fault::None || answer.is_err();
        answer
    }
}

impl Link {
    async fn pass(&self, letter: &Letter, fault: Fault) -> Result<Vec<u8>, LinkError> {
        let log = &self.network.log;
        match fault {
            Fault::None => self.whole(letter).await,
            Fault::Refused => {
                log.injected("connection refused");
                Err(LinkError::NoConnection)
            }
            Fault::CutRequest(share) => {
                log.injected("request cut");
                let _ = self.network.deliver(letter, Some(share)).await;
                Err(LinkError::NoConnection)
            }
            Fault::LoseAnswer => {
                log.injected("answer lost");
                self.whole(letter).await.and(Err(LinkError::NoConnection))
            }
            Fault::CutAnswer(share) => {
                log.injected("answer cut");
                let mut answer = self.whole(letter).await?;
                answer.truncate(answer.len() * usize::from(share) / 65_536);
                Ok(answer)
            }
            Fault::Double { second } => {
                log.injected("request doubled");
                let (one, other) = (self.whole(letter).await, self.whole(letter).await);
                if second { other } else { one }
            }
            Fault::StaleAnswer => {
                let old = self.answers.borrow().first().cloned();
                let answer = self.whole(letter).await;
                if old.is_some() {
                    log.injected("stale answer");
                }
                old.map_or(answer, Ok)
            }
            Fault::KillBefore(changes) => {
                log.injected("server killed in a transaction");
                self.network.server.borrow().set_fuse(changes);
                let _ = self.network.deliver(letter, None).await;
                self.network.kill_server();
                Err(LinkError::NoConnection)
            }
            Fault::KillAfter => {
                log.injected("server killed before its answer");
                let _ = self.whole(letter).await;
                self.network.kill_server();
                Err(LinkError::NoConnection)
            }
        }
    }

    async fn whole(&self, letter: &Letter) -> Result<Vec<u8>, LinkError> {
        let answer = self.network.deliver(letter, None).await?;
        let mut answers = self.answers.borrow_mut();
        answers.push(answer.clone());
        if answers.len() > 4 {
            answers.remove(0);
        }
        drop(answers);
        if self.network.weakness == Some(Weakness::CursorBeforeRows) {
            self.move_cursor(&answer);
        }
        Ok(answer)
    }

    fn move_cursor(&self, answer: &[u8]) {
        for frame in Frames::<Down>::of(answer).flatten() {
            match frame {
                Down::Welcome(welcome) => {
                    let id: String = welcome.log_id.iter().map(|byte| format!("{byte:02x}")).collect();
                    self.on_phone(&format!("UPDATE phone SET log_id = x'{id}'"));
                }
                Down::Done(done) => self.on_phone(&format!("UPDATE phone SET cursor = {}", done.cursor)),
                _ => {}
            }
        }
    }

    fn on_phone(&self, sql: &str) {
        // A phone whose disk is full cannot even be weakened.
        let _ = self.core.borrow_mut().database().execute_batch(sql);
    }

    fn tap(&self, roll: u64) {
        let mut core = self.core.borrow_mut();
        if let Some(request) = taps::choose(&mut core, self.zone, roll) {
            let reply = core.answer(request.clone());
            self.network.log.note("  tapped while the network was awaited");
            self.tapped.borrow_mut().push((request, reply));
        }
    }
}
