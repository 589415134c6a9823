//! A school's day where there is nothing but the school's own server: everything works, and nobody else is asked for.
//!
//! Server and phone run in a network namespace that has a loopback and no other way out, and every address that either
//! of them speaks to is read from its system calls.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::drive::say;
use crate::killed_server::sync_to_the_end;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::School;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};
use crate::{Broken, strace};

/// What a mentor taps in that day.
const TAPS: usize = 12;
/// Pages that anybody may ask for; what they would fetch from elsewhere a server would have to send for.
const PAGES: [&str; 6] = ["/", "/sign-in", "/team/week", "/healthz", "/metrics", "/openapi.json"];
/// Somebody else, as a careless phone might have it in its code.
const ELSEWHERE: &str = "http://elsewhere.invalid";

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = strace::missing() {
        return Ok(Outcome::NotRun(why));
    }
    if !namespace().arg("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        return Ok(Outcome::NotRun("a network namespace cannot be made here".to_owned()));
    }
    let day = watched(plan, "alone")?;
    let twin = watched(plan, "alone-and-talkative")?;
    let mut lost = day.strangers;
    lost.extend((!day.came_to_the_end).then(|| "the day does not come to its end".to_owned()));
    Ok(Outcome::Ran(Found {
        injected: 1,
        kept: format!("{} calls that open a connection or send to an address", day.calls),
        lost,
        twin: Twin::Lost(twin.strangers.len() as u64),
    }))
}

/// A program in a network of its own, with a loopback alone.
fn namespace() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--net", "--map-root-user", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\""]);
    command
}

/// What was seen of a day.
struct Watched {
    calls: usize,
    strangers: Vec<String>,
    came_to_the_end: bool,
}

fn watched(plan: &Plan, verb: &str) -> Result<Watched, Broken> {
    let folder = tempfile::tempdir()?;
    let trace = folder.path().join("calls");
    let mut command = namespace();
    command.args(["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o"]).arg(&trace);
    command.arg(std::env::current_exe()?).args(["drive", verb]).arg(&plan.server);
    let said = command.stdin(Stdio::null()).stderr(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let port = said.lines().find_map(|line| line.strip_prefix("listens http://127.0.0.1:"));
    let port = port.ok_or("the server did not listen in a network of its own")?;
    let calls = std::fs::read_to_string(&trace)?;
    let calls: Vec<&str> = calls.lines().filter(|line| line.contains("sa_family=")).collect();
    let ours = format!("sin_port=htons({port}), sin_addr=inet_addr(\"127.0.0.1\")");
    let strangers = calls.iter().filter(|call| !call.contains(&ours));
    Ok(Watched {
        calls: calls.len(),
        strangers: strangers.map(|call| (*call).to_owned()).collect(),
        came_to_the_end: said.lines().any(|line| line == "end"),
    })
}

/// The day itself: `drive alone SERVER`.
pub fn day(server: &Path, talkative: bool) -> Result<(), Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let school = School::make(1).await?;
        let server = Server::start(server, school.data())?;
        say(&format!("listens {}", server.address))?;
        let folder = tempfile::tempdir()?;
        let phone = Phone::open(folder.path())?;
        phone.pair(&server.address, school.data(), &school.codes[0]).await?;
        let matches = phone.matches()?;
        for n in 0..TAPS {
            phone.tap(&matches, n)?;
            sync_to_the_end(&phone, &server.address).await?;
        }
        for page in PAGES {
            get(&server.address, page)?;
        }
        if talkative {
            // That nobody answers is what is expected there.
            let _ = phone.sync(ELSEWHERE).await;
        }
        say("end")
    })
}

fn get(address: &str, page: &str) -> Result<(), Broken> {
    let host = address.trim_start_matches("http://");
    let mut wire = TcpStream::connect(host)?;
    write!(wire, "GET {page} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    wire.read_to_end(&mut answer)?;
    if answer.starts_with(b"HTTP/1.1 ") { Ok(()) } else { Err(format!("{page} is not answered").into()) }
}
