//! The way to the school's port, which breaks for everybody at once and is whole again.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing: everything passes.
    Open,
    /// Each connection ends at once, also those that stood.
    Broken,
    /// Somebody in between says `403`: a filter, or a page that wants a tick first.
    Filtered,
}

/// The way, at an address of its own. It is gone with this value.
pub struct Way {
    pub address: String,
    state: watch::Sender<State>,
}

impl Way {
    /// To the server at `http://host:port`.
    pub async fn to(server: &str) -> Self {
        let target = server.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (state, seen) = watch::channel(State::Open);
        tokio::spawn(async move {
            while let Ok((phone, _)) = listener.accept().await {
                tokio::spawn(carry(phone, target.clone(), seen.clone()));
            }
        });
        Self { address, state }
    }

    /// From now on.
    pub fn becomes(&self, state: State) {
        self.state.send_replace(state);
    }
}

/// Until either side ends it, or something else stands on the way.
async fn carry(phone: TcpStream, target: String, mut seen: watch::Receiver<State>) -> io::Result<()> {
    let state = *seen.borrow_and_update();
    tokio::select! {
        ended = pass(phone, &target, state) => ended,
        _ = seen.changed() => Ok(()),
    }
}

async fn pass(mut phone: TcpStream, target: &str, state: State) -> io::Result<()> {
    match state {
        State::Open => {
            let mut server = TcpStream::connect(target).await?;
            copy_bidirectional(&mut phone, &mut server).await.map(drop)
        }
        State::Broken => Ok(()),
        State::Filtered => {
            // Not before it was asked: a page that comes unasked is no answer.
            phone.read_u8().await?;
            let page =
                "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\nBlocked";
            phone.write_all(page.as_bytes()).await?;
            phone.shutdown().await?;
            // What the phone is still saying is read: otherwise it sees a reset and not the page.
            tokio::io::copy(&mut phone, &mut tokio::io::sink()).await.map(drop)
        }
    }
}
