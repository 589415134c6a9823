//! The program itself, as a school runs it: hostile phones, too many phones, and its sudden end.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

#[path = "real/school.rs"]
mod school;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use daymark_documents::{MatchRecord, hash_of};
use daymark_domain::{CalendarMark, DoorResult, SchoolDay, What};
use daymark_protocol::Down;
use school::{Answer, School, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

fn day(number: i32) -> SchoolDay {
    SchoolDay::from_number(20_000 + number).unwrap()
}

fn acknowledged(answer: &Answer) -> Vec<u8> {
    let find = answer.frames.iter().find_map(|frame| match frame {
        Down::Acknowledged(frame) => Some(frame.hashes.to_vec()),
        _ => None,
    });
    find.unwrap_or_default()
}

fn refused(answer: &Answer) -> Vec<(Vec<u8>, String)> {
    let refused = answer.frames.iter().filter_map(|frame| match frame {
        Down::Refused(frame) => Some((frame.hash.to_vec(), frame.code.clone())),
        _ => None,
    });
    refused.collect()
}

fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/hostile-changes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "bin"));
    files.sort();
    let code =
        |path: &Path| path.file_stem().unwrap().to_str().unwrap().split("--").next().unwrap().to_owned();
    // A phone sends a change without the eight bytes in front; nothing at all is not sent.
    let named = files.iter().map(|path| (code(path), std::fs::read(path).unwrap()));
    named.filter(|(_, bytes)| bytes.len() > 8).collect()
}

#[tokio::test]
async fn hostile_changes_stop_neither_the_server_nor_anybody_elses_entries() {
    let school = School::of(1, 2, 2).await;
    let mut server = Server::over(school.folder.path());
    let (hostile, honest) = (&school.phones[0], &school.phones[1]);
    let corpus = corpus();
    assert!(corpus.len() >= 30);
    let mut good = MatchRecord::new().unwrap();
    for (nth, (code, bytes)) in (0..).zip(&corpus) {
        // In the same request an honest entry of the mentor's other phone, for another student and behind the bad one.
        let entry =
            good.add_entry(&honest.writer, day(nth), 5, &What::DoorCheck(DoorResult::Greeted)).unwrap();
        let push = [(school.matches[0], vec![bytes.clone()]), (school.matches[1], vec![entry.bytes.clone()])];
        let answer = hostile.sync(&server.address, 0, &push).await.unwrap();
        assert_eq!(answer.status, 200);
        let whole = daymark_documents::with_preamble(daymark_documents::without_preamble(bytes));
        let expected = vec![(hash_of(&whole).prefix().to_vec(), code.clone())];
        assert_eq!(refused(&answer), expected);
        assert_eq!(acknowledged(&answer), [[0; 8], entry.hash.prefix()].concat(), "{code}");
        assert!(server.is_running(), "{code}");
    }
    let sum = i64::try_from(corpus.len()).unwrap();
    assert_eq!(school.count("SELECT count(*) FROM change"), sum);
    assert_eq!(school.count("SELECT count(*) FROM quarantine"), sum);
    let rest = school.count("SELECT count(*) FROM change JOIN quarantine USING (hash)");
    assert_eq!(rest, 0, "nothing that was refused is in the log");
    // The other phone receives what is in the log, and nothing else is.
    let news = honest.sync(&server.address, 0, &[]).await.unwrap();
    let stored: BTreeSet<Vec<u8>> = news
        .frames
        .iter()
        .flat_map(|frame| match frame {
            Down::Snapshot(frame) => MatchRecord::load(&frame.document).unwrap().changes(),
            _ => Vec::new(),
        })
        .map(|(_, bytes)| bytes)
        .collect();
    assert!(corpus.iter().all(|(_, bytes)| !stored.contains(bytes)));
    assert_eq!(stored.len(), corpus.len());
    let memory = server.most_memory_mib();
    println!("{} hostile changes; the server held {memory} MiB at the most", corpus.len());
    assert!(memory < 512);
}

