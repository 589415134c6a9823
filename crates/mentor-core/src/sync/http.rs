//! The real link: `POST /v1/sync` and `POST /v1/pair` through reqwest, which is `fetch` in a browser. What the server
//! says by itself is heard in `events.rs`.

use std::time::Duration;

use daymark_protocol::pairing::{PairReply, PairRequest};
use daymark_protocol::{LinkError, MEDIA_TYPE, SyncApi, deflate};
use futures_util::StreamExt;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, Response, StatusCode};

use super::pair::{PairApi, PairError};

/// A slow link is not a broken one, but a mentor must not wait for ever for the words *not sent*.
const TIMEOUT: Duration = Duration::from_secs(40);

/// The school's server by HTTP.
#[derive(Clone, Debug)]
pub struct HttpApi {
    pub(super) client: Client,
    pub(super) server: String,
}

impl HttpApi {
    /// The server at `https://host[:port]`.
    pub fn new(server: &str) -> Self {
        Self { client: client(), server: server.trim_end_matches('/').to_owned() }
    }
}

#[cfg(target_family = "wasm")]
fn client() -> Client {
    Client::new()
}

#[cfg(not(target_family = "wasm"))]
fn client() -> Client {
    // A second installation finds the first: that is what is wanted.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::new()
}

impl SyncApi for HttpApi {
    async fn sync(&self, token: &str, frames: Vec<u8>) -> Result<Vec<u8>, LinkError> {
        let response = self
            .client
            .post(format!("{}/v1/sync", self.server))
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(ACCEPT, MEDIA_TYPE)
            .header(CONTENT_ENCODING, "deflate")
            .timeout(TIMEOUT)
            .body(deflate(&frames))
            .send()
            .await
            .map_err(|_| LinkError::NoConnection)?;
        Ok(whatever_arrives(checked(response)?).await)
    }
}

/// A response that says yes, or what its no means for a paired phone.
pub(super) fn checked(response: Response) -> Result<Response, LinkError> {
    match response.status() {
        StatusCode::OK => Ok(response),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(LinkError::NotPaired),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Err(LinkError::Busy { retry_after_s: retry_after(&response) })
        }
        status => Err(LinkError::Server { status: status.as_u16() }),
    }
}

/// The body as far as it came: whole frames of a cut answer still count.
async fn whatever_arrives(response: Response) -> Vec<u8> {
    let mut body = Vec::new();
    let mut stream = response.bytes_stream();
    while let Some(Ok(part)) = stream.next().await {
        body.extend_from_slice(&part);
    }
    body
}

fn retry_after(response: &Response) -> Option<u32> {
    response.headers().get(RETRY_AFTER)?.to_str().ok()?.parse().ok()
}

impl PairApi for HttpApi {
    async fn pair(&self, request: &PairRequest) -> Result<PairReply, PairError> {
        let response = self
            .client
            .post(format!("{}/v1/pair", self.server))
            .timeout(TIMEOUT)
            .json(request)
            .send()
            .await
            .map_err(|_| PairError::NoConnection)?;
        match response.status() {
            StatusCode::OK => response.json().await.map_err(|_| PairError::Server { status: 200 }),
            StatusCode::FORBIDDEN | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST => {
                Err(PairError::CodeRefused)
            }
            status => Err(PairError::Server { status: status.as_u16() }),
        }
    }
}
