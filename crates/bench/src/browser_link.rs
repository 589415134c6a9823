//! The link as a browser makes it: the same request, with the encodings that a browser accepts.

use std::io::Read;
use std::net::SocketAddr;

use daymark_protocol::access::TOKEN_HEADER;
use daymark_protocol::{Answered, LinkError, MEDIA_TYPE, Problem, SyncApi, deflate};

use crate::http::{Message, ask};

pub struct BrowserLink {
    pub address: SocketAddr,
}

impl SyncApi for BrowserLink {
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        let head = format!(
            "POST /v1/sync HTTP/1.1\r\nAuthorization: {authorization}\r\nContent-Type: {MEDIA_TYPE}\r\n\
             Accept: {MEDIA_TYPE}\r\nContent-Encoding: deflate\r\nAccept-Encoding: gzip, deflate, br, zstd"
        );
        let answer =
            ask(self.address, &head, &deflate(&frames)).await.map_err(|_| LinkError::NoConnection)?;
        match answer.status() {
            Some(200) => {
                let token = answer.header(TOKEN_HEADER).map(str::to_owned);
                let frames = plain(&answer).map_err(|_| LinkError::NoConnection)?;
                Ok(Answered { frames, token })
            }
            Some(401) => Err(plain(&answer)
                .ok()
                .and_then(|body| serde_json::from_slice::<Problem>(&body).ok())
                .map_or(LinkError::Server { status: 401 }, LinkError::of_unauthorized)),
            status => Err(LinkError::Server { status: status.unwrap_or_default() }),
        }
    }
}

/// The body as it was before compression.
pub fn plain(answer: &Message) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    match answer.header("content-encoding") {
        Some("br") => brotli::Decompressor::new(&*answer.body, 4_096).read_to_end(&mut body)?,
        _ => answer.body.as_slice().read_to_end(&mut body)?,
    };
    Ok(body)
}