/// Twice as many phones as are let in at once, each with its own student, each sending one entry after the other.
const PHONES: usize = 200;
const ENTRIES: i32 = 4;

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_phones_is_answered_or_turned_away_and_nothing_acknowledged_is_lost_in_a_power_cut() {
    let school = School::of(PHONES / 4, PHONES, PHONES).await;
    let mut server = Server::over(school.folder.path());
    // Everything that the school has said is on the phones already.
    let cursor = u64::try_from(school.count("SELECT max(seq) FROM school")).unwrap();
    let told = Arc::new(AtomicUsize::new(0));
    let is_cut = Arc::new(AtomicBool::new(false));
    let mut tasks = Vec::new();
    for (phone, match_id) in school.phones.iter().cloned().zip(school.matches.clone()) {
        let (address, told, is_cut) = (server.address.clone(), told.clone(), is_cut.clone());
        tasks.push(tokio::spawn(async move {
            let (mut record, mut kept, mut statuses) =
                (MatchRecord::new().unwrap(), Vec::new(), BTreeMap::new());
            for nth in 0..ENTRIES {
                let mark = record.mark_day(&phone.writer, day(nth), CalendarMark::Present).unwrap().unwrap();
                let push = [(match_id, vec![mark.bytes])];
                while !is_cut.load(Ordering::Relaxed) {
                    let Ok(answer) = phone.sync(&address, cursor, &push).await else { continue };
                    *statuses.entry(answer.status).or_insert(0) += 1;
                    if answer.status == 200 {
                        assert_eq!(acknowledged(&answer), mark.hash.prefix());
                        kept.push(mark.hash.0);
                        told.fetch_add(1, Ordering::Relaxed);
                        break;
                    }
                    assert!(answer.head.to_lowercase().contains("retry-after"), "{}", answer.head);
                }
            }
            (kept, statuses)
        }));
    }
    // The staff's pages are answered in the middle of it, and two thirds through the power fails.
    while told.load(Ordering::Relaxed) < PHONES * ENTRIES as usize * 2 / 3 {
        let page = page(&server.address, "/sign-in").await;
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        if tasks.iter().all(tokio::task::JoinHandle::is_finished) {
            break;
        }
    }
    server.kill();
    is_cut.store(true, Ordering::Relaxed);
    let (mut kept, mut statuses) = (Vec::new(), BTreeMap::<u16, usize>::new());
    for task in tasks {
        let (of_phone, of_status) = task.await.unwrap();
        kept.extend(of_phone);
        of_status.into_iter().for_each(|(status, count)| *statuses.entry(status).or_default() += count);
    }
    println!("{} acknowledged before the power cut; answers by status: {statuses:?}", kept.len());
    assert!(statuses.keys().all(|status| [200, 503].contains(status)));
    let stored: BTreeSet<[u8; 32]> = school
        .store
        .read_blocking(|db| {
            let mut rows = db.prepare("SELECT hash FROM change")?;
            let hashes = rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok(hashes)
        })
        .unwrap();
    assert!(kept.iter().all(|hash| stored.contains(hash)));
}

/// Half of the slow clients never finish their headers, half never finish a body.
const SLOW: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn slow_clients_are_cut_off_in_their_time_while_others_are_answered() {
    let school = School::of(1, 1, 1).await;
    let server = Server::over(school.folder.path());
    let began = Instant::now();
    let mut slow = Vec::new();
    for nth in 0..SLOW {
        let is_body = nth % 2 == 1;
        let head = match is_body {
            true => {
                "POST /v1/pair HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"
            }
            false => "POST /v1/pair HTTP/1.1\r\nhost: x\r\n",
        };
        let mut stream = tokio::net::TcpStream::connect(&server.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(tokio::spawn(async move {
            let mut answer = Vec::new();
            // However it ends, it is over.
            let _ = stream.read_to_end(&mut answer).await;
            (is_body, began.elapsed(), String::from_utf8_lossy(&answer).into_owned())
        }));
    }
    let (mut asked, mut slowest) = (0, Duration::ZERO);
    while slow.iter().any(|client| !client.is_finished()) {
        let asking = Instant::now();
        assert!(page(&server.address, "/sign-in").await.starts_with("HTTP/1.1 200"));
        (asked, slowest) = (asked + 1, slowest.max(asking.elapsed()));
    }
    let mut last = [Duration::ZERO; 2];
    for client in slow {
        let (is_body, after, answer) = client.await.unwrap();
        assert!(!is_body || answer.starts_with("HTTP/1.1 408"), "{answer}");
        last[usize::from(is_body)] = last[usize::from(is_body)].max(after);
    }
    println!("half a head: closed after {:?}; half a body: {:?}", last[0], last[1]);
    println!("{asked} pages meanwhile, the slowest in {slowest:?}");
    assert!(last[0] < Duration::from_secs(15) && last[1] < Duration::from_secs(45));
}

async fn page(server: &str, path: &str) -> String {
    let mut stream = tokio::net::TcpStream::connect(server).await.unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nhost: {server}\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
