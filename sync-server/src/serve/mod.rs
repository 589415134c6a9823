//! The accept loop: every connection is bounded in number, in time and in what it may leave unread, so that a slow or
//! hostile client costs one slot and not the server.

mod idle;
mod peers;
pub(crate) mod room;
mod tls;
mod write_deadline;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::app::App;
use crate::auth::peer::Peer;
use idle::Exchanges;
use peers::Peers;
pub use tls::{TlsError, acceptor};
use write_deadline::WriteDeadline;

const CONNECTIONS_AT_MOST: usize = 2_048;
/// Half of all: the largest school has some 300 mentors and staff behind one address, with two connections each.
const OF_ONE_ADDRESS_AT_MOST: usize = 1_024;
/// Between two requests of a connection. HTTP/1.1 has no longer than for a head; this is for HTTP/2.
const IDLE_FOR: Duration = Duration::from_secs(75);
const HEADERS_WITHIN: Duration = Duration::from_secs(5);
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(5);
const WRITES_WITHIN: Duration = Duration::from_secs(30);
const FINISH_WITHIN: Duration = Duration::from_secs(10);
const STREAMS_AT_MOST: u32 = 64;

/// Serves until `shutdown` resolves, then lets running requests finish for at most ten seconds.
pub async fn serve(
    listener: TcpListener,
    app: App,
    shutdown: impl Future<Output = ()>,
    tls: Option<TlsAcceptor>,
) -> io::Result<()> {
    let stopping = app.stopping.clone();
    let server = Arc::new(Server { router: crate::app(app), tls, stopping: stopping.subscribe() });
    let room = Arc::new(Semaphore::new(CONNECTIONS_AT_MOST));
    let peers = Peers::of(OF_ONE_ADDRESS_AT_MOST);
    let mut connections = JoinSet::new();
    tokio::pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            (permit, stream, peer) = next_connection(&listener, &room) => {
                // Whoever has half of all already is hung up on.
                let Some(held) = peers.hold(peer) else { continue };
                let server = server.clone();
                connections.spawn(async move {
                    server.converse(stream, peer).await;
                    drop((permit, held));
                });
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    stopping.send_replace(true);
    // What is still running after this is cut off when the set is dropped.
    let _ = timeout(FINISH_WITHIN, async { while connections.join_next().await.is_some() {} }).await;
    Ok(())
}

/// Waits for room first: beyond the limit, newcomers queue in the kernel.
async fn next_connection(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (Option<OwnedSemaphorePermit>, TcpStream, IpAddr) {
    // The semaphore is never closed.
    let permit = room.clone().acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, address)) => return (permit, stream, address.ip()),
            Err(error) => {
                // Out of file handles, mostly: others close theirs meanwhile.
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

struct Server {
    router: Router,
    tls: Option<TlsAcceptor>,
    stopping: watch::Receiver<bool>,
}

impl Server {
    async fn converse(&self, stream: TcpStream, peer: IpAddr) {
        // Answers are written whole; waiting for more to send only adds delay.
        let _ = stream.set_nodelay(true);
        let stream = WriteDeadline::new(stream, WRITES_WITHIN);
        let Some(tls) = &self.tls else { return self.http(stream, peer, http1()).await };
        let Ok(Ok(stream)) = timeout(HANDSHAKE_WITHIN, tls.accept(stream)).await else { return };
        // The version is agreed in the handshake: guessing it from the first bytes would wait for them without end.
        let builder = if stream.get_ref().1.alpn_protocol() == Some(b"h2") { http2() } else { http1() };
        self.http(stream, peer, builder).await;
    }

    async fn http<S>(&self, stream: S, peer: IpAddr, builder: Builder<TokioExecutor>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let router = self.router.clone();
        let exchanges = Exchanges::default();
        let begun = exchanges.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            let (router, exchange) = (router.clone(), begun.begin());
            async move {
                let answer = router.oneshot(request.map(Body::new)).await?;
                Ok::<_, Infallible>(answer.map(|body| exchange.until_sent(body)))
            }
        });
        let mut stopping = self.stopping.clone();
        let connection = builder.serve_connection(TokioIo::new(stream), service);
        tokio::pin!(connection);
        // How a connection ends is the client's affair: it says nothing about the server.
        let is_idle = tokio::select! {
            _ = connection.as_mut() => return,
            _ = stopping.wait_for(|stopping| *stopping) => false,
            () = exchanges.nothing_for(IDLE_FOR) => true,
        };
        connection.as_mut().graceful_shutdown();
        if is_idle {
            let _ = timeout(FINISH_WITHIN, connection).await;
        } else {
            let _ = connection.await;
        }
    }
}

fn http1() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    builder
}

fn http2() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new()).http2_only();
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS_AT_MOST)
        .keep_alive_interval(WRITES_WITHIN)
        .keep_alive_timeout(HANDSHAKE_WITHIN);
    builder
}
