//! A proxy between phone and server that keeps what passes, so that every byte can be counted.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;
use crate::http::{Message, messages};

/// Bytes of one connection, each way.
#[derive(Default)]
struct Talk {
    up: Vec<u8>,
    down: Vec<u8>,
}

type Talks = Arc<Mutex<Vec<Talk>>>;

pub struct Wire {
    /// Where to connect in place of the server.
    pub address: SocketAddr,
    talks: Talks,
}

/// What passed.
#[derive(Default)]
pub struct Tally {
    pub requests: u64,
    /// Bodies, compressed as they were sent.
    pub body_up: u64,
    pub body_down: u64,
    /// With request lines, headers and chunk marks; what TCP and TLS add is not in it.
    pub wire_up: u64,
    pub wire_down: u64,
    /// How the answers were compressed.
    pub encoding: String,
}

impl Wire {
    /// Listens in front of the server.
    pub async fn before(server: SocketAddr) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let wire = Self { address: listener.local_addr()?, talks: Talks::default() };
        let talks = wire.talks.clone();
        tokio::spawn(async move {
            while let Ok((phone, _)) = listener.accept().await {
                // A connection that fails is the phone's to notice.
                let _ = join(phone, server, &talks).await;
            }
        });
        Ok(wire)
    }

    /// What passed since the last time; connections that are still open go on.
    pub fn take(&self) -> Tally {
        lock(&self.talks).iter_mut().map(std::mem::take).fold(Tally::default(), Tally::and)
    }
}

impl Tally {
    fn and(self, talk: Talk) -> Self {
        let (asked, answered) = (messages(&talk.up), messages(&talk.down));
        let bodies =
            |messages: &[Message]| messages.iter().map(|message| message.body.len() as u64).sum::<u64>();
        let encoding = answered.iter().find_map(|answer| answer.header("content-encoding"));
        Self {
            requests: self.requests + asked.len() as u64,
            body_up: self.body_up + bodies(&asked),
            body_down: self.body_down + bodies(&answered),
            wire_up: self.wire_up + talk.up.len() as u64,
            wire_down: self.wire_down + talk.down.len() as u64,
            encoding: encoding.map_or(self.encoding, str::to_owned),
        }
    }
}

async fn join(phone: TcpStream, server: SocketAddr, talks: &Talks) -> std::io::Result<()> {
    let server = TcpStream::connect(server).await?;
    phone.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let nth = {
        let mut talks = lock(talks);
        talks.push(Talk::default());
        talks.len() - 1
    };
    let ((from_phone, to_phone), (from_server, to_server)) = (phone.into_split(), server.into_split());
    let (up, down) = (talks.clone(), talks.clone());
    tokio::spawn(carry(from_phone, to_server, move |bytes| lock(&up)[nth].up.extend_from_slice(bytes)));
    tokio::spawn(carry(from_server, to_phone, move |bytes| lock(&down)[nth].down.extend_from_slice(bytes)));
    Ok(())
}

/// Keeps each piece before it passes it on: what has arrived has been counted.
async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, keep: impl Fn(&[u8])) {
    let mut piece = vec![0; 16 * 1_024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        keep(&piece[..length]);
        if to.write_all(&piece[..length]).await.is_err() {
            return;
        }
    }
    let _ = to.shutdown().await;
}

fn lock(talks: &Talks) -> MutexGuard<'_, Vec<Talk>> {
    talks.lock().unwrap_or_else(PoisonError::into_inner)
}
