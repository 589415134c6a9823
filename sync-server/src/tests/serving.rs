use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::*;
use crate::web_app::WebApp;

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = Server::start().await;
    for path in ["/sign-in", "/nowhere", "/healthz", "/v1/sync", "/assets/team.css", "/team/week"] {
        let answer = server.get(path).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(answer.headers[header::X_FRAME_OPTIONS], "DENY", "{path}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(answer.headers.contains_key(header::REFERRER_POLICY), "{path}");
        assert!(answer.headers.contains_key(header::CACHE_CONTROL), "{path}");
    }
    assert_eq!(server.get("/sign-in").await.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn all_screens_of_the_app_are_one_page() {
    let mut server = Server::start().await;
    assert_eq!(goes_to(&server.get("/").await), "/sign-in");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "the app").unwrap();
    std::fs::write(folder.path().join("sw.js"), "worker").unwrap();
    server.app = server.app.with_web_app(WebApp::read(folder.path()).unwrap());
    for screen in ["/", "/today", "/door", "/students", "/students/5e1f", "/pair"] {
        assert_eq!(server.get(screen).await.body, "the app", "{screen}");
    }
    assert_eq!(server.get("/sw.js").await.headers[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    assert_eq!(server.get("/../etc/passwd").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn metrics_count_by_route_and_name_nobody() {
    let server = Server::start().await;
    server.get("/healthz").await;
    server.get("/students/5e1f").await;
    assert_eq!(server.get("/readyz").await.body, "ready\ngate: in-process\n");
    let text = server.get("/metrics").await.body;
    assert!(text.contains("daymark_requests_total{route=\"/healthz\",status=\"2xx\"} 1"), "{text}");
    assert!(text.contains("{route=\"/students/{id}\",status=\"3xx\"} 1"), "{text}");
    assert!(!text.contains("5e1f"), "{text}");
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let server = Server::start().await;
    let request = Request::post("/v1/pair").header(header::CONTENT_TYPE, "application/json");
    let answer = server.send(request.body(Body::from(vec![b' '; 300 * 1024])).unwrap()).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn pages_are_compressed_for_who_can_read_it() {
    let server = Server::start().await;
    let request =
        Request::get("/sign-in").header(header::ACCEPT_ENCODING, "gzip, br").body(Body::empty()).unwrap();
    let response = crate::app(server.app.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn a_running_request_is_finished_before_the_server_stops() {
    let server = Server::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = stopped.await;
    };
    let serving = tokio::spawn(crate::serve(listener, server.app.clone(), shutdown, None));
    let mut client = TcpStream::connect(address).await.unwrap();
    // The server asks for the body: the request is running when it is told to stop.
    let head = "POST /v1/pair HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nexpect: 100-continue\r\n\r\n";
    client.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 25];
    client.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stop.send(()).unwrap();
    client.write_all(b"{}").await.unwrap();
    let mut answer = String::new();
    client.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    tokio::time::timeout(Duration::from_secs(10), serving).await.unwrap().unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}
