//! One phone's way to the school, and what befalls its exchanges there.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use chrono_tz::Tz;
use daymark_mentor_core::api::{Failure, Reply, Request as Tap};
use daymark_mentor_core::sync::SharedCore;
use daymark_protocol::{Answered, Down, Frames, LinkError, SyncApi};

use super::network::{Letter, Network};
use super::plan::Weakness;
use super::steps::{Exchange, Fault};
use super::taps;

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
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        let exchange = self.exchanges.borrow_mut().pop_front().unwrap_or_default();
        let letter = Letter::new(authorization, frames);
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
    async fn pass(&self, letter: &Letter, fault: Fault) -> Result<Answered, LinkError> {
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
                answer.frames.truncate(answer.frames.len() * usize::from(share) / 65_536);
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
                match (answer, old) {
                    (Ok(answer), Some(frames)) => Ok(Answered { frames, ..answer }),
                    (answer, _) => answer,
                }
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

    async fn whole(&self, letter: &Letter) -> Result<Answered, LinkError> {
        let answer = self.network.deliver(letter, None).await?;
        let mut answers = self.answers.borrow_mut();
        answers.push(answer.frames.clone());
        if answers.len() > 4 {
            answers.remove(0);
        }
        drop(answers);
        if self.network.weakness == Some(Weakness::CursorBeforeRows) {
            self.move_cursor(&answer.frames);
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
