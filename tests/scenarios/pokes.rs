//! `GET /v1/events` tells a phone that there is something to fetch, and nothing else.

use daymark_domain::DoorResult;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::phone::Phone;
use crate::school::School;

async fn listen(school: &School, authorization: &str) -> BufReader<TcpStream> {
    let host = school.address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).await.unwrap();
    let request =
        format!("GET /v1/events HTTP/1.1\r\nHost: {host}\r\nAuthorization: {authorization}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    BufReader::new(stream)
}

async fn read_until(stream: &mut BufReader<TcpStream>, wanted: &str) {
    let mut line = String::new();
    while !line.contains(wanted) {
        line.clear();
        assert_ne!(stream.read_line(&mut line).await.unwrap(), 0, "the server hung up before '{wanted}'");
    }
}

#[tokio::test]
async fn what_one_phone_sends_pokes_the_mentors_other_phone() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let (one, other) = (Phone::paired(&school, mentor).await, Phone::paired(&school, mentor).await);
    one.sync_until_done().await;
    other.sync_until_done().await;
    let mut events = listen(&school, &other.authorization()).await;
    read_until(&mut events, "text/event-stream").await;
    one.greet(match_id, school.today, DoorResult::Greeted);
    one.sync_until_done().await;
    read_until(&mut events, "event: poke").await;
    other.sync_until_done().await;
    assert_eq!(other.door().rows[0].check.as_ref().unwrap().result, DoorResult::Greeted);
}

#[tokio::test]
async fn a_stranger_hears_nothing() {
    let school = School::open().await;
    let mut events = listen(&school, &format!("Bearer {}", "0".repeat(64))).await;
    read_until(&mut events, "401").await;
}
