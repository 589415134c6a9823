//! Tests that are named after a threat of docs/threat-model.md and stand nowhere else.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::{TlsConnector, rustls};

use super::canaries::plant;
use super::furnished::{House, LINCOLN, with_uploads};
use super::*;
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::web_app::WebApp;

/// Closes an attribute, an element and a quotation, and would run in each.
const SCRIPT: &str = "\"></textarea><script>alert(1)</script><img src=x onerror=alert(1)>";

/// A house in which something of everything stands, and each address of its pages with who opens it.
async fn furnished(server: &Server) -> House<'_> {
    let mut house = House::open(server, server.school, LINCOLN).await;
    house.furnish().await;
    house.things.insert("version", "1".to_owned());
    house
}

/// Every page and file of the house, by each role that it opens to.
async fn every_page(house: &House<'_>) -> Vec<(String, Answer)> {
    let mut pages = Vec::new();
    for (_, path, access) in PERMISSIONS.iter().filter(|(does, ..)| *does == Does::Reads) {
        for role in access.roles().unwrap_or(&[]) {
            for address in house.addresses(path, &|_| None) {
                let answer = house.browser(*role).get(&address).await;
                pages.push((format!("{address} to {}", role.word()), answer));
            }
        }
    }
    pages
}

#[tokio::test]
async fn a_script_in_any_text_of_the_school_is_text_on_every_page() {
    let server = with_uploads().await;
    let house = furnished(&server).await;
    let school = *server.school.as_bytes();
    let planted = server.store.write_blocking(|tx| plant(tx, school, SCRIPT)).unwrap();
    assert!(planted > 100, "{planted} texts");
    let mut shown = 0;
    for (page, answer) in every_page(&house).await {
        let kind = answer.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap());
        if !kind.starts_with("text/html") {
            assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{page}");
            continue;
        }
        for raw in ["<script>alert", "<img src=x"] {
            assert!(!answer.body.contains(raw), "{page} would run {raw}");
        }
        shown +=
            usize::from(answer.body.contains("script&#62;alert") || answer.body.contains("script&gt;alert"));
    }
    assert!(shown > 40, "it stands on {shown} pages only: too few to prove anything");
}

#[tokio::test]
async fn no_form_that_another_site_made_is_taken_whatever_page_it_is_for() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let forgeries: [(Option<&str>, Option<&str>); 5] = [
        (Some("cross-site"), Some("https://evil.example.org")),
        (Some("same-site"), Some("https://other.example.org")),
        (Some("same-origin"), Some("https://evil.example.org")),
        (Some("same-origin"), Some("null")),
        (None, None),
    ];
    let forms = PERMISSIONS.iter().filter(|(does, ..)| *does == Does::Changes);
    let mut tried = 0;
    for (_, path, _) in forms {
        for (site, origin) in forgeries {
            let mut request = Request::builder()
                .method(Method::POST)
                .uri(super::permissions::address(path))
                .header(header::HOST, "daymark.example.org")
                .header(header::COOKIE, &kim.cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let fields = format!("form_token={}", kim.form_token);
            let answer = server.send(request.body(Body::from(fields)).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} from {site:?} {origin:?}");
            tried += 1;
        }
    }
    assert!(tried > 300, "{tried}");
    assert_eq!(kim.get("/staff").await.status, StatusCode::OK, "nor was anybody signed out by it");
}

