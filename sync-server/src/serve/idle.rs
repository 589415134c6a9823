//! Whether anything goes on in a connection: an answer under way is something, silence between two requests is not.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::watch;
use tokio::time::timeout;

/// Counts the exchanges of one connection.
#[derive(Clone)]
pub struct Exchanges(Arc<watch::Sender<usize>>);

/// One exchange, until its answer was sent or given up.
pub struct Exchange(Arc<watch::Sender<usize>>);

impl Default for Exchanges {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

impl Exchanges {
    /// One more.
    pub fn begin(&self) -> Exchange {
        self.0.send_modify(|open| *open += 1);
        Exchange(self.0.clone())
    }

    /// Waits until nothing has gone on for so long.
    pub async fn nothing_for(&self, long: Duration) {
        let mut open = self.0.subscribe();
        loop {
            // The sender lives as long as this.
            let _ = open.wait_for(|open| *open == 0).await;
            if timeout(long, open.wait_for(|open| *open > 0)).await.is_err() {
                return;
            }
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open -= 1);
    }
}

impl Exchange {
    /// Goes on until the body is sent.
    pub fn until_sent(self, body: Body) -> Body {
        Body::new(Sent { body, _exchange: self })
    }
}

struct Sent {
    body: Body,
    _exchange: Exchange,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_connection_is_idle_only_after_its_last_answer_was_sent() {
        let (soon, at_last) = (Duration::from_millis(20), Duration::from_secs(60));
        let exchanges = Exchanges::default();
        let body = exchanges.begin().until_sent(Body::from("an answer"));
        let idle = exchanges.nothing_for(Duration::ZERO);
        tokio::pin!(idle);
        assert!(timeout(soon, idle.as_mut()).await.is_err(), "the answer is still being sent");
        let next = exchanges.begin();
        drop(body);
        assert!(timeout(soon, idle.as_mut()).await.is_err(), "another has begun");
        drop(next);
        assert!(timeout(at_last, idle).await.is_ok());
    }
}
