//! A wire between a phone and the server that counts what passes and is cut after so many bytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::Broken;

/// How a wire ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The connection is reset on both sides.
    Reset,
    /// Nothing passes any more, and nobody is told.
    Silence,
}

/// Where it ends: after so many bytes up, or down.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub up: Option<u64>,
    pub down: Option<u64>,
    pub ending: Ending,
}

/// The wire. It is gone with this value.
pub struct Wire {
    pub address: String,
    up: Arc<AtomicU64>,
    down: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Wire {
    /// To the server at `http://host:port`.
    pub async fn to(server: &str, cut: Option<Cut>) -> Result<Self, Broken> {
        let target = server.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let (up, down) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (count_up, count_down) = (up.clone(), down.clone());
        let task = tokio::spawn(async move {
            // What is carried ends with this task, and so with the wire: a silent connection would hold its place at the
            // server until that loses patience.
            let mut carried = JoinSet::new();
            while let Ok((phone, _)) = listener.accept().await {
                let (up, down) = (count_up.clone(), count_down.clone());
                let target = target.clone();
                carried.spawn(async move {
                    let _ = carry(phone, &target, cut, up, down).await;
                });
            }
        });
        Ok(Self { address, up, down, task })
    }

    /// How many bytes went up and down.
    pub fn passed(&self) -> (u64, u64) {
        (self.up.load(Ordering::Relaxed), self.down.load(Ordering::Relaxed))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(
    phone: TcpStream,
    target: &str,
    cut: Option<Cut>,
    up: Arc<AtomicU64>,
    down: Arc<AtomicU64>,
) -> std::io::Result<()> {
    let server = TcpStream::connect(target).await?;
    let ((phone_in, phone_out), (server_in, server_out)) = (phone.into_split(), server.into_split());
    let (end_up, end_down) = (cut.and_then(|cut| cut.up), cut.and_then(|cut| cut.down));
    let ended = tokio::select! {
        ended = pass(phone_in, server_out, end_up, up) => ended,
        ended = pass(server_in, phone_out, end_down, down) => ended,
    };
    if ended? == Passed::Cut && cut.is_some_and(|cut| cut.ending == Ending::Silence) {
        std::future::pending::<()>().await;
    }
    // Both halves fall here, with bytes unread: the other side sees a reset or an end.
    Ok(())
}

#[derive(PartialEq)]
enum Passed {
    Cut,
    End,
}

/// Carries bytes one way until the end, or so many in all connections together.
async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    end: Option<u64>,
    passed: Arc<AtomicU64>,
) -> std::io::Result<Passed> {
    let mut buffer = [0; 4096];
    loop {
        let n = from.read(&mut buffer).await?;
        if n == 0 {
            return Ok(Passed::End);
        }
        let before = passed.load(Ordering::Relaxed);
        let room = end.map_or(n as u64, |end| end.saturating_sub(before)).min(n as u64);
        to.write_all(&buffer[..room as usize]).await?;
        passed.store(before + room, Ordering::Relaxed);
        if room < n as u64 || end == Some(before + room) {
            return Ok(Passed::Cut);
        }
    }
}