#[tokio::test]
async fn no_address_reaches_a_file_that_the_server_was_not_given() {
    let mut server = Server::start().await;
    let folder = tempfile::tempdir().unwrap();
    let app = folder.path().join("app");
    std::fs::create_dir_all(app.join("assets")).unwrap();
    for (name, text) in
        [("app/index.html", "the app"), ("app/assets/a.js", "script"), ("secret", "server-key")]
    {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    server.app = server.app.with_web_app(WebApp::read(&app).unwrap());
    assert_eq!(server.get("/assets/a.js").await.body, "script");
    let ways_up = ["..", "%2e%2e", "..%2f..", "%2e%2e%2f", "..%5c..", "....//", "%c0%ae%c0%ae", "..%00", "."];
    let ways_in = ["", "assets/", "assets/team/", "students/", "icons/", "language/", "staff/kick-off/"];
    let secret = folder.path().join("secret").display().to_string();
    for start in ways_in {
        for up in ways_up {
            for end in ["secret", "../secret", &secret, "%2fetc%2fpasswd", "app/index.html"] {
                let answer = server.get(&format!("/{start}{up}/{end}")).await;
                assert!(!answer.status.is_server_error(), "/{start}{up}/{end}: {}", answer.status);
                assert!(!answer.body.contains("server-key"), "/{start}{up}/{end} is given away");
                assert!(!answer.body.contains("root:"), "/{start}{up}/{end} is given away");
            }
        }
    }
}

/// What the server said since the test began; one for the process, for a subscriber cannot be taken away again.
static SAID: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Said;

impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        SAID.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_names_a_child_whatever_is_asked_and_whatever_fails() {
    let listening = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_writer(|| Said);
    listening.try_init().expect("no other test listens");
    let server = with_uploads().await;
    let house = furnished(&server).await;
    // The store fails under every page: the causes are logged.
    server.store.write_blocking(|tx| Ok(tx.execute_batch("ALTER TABLE student RENAME TO lost")?)).unwrap();
    let failed = every_page(&house).await;
    assert!(failed.iter().filter(|(_, answer)| answer.status.is_server_error()).count() > 20);
    let said = String::from_utf8_lossy(&SAID.lock().unwrap()).into_owned();
    assert!(said.contains("the store failed"), "nothing was logged: the test is blind");
    for secret in ["Tyrone", "Harborview", "950 555 0100", "9505550100", PASSWORD, &house.things["student"]] {
        let line = said.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} stands in a log");
    }
}

/// A server that speaks TLS, its address and its certificate.
async fn over_tls(server: &Server) -> (std::net::SocketAddr, CertificateDer<'static>, oneshot::Sender<()>) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let [certificate, key] = ["cert.pem", "key.pem"].map(|name| server.folder().join(name));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let acceptor = crate::serve::acceptor(&certificate, &key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = stopped.await;
    };
    tokio::spawn(crate::serve(listener, server.app.clone(), shutdown, Some(acceptor)));
    (address, made.cert.der().clone(), stop)
}

/// The first message of a client that speaks no newer version than this, with a cipher of its time and one of today's.
fn client_hello(version: [u8; 2]) -> Vec<u8> {
    let ciphers = [0xc0, 0x2b, 0xc0, 0x09, 0x00, 0x2f];
    let body = [&version[..], &[7; 32], &[0], &[0, ciphers.len() as u8], &ciphers, &[1, 0]].concat();
    let handshake = [&[1, 0, 0, body.len() as u8], &body[..]].concat();
    [&[22, 3, 1, 0, handshake.len() as u8], &handshake[..]].concat()
}

#[tokio::test]
async fn nobody_is_talked_down_to_an_older_tls() {
    let server = Server::start().await;
    let (address, _, _stop) = over_tls(&server).await;
    for version in [[3, 0], [3, 1], [3, 2]] {
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(&client_hello(version)).await.unwrap();
        let mut answer = Vec::new();
        client.read_to_end(&mut answer).await.unwrap();
        // An alert, fatal: nothing was agreed upon.
        assert_eq!((answer[0], answer[5]), (21, 2), "{version:?}: {answer:?}");
    }
    let mut client = TcpStream::connect(address).await.unwrap();
    client.write_all(b"GET /sign-in HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    client.read_to_end(&mut answer).await.unwrap();
    assert!(!answer.starts_with(b"HTTP"), "nor in the clear");
}

#[tokio::test]
async fn whoever_came_over_tls_once_is_told_to_come_so_for_two_years() {
    let mut server = Server::start().await;
    server.app.settings = Settings { https: true };
    let (address, certificate, _stop) = over_tls(&server).await;
    let mut roots = rustls::RootCertStore::empty();
    roots.add(certificate).unwrap();
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.unwrap().with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut client = TlsConnector::from(std::sync::Arc::new(config)).connect(name, stream).await.unwrap();
    client.write_all(b"GET /sign-in HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    // Whether the other side says goodbye is not the question here.
    let _ = client.read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.contains("strict-transport-security: max-age=63072000; includeSubDomains"), "{answer}");
}
