//! What server and worker say to each other: a length of four bytes, then postcard. Both ends are the same binary, so
//! there are no versions.

use std::io::{self, Read, Write};

use daymark_documents::{ChangeHash, Refusal, Writer};
use daymark_domain::DeviceTag;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::judge::Said;

/// A record of many years is a hundredth of it.
const BYTES_MAX: u32 = 64 << 20;

/// The names of a record's heads: whoever has the same heads has the same record.
pub(super) type Heads = Vec<[u8; 32]>;

pub(super) fn heads(heads: Vec<ChangeHash>) -> Heads {
    heads.into_iter().map(|hash| hash.0).collect()
}

/// A batch to judge.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {
    /// Which record.
    pub heads: Heads,
    /// The record itself, saved; `None` when the worker may still have it.
    pub record: Option<Vec<u8>>,
    /// Tag and actor of each phone that the changes may be from.
    pub writers: Vec<(String, [u8; 16])>,
    /// The changes.
    pub changes: Vec<Vec<u8>>,
}

/// What the worker answers.
#[derive(Serialize, Deserialize)]
pub(super) enum Answer {
    /// It is up, and its limits hold.
    Ready,
    /// It does not have that record.
    WhichRecord,
    /// What is said of each change, and the heads of what came of it.
    Judged(Vec<Word>, Heads),
    /// What came of the changes cannot be saved and read again.
    Unproven,
}

/// [`Said`], as it is written.
#[derive(Serialize, Deserialize)]
pub(super) enum Word {
    Held,
    Fresh(u32),
    Refused(String),
}

impl From<Said> for Word {
    fn from(said: Said) -> Self {
        match said {
            Said::Held => Self::Held,
            Said::Fresh(writer) => Self::Fresh(writer),
            Said::Refused(refusal) => Self::Refused(refusal.code().to_owned()),
        }
    }
}

impl From<Word> for Said {
    fn from(word: Word) -> Self {
        match word {
            Word::Held => Self::Held,
            Word::Fresh(writer) => Self::Fresh(writer),
            Word::Refused(code) => Self::Refused(Refusal::of_code(&code).unwrap_or(Refusal::NotApplicable)),
        }
    }
}

/// Writers as a job names them.
pub(super) fn named(writers: &[Writer]) -> Vec<(String, [u8; 16])> {
    writers.iter().map(|writer| (writer.tag.as_str().to_owned(), writer.actor)).collect()
}

/// The same on the other side. A tag that cannot be read can only be the parent's mistake.
pub(super) fn writers(named: Vec<(String, [u8; 16])>) -> io::Result<Vec<Writer>> {
    let read = |(tag, actor): (String, [u8; 16])| {
        let tag: DeviceTag = tag.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        Ok(Writer { tag, actor })
    };
    named.into_iter().map(read).collect()
}

fn packed(frame: &impl Serialize) -> io::Result<Vec<u8>> {
    let body = postcard::to_stdvec(frame).map_err(io::Error::other)?;
    let length = u32::try_from(body.len()).ok().filter(|length| *length <= BYTES_MAX);
    let length = length.ok_or(io::ErrorKind::FileTooLarge)?;
    Ok([&length.to_le_bytes()[..], &body].concat())
}

fn unpacked<T: DeserializeOwned>(body: &[u8]) -> io::Result<T> {
    postcard::from_bytes(body).map_err(io::Error::other)
}

fn checked(length: [u8; 4]) -> io::Result<usize> {
    let length = u32::from_le_bytes(length);
    if length > BYTES_MAX { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(length as usize) }
}

/// The worker's side.
pub(super) fn write(output: &mut impl Write, frame: &impl Serialize) -> io::Result<()> {
    output.write_all(&packed(frame)?)?;
    output.flush()
}

/// The worker's side; `None` when the server is gone.
pub(super) fn read<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let mut body = vec![0; checked(length)?];
    input.read_exact(&mut body)?;
    unpacked(&body).map(Some)
}

/// The server's side.
pub(super) async fn send(output: &mut (impl AsyncWrite + Unpin), frame: &impl Serialize) -> io::Result<()> {
    output.write_all(&packed(frame)?).await?;
    output.flush().await
}

/// The server's side.
pub(super) async fn receive<T: DeserializeOwned>(input: &mut (impl AsyncRead + Unpin)) -> io::Result<T> {
    let mut length = [0; 4];
    input.read_exact(&mut length).await?;
    // Only as much as comes is kept: a worker that lies about a length takes no memory here.
    let mut body = Vec::new();
    input.take(checked(length)? as u64).read_to_end(&mut body).await?;
    unpacked(&body)
}
