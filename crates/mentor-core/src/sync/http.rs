//! The real link: `POST /v1/sync` and the pairing through reqwest, which is `fetch` in a browser. What the server
//! says by itself is heard in `events.rs`.

use std::time::Duration;

use daymark_protocol::access::TOKEN_HEADER;
use daymark_protocol::pairing::{AnswerRequest, PairAnswer, PairAsked, PairRequest};
use daymark_protocol::{Answered, LinkError, MEDIA_TYPE, Problem, SyncApi, deflate};
use futures_util::StreamExt;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::pair::{PairApi, PairError};
use super::shut_out::LeaveApi;

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

impl HttpApi {
    async fn post_frames(
        &self,
        path: &str,
        authorization: &str,
        frames: Vec<u8>,
    ) -> Result<Answered, LinkError> {
        let request = self
            .client
            .post(format!("{}{path}", self.server))
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .header(ACCEPT, MEDIA_TYPE)
            .header(CONTENT_ENCODING, "deflate")
            .timeout(TIMEOUT)
            .body(deflate(&frames));
        let response = checked(as_phone(request, authorization).send().await).await?;
        let token = response.headers().get(TOKEN_HEADER).and_then(|value| value.to_str().ok());
        let token = token.map(str::to_owned);
        Ok(Answered { frames: whatever_arrives(response).await, token })
    }
}

impl SyncApi for HttpApi {
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        self.post_frames("/v1/sync", authorization, frames).await
    }
}

impl LeaveApi for HttpApi {
    async fn hand_in(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        self.post_frames("/v1/hand-in", authorization, frames).await
    }

    async fn wiped(&self, authorization: &str) -> Result<(), LinkError> {
        self.post_frames("/v1/wiped", authorization, Vec::new()).await.map(drop)
    }
}

/// With who is asking, when that is known.
pub(super) fn as_phone(request: RequestBuilder, authorization: &str) -> RequestBuilder {
    if authorization.is_empty() { request } else { request.header(AUTHORIZATION, authorization) }
}

/// A response that says yes, or what its no means for a paired phone.
pub(super) async fn checked(sent: reqwest::Result<Response>) -> Result<Response, LinkError> {
    let response = sent.map_err(|_| LinkError::NoConnection)?;
    match response.status() {
        StatusCode::OK | StatusCode::NO_CONTENT => Ok(response),
        StatusCode::UNAUTHORIZED => Err(unauthorized(response).await),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Err(LinkError::Busy { retry_after_s: retry_after(&response) })
        }
        status => Err(LinkError::Server { status: status.as_u16() }),
    }
}

/// Somebody in between who says `401` in other words is no school that forgot this phone.
async fn unauthorized(response: Response) -> LinkError {
    match response.json::<Problem>().await {
        Ok(problem) => LinkError::of_unauthorized(problem),
        Err(_) => LinkError::Server { status: 401 },
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
    async fn pair(&self, request: &PairRequest) -> Result<PairAsked, PairError> {
        self.post_json("/v1/pair", request).await
    }

    async fn answer(&self, request: &AnswerRequest) -> Result<PairAnswer, PairError> {
        self.post_json("/v1/pair/answer", request).await
    }
}

impl HttpApi {
    async fn post_json<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, PairError> {
        let request = self.client.post(format!("{}{path}", self.server)).timeout(TIMEOUT).json(body);
        let response = request.send().await.map_err(|_| PairError::NoConnection)?;
        match response.status() {
            StatusCode::OK => response.json().await.map_err(|_| PairError::Server { status: 200 }),
            StatusCode::FORBIDDEN => Err(match response.json::<Problem>().await {
                Ok(problem) if problem.kind == "words-differ" => PairError::WordsDiffer,
                _ => PairError::CodeRefused,
            }),
            StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST => Err(PairError::CodeRefused),
            status => Err(PairError::Server { status: status.as_u16() }),
        }
    }
}
