//! As much of HTTP/1.1 as counting bytes and asking once needs.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Outcome;

/// A request or an answer. The body is as it crossed the wire, compressed, but without the marks between chunks.
pub struct Message {
    head: String,
    pub body: Vec<u8>,
}

impl Message {
    /// The status of an answer.
    pub fn status(&self) -> Option<u16> {
        self.head.split(' ').nth(1)?.parse().ok()
    }

    /// A header's value, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().filter_map(|line| line.split_once(':'));
        fields.filter(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
    }
}

/// Whole messages after one another; what is cut off at the end counts as far as it came.
pub fn messages(mut bytes: &[u8]) -> Vec<Message> {
    let mut found = Vec::new();
    while let Some(end) = position(bytes, b"\r\n\r\n") {
        let mut message =
            Message { head: String::from_utf8_lossy(&bytes[..end]).into_owned(), body: Vec::new() };
        bytes = &bytes[end + 4..];
        if message.header("transfer-encoding").is_some() {
            bytes = take_chunks(bytes, &mut message.body);
        } else {
            let length = message.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            let (body, rest) = bytes.split_at(bytes.len().min(length));
            message.body.extend_from_slice(body);
            bytes = rest;
        }
        found.push(message);
    }
    found
}

fn take_chunks<'b>(mut bytes: &'b [u8], body: &mut Vec<u8>) -> &'b [u8] {
    while let Some(end) = position(bytes, b"\r\n") {
        let size =
            std::str::from_utf8(&bytes[..end]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size else { return &[] };
        let chunk = &bytes[end + 2..];
        body.extend_from_slice(&chunk[..chunk.len().min(size)]);
        bytes = chunk.get(size + 2..).unwrap_or_default();
        if size == 0 {
            break;
        }
    }
    bytes
}

fn position(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

/// Asks for an answer without an end; what has come of it when its head is whole.
pub async fn first_of(address: SocketAddr, head: &str) -> Outcome<Message> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(format!("{head}\r\nHost: {address}\r\n\r\n").as_bytes()).await?;
    let mut answer = Vec::new();
    while position(&answer, b"\r\n\r\n").is_none() {
        if stream.read_buf(&mut answer).await? == 0 {
            return Err("the server closed the connection before its answer began".into());
        }
    }
    messages(&answer).pop().ok_or_else(|| "the answer has no head".into())
}

/// Sends one request, head as given without its last empty line, and reads the answer to its end.
pub async fn ask(address: SocketAddr, head: &str, body: &[u8]) -> Outcome<Message> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let head =
        format!("{head}\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(&[head.as_bytes(), body].concat()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    messages(&answer).pop().ok_or_else(|| "the server closed the connection without an answer".into())
}
