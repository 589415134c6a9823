//! The network between phones and the school: it loses, cuts, doubles, delays and mixes up what passes, and the server
//! may die under it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use daymark_mentor_core::sync::{PairApi, PairError};
use daymark_protocol::pairing::{AnswerRequest, PairAnswer, PairAsked, PairRequest};
use daymark_protocol::{Answered, Frames, LinkError, MEDIA_TYPE, Up, deflate};
use http_body_util::Full;
use hyper::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE};
use hyper::{Request, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::TempDir;

use super::log::Log;
use super::plan::Weakness;
use super::server::Server;

/// A request on its way.
#[derive(Clone)]
pub struct Letter {
    authorization: String,
    frames: Vec<u8>,
}

impl Letter {
    /// From the phone that says so who it is.
    pub fn new(authorization: &str, frames: Vec<u8>) -> Self {
        Self { authorization: authorization.to_owned(), frames }
    }

    fn request(&self, cut: Option<u16>) -> Request<Full<hyper::body::Bytes>> {
        let mut body = deflate(&self.frames);
        if let Some(share) = cut {
            body.truncate(body.len() * usize::from(share) / 65_536);
        }
        Request::post("/v1/sync")
            .header(AUTHORIZATION, &self.authorization)
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(CONTENT_ENCODING, "deflate")
            .body(Full::from(body))
            .unwrap()
    }

    /// Not compressed, and cut: what is whole of it still makes frames.
    fn cut_in_the_clear(&self, share: u16) -> Request<Full<hyper::body::Bytes>> {
        let keep = self.frames.len() * usize::from(share) / 65_536;
        Request::post("/v1/sync")
            .header(AUTHORIZATION, &self.authorization)
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
    pub(super) weakness: Option<Weakness>,
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

    pub(super) async fn deliver(&self, letter: &Letter, cut: Option<u16>) -> Result<Answered, LinkError> {
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

    async fn ask(&self, request: Request<Full<hyper::body::Bytes>>) -> Result<Answered, LinkError> {
        let answerer = self.server.borrow().answerer();
        let (status, token, body) = answerer(request).await;
        self.log.note(format!("  server: {status}, {} bytes", body.len()));
        self.log.digest(&body);
        match status {
            StatusCode::OK => Ok(Answered { frames: body, token }),
            StatusCode::UNAUTHORIZED => {
                Err(serde_json::from_slice(&body).map_or(LinkError::NotPaired, LinkError::of_unauthorized))
            }
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
    async fn pair(&self, request: &PairRequest) -> Result<PairAsked, PairError> {
        self.post("/v1/pair", request).await
    }

    async fn answer(&self, request: &AnswerRequest) -> Result<PairAnswer, PairError> {
        let answer = self.post("/v1/pair/answer", request).await;
        if self.answer_lost && matches!(answer, Ok(PairAnswer::Same(_))) {
            self.network.log.injected("answer to a pairing lost");
            return Err(PairError::NoConnection);
        }
        answer
    }
}

impl PairLink {
    async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, PairError> {
        let body = serde_json::to_vec(body).unwrap();
        let request = Request::post(path).header(CONTENT_TYPE, "application/json");
        let answer = self.network.ask(request.body(Full::from(body)).unwrap()).await;
        let body = answer.map_err(|_| PairError::Server { status: 500 })?.frames;
        serde_json::from_slice(&body).map_err(|_| PairError::Server { status: 200 })
    }
}
