//! The network between a phone and the school, which loses, doubles and cuts what passes.

use std::cell::{Cell, RefCell};

use daymark_mentor_core::sync::HttpApi;
use daymark_protocol::{LinkError, SyncApi};

/// What happens to one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The request never arrives.
    LoseRequest,
    /// The server does its work, and the answer is lost.
    LoseAnswer,
    /// The request arrives twice; the second answer is what the phone sees.
    Double,
    /// The answer breaks off after this share of its bytes, in 256ths.
    Cut(u8),
}

/// A link with a plan of faults; when the plan is used up, it works.
pub struct Link {
    http: HttpApi,
    plan: RefCell<Vec<Fault>>,
    /// Every byte that crossed, both ways.
    pub seen: RefCell<Vec<u8>>,
    /// How many exchanges were tried.
    pub exchanges: Cell<usize>,
}

impl Link {
    pub fn to(address: &str) -> Self {
        Self {
            http: HttpApi::new(address),
            plan: RefCell::default(),
            seen: RefCell::default(),
            exchanges: Cell::default(),
        }
    }

    /// The faults of the next exchanges, first one first.
    pub fn plan(&self, mut faults: Vec<Fault>) {
        faults.reverse();
        *self.plan.borrow_mut() = faults;
    }

    async fn pass(&self, token: &str, frames: Vec<u8>) -> Result<Vec<u8>, LinkError> {
        self.seen.borrow_mut().extend_from_slice(&frames);
        let answer = self.http.sync(token, frames).await?;
        self.seen.borrow_mut().extend_from_slice(&answer);
        Ok(answer)
    }
}

impl SyncApi for Link {
    async fn sync(&self, token: &str, frames: Vec<u8>) -> Result<Vec<u8>, LinkError> {
        self.exchanges.set(self.exchanges.get() + 1);
        let fault = self.plan.borrow_mut().pop().unwrap_or(Fault::None);
        match fault {
            Fault::None => self.pass(token, frames).await,
            Fault::LoseRequest => Err(LinkError::NoConnection),
            Fault::LoseAnswer => self.pass(token, frames).await.and(Err(LinkError::NoConnection)),
            Fault::Double => {
                self.pass(token, frames.clone()).await?;
                self.pass(token, frames).await
            }
            Fault::Cut(share) => {
                let mut answer = self.pass(token, frames).await?;
                answer.truncate(answer.len() * usize::from(share) / 256);
                Ok(answer)
            }
        }
    }
}
