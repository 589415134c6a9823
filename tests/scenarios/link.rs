//! The network between a phone and the school, which loses, doubles and cuts what passes.

use std::cell::RefCell;

use daymark_mentor_core::sync::HttpApi;
use daymark_protocol::{Answered, LinkError, SyncApi};

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
    /// The bytes above HTTP of each request that was tried.
    pub requests: RefCell<Vec<usize>>,
}

impl Link {
    pub fn to(address: &str) -> Self {
        Self {
            http: HttpApi::new(address),
            plan: RefCell::default(),
            seen: RefCell::default(),
            requests: RefCell::default(),
        }
    }

    /// The faults of the next exchanges, first one first.
    pub fn plan(&self, mut faults: Vec<Fault>) {
        faults.reverse();
        *self.plan.borrow_mut() = faults;
    }

    async fn pass(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        self.seen.borrow_mut().extend_from_slice(&frames);
        let answer = self.http.sync(authorization, frames).await?;
        self.seen.borrow_mut().extend_from_slice(&answer.frames);
        Ok(answer)
    }
}

impl SyncApi for Link {
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        self.requests.borrow_mut().push(frames.len());
        let fault = self.plan.borrow_mut().pop().unwrap_or(Fault::None);
        match fault {
            Fault::None => self.pass(authorization, frames).await,
            Fault::LoseRequest => Err(LinkError::NoConnection),
            Fault::LoseAnswer => self.pass(authorization, frames).await.and(Err(LinkError::NoConnection)),
            Fault::Double => {
                self.pass(authorization, frames.clone()).await?;
                self.pass(authorization, frames).await
            }
            Fault::Cut(share) => {
                let mut answer = self.pass(authorization, frames).await?;
                answer.frames.truncate(answer.frames.len() * usize::from(share) / 256);
                Ok(answer)
            }
        }
    }
}
