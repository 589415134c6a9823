//! The link as a browser makes it: the same request, with the encodings that a browser accepts.

use std::io::Read;
use std::net::SocketAddr;

use daymark_protocol::{LinkError, MEDIA_TYPE, SyncApi, deflate};

use crate::http::{Message, ask};

pub struct BrowserLink {
    pub address: SocketAddr,
}

impl SyncApi for BrowserLink {
    async fn sync(&self, token: &str, frames: Vec<u8>) -> Result<Vec<u8>, LinkError> {
        let head = format!(
            "POST /v1/sync HTTP/1.1\r\nAuthorization: Bearer {token}\r\nContent-Type: {MEDIA_TYPE}\r\n\
             Accept: {MEDIA_TYPE}\r\nContent-Encoding: deflate\r\nAccept-Encoding: gzip, deflate, br, zstd"
        );
        let answer =
            ask(self.address, &head, &deflate(&frames)).await.map_err(|_| LinkError::NoConnection)?;
        match answer.status() {
            Some(200) => plain(&answer).map_err(|_| LinkError::NoConnection),
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
