//! What two programs of an earlier version said to each other, word for word (`tests/fixtures/older-wire`): its phone's
//! request to this server, its server's answer to this phone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread::JoinHandle;

use flate2::read::GzDecoder;
use tempfile::TempDir;

use crate::Broken;
use crate::faketime::Hands;
use crate::on_server::OnServer;
use crate::phone::{self, DATABASE, Phone, Saved};
use crate::plan::Plan;
use crate::school::now;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

/// When it was said; by later clocks the mentor's agreement would be over.
const SAID_AT: i64 = 1_795_420_182;
/// What the phone had not sent yet.
const UNSENT: usize = 6;
/// Where a request's head ends.
const HEAD_END: &[u8] = b"\r\n\r\n";

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let Some(hands) = Hands::take()? else {
        return Ok(Outcome::NotRun("faketime is missing".to_owned()));
    };
    hands.turn(SAID_AT - now())?;
    let mut lost = their_phone(plan, &hands)?;
    lost.extend(their_server()?);
    Ok(Outcome::Ran(Found {
        injected: 2,
        kept: format!("{UNSENT} entries of an older phone, said twice"),
        lost,
        twin: Twin::None("an entry that does not arrive is counted by the same check as network-cut's"),
    }))
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/older-wire").join(name)
}

/// The earlier phone's request, at today's server: every entry is there once, however often it is said.
fn their_phone(plan: &Plan, hands: &Hands) -> Result<Vec<String>, Broken> {
    let data = tempfile::tempdir()?;
    let mut school = std::fs::File::create(data.path().join(DATABASE))?;
    std::io::copy(&mut GzDecoder::new(std::fs::File::open(fixture("server.sqlite.gz"))?), &mut school)?;
    let unsent = unsent()?;
    let before = OnServer::open(data.path())?.counted()?;
    let server = Server::start_as(hands.command(&plan.server), data.path())?;
    let mut lost = Vec::new();
    for _ in 0..2 {
        let answer = say(&server.address, &std::fs::read(fixture("request.http"))?)?;
        lost.extend((answer != "HTTP/1.1 200 OK").then(|| format!("the server answers '{answer}'")));
    }
    drop(server);
    let after = OnServer::open(data.path())?.counted()?;
    let once = unsent.iter().filter(|entry| !before.contains_key(entry) && after.get(entry) == Some(&1));
    let (once, grown) = (once.count(), after.len() - before.len());
    if (unsent.len(), once, grown) != (UNSENT, UNSENT, UNSENT) {
        lost.push(format!(
            "of {} entries {once} are on the server once, which has {grown} more",
            unsent.len()
        ));
    }
    Ok(lost)
}

/// The earlier server's answer, at today's phone: what it acknowledges has left the outbox.
fn their_server() -> Result<Vec<String>, Broken> {
    let (_folder, phone) = phone()?;
    let (address, answering) = answer_once()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let synced = runtime.block_on(phone.sync(&address));
    let mut lost = Vec::new();
    lost.extend(synced.err().map(|error| format!("the phone does not understand the answer: {error}")));
    answering.join().map_err(|_| "the answering thread panicked")??;
    let status = phone.core.borrow().status()?;
    if (status.unsent, status.refused) != (0, 0) {
        lost.push(format!("{} entries are unsent, {} refused", status.unsent, status.refused));
    }
    lost.extend(phone.wrong(&phone.listed()?)?);
    Ok(lost)
}

/// The earlier phone's database in a folder of its own, opened by today's phone. A step of the database may have it read
/// the school's log from the start; what was recorded goes on where that phone was.
fn phone() -> Result<(TempDir, Phone), Broken> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join(DATABASE);
    std::fs::copy(fixture("phone.sqlite"), &place)?;
    let as_it_is = || daymark_sqlite::open_as_it_is(&place, Some(&phone::key()));
    let read_to: i64 = as_it_is()?.query_row("SELECT cursor FROM phone", [], |row| row.get(0))?;
    drop(Phone::open(folder.path())?);
    as_it_is()?.execute("UPDATE phone SET cursor = ?1", [read_to])?;
    let phone = Phone::with_clock(folder.path(), Rc::new(|| SAID_AT))?;
    Ok((folder, phone))
}

fn unsent() -> Result<Vec<Saved>, Broken> {
    let (_folder, phone) = phone()?;
    let sent = phone.sent()?;
    Ok(phone.listed()?.into_iter().filter(|entry| !sent.contains(entry)).collect())
}

/// Says these bytes; the first line of the answer, which comes when what was said is on the disk.
fn say(address: &str, request: &[u8]) -> Result<String, Broken> {
    let mut wire = TcpStream::connect(address.trim_start_matches("http://"))?;
    wire.write_all(request)?;
    let mut first_line = String::new();
    BufReader::new(wire).read_line(&mut first_line)?;
    Ok(first_line.trim_end().to_owned())
}

/// A server that answers one request with what the earlier one said, and closes.
fn answer_once() -> Result<(String, JoinHandle<std::io::Result<()>>), Broken> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    let answer = std::fs::read(fixture("answer.http"))?;
    let answering = std::thread::spawn(move || {
        let (mut phone, _) = listener.accept()?;
        read_request(&mut phone)?;
        phone.write_all(&answer)
    });
    Ok((address, answering))
}

/// Head and body, by the length that the head names.
fn read_request(phone: &mut TcpStream) -> std::io::Result<()> {
    let mut heard = Vec::new();
    let mut some = [0; 4096];
    loop {
        let head = heard.windows(HEAD_END.len()).position(|window| window == HEAD_END);
        if let Some(head) = head {
            let text = String::from_utf8_lossy(&heard[..head]).to_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.and_then(|length| length.parse().ok()).unwrap_or(0);
            if heard.len() >= head + HEAD_END.len() + length {
                return Ok(());
            }
        }
        match phone.read(&mut some)? {
            0 => return Ok(()),
            n => heard.extend_from_slice(&some[..n]),
        }
    }
}
