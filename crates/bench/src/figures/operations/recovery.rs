//! A server that is killed while phones sync: how soon the next one answers, and how long it reads a long log.

use std::cell::Cell;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use daymark_domain::SchoolDay;
use daymark_sqlite::rusqlite::Connection;
use futures_util::future::{join, join_all};
use tokio::time::sleep;

use super::ANY_PORT;
use super::district::{District, Held};
use crate::diary::Diary;
use crate::phone::native_link;
use crate::program::{self, Server};
use crate::report::Measure::{self, Bytes};
use crate::report::{Figure, Spread, progress};
use crate::{Outcome, browser_link, http};

const KILLS: usize = 12;
const LOAD_BEFORE: Duration = Duration::from_secs(2);
/// Before a phone that failed asks again, and between two looks at the phones.
const PAUSE: Duration = Duration::from_millis(2);
/// A server that is not back by then is no figure any more.
const PATIENCE: Duration = Duration::from_secs(60);
/// Every so many-th mark of the school's file becomes another one.
const CHANGED: usize = 8;

struct Recovered {
    log_bytes: u64,
    listening: Duration,
    served: Duration,
}

/// Again and again; the last server that came back is handed on.
pub async fn measure(district: &District, mut server: Server) -> Outcome<Server> {
    let (data, mut kills) = (district.files.data(), Vec::with_capacity(KILLS));
    for n in 0..KILLS {
        let load = Load::default();
        let phones = district.phones.iter().enumerate();
        let phones = phones.map(|(nth, held)| load.go_on(held, district.today, (server.address, n + nth)));
        let phones = join_all(phones.collect::<Vec<_>>());
        let killed = load.kill(server, &data);
        let (recovered, _) = join(killed, phones).await;
        let (recovered, next) = recovered?;
        kills.push(recovered);
        server = next;
    }
    let spread = |of: fn(&Recovered) -> Duration| Spread::of(kills.iter().map(of).collect());
    let (listening, served) = (spread(|kill| kill.listening), spread(|kill| kill.served));
    let log_bytes = kills.iter().map(|kill| kill.log_bytes).max().unwrap_or_default();
    Figure::new(
        "A server that was killed",
        &[
            &format!("{}.", district.work),
            &format!(
                "`kill -9` while {} phones sync one entry after the other for {} s, {KILLS} times. From the start of the next",
                district.phones.len(),
                LOAD_BEFORE.as_secs()
            ),
            "server to its open port, and to the first sync that a phone has through; the phones ask again and again.",
        ],
    )
    .line("until it listens: p50", Measure::millis(listening.p50))
    .line("until it listens: worst", Measure::millis(listening.worst))
    .line("until a phone's sync is through: p50", Measure::millis(served.p50))
    .line("until a phone's sync is through: worst", Measure::millis(served.worst))
    .line("the longest log of writes that was read again", Bytes(log_bytes))
    .print();
    Ok(server)
}

/// What phones and the one who kills tell each other.
#[derive(Default)]
struct Load {
    /// Syncs that came through.
    syncs: Cell<u64>,
    over: Cell<bool>,
}

impl Load {
    /// A phone that taps and syncs until all is over; what fails is tried again.
    async fn go_on(&self, held: &Held, day: SchoolDay, (address, round): (SocketAddr, usize)) -> Outcome {
        let link = native_link(address);
        let mut diary = Diary::new(round as u64);
        while !self.over.get() {
            if held.phone.unsent()? == 0 {
                held.tap(day, &mut diary, round, 1)?;
            }
            match held.phone.sync(&link).await {
                Ok(()) => self.syncs.set(self.syncs.get() + 1),
                Err(_) => sleep(PAUSE).await,
            }
        }
        Ok(())
    }

    /// Kills in the middle and starts the next, and ends the load whatever came of it.
    async fn kill(&self, server: Server, data: &Path) -> Outcome<(Recovered, Server)> {
        let recovered = self.kill_and_wait(server, data).await;
        self.over.set(true);
        recovered
    }

    async fn kill_and_wait(&self, server: Server, data: &Path) -> Outcome<(Recovered, Server)> {
        sleep(LOAD_BEFORE).await;
        let address = server.address;
        server.kill()?;
        let log_bytes = log_bytes(data)?;
        let began = Instant::now();
        // Nobody but phones runs on this thread, and they have nobody to ask.
        let server = Server::start(data, address)?;
        let (listening, before) = (began.elapsed(), self.syncs.get());
        while self.syncs.get() == before {
            if began.elapsed() > PATIENCE {
                return Err("no phone got through to the server that came back".into());
            }
            sleep(PAUSE).await;
        }
        Ok((Recovered { log_bytes, listening, served: began.elapsed() }, server))
    }
}

/// The log that a large import leaves when nobody could tidy it up: what a power cut would leave, in a folder of its own.
pub async fn after_an_import(district: &District, server: Server) -> Outcome {
    progress("a long log");
    let (data, changed) = (district.files.data(), district.files.beside("changed.csv"));
    let rows = change_marks(&district.files.files().join("attendance.csv"), &changed)?;
    // Whoever reads keeps the log from being tidied up.
    let reader = Connection::open(data.join("daymark.sqlite"))?;
    reader.execute_batch("BEGIN; SELECT count(*) FROM school;")?;
    let import = [PathBuf::from("import"), "attendance".into(), changed, "--data".into(), data.clone()];
    program::must(&import)?;
    server.kill()?;
    let (log_bytes, copy) = (log_bytes(&data)?, district.files.beside("after-the-cut"));
    copy_without_index(&data, &copy)?;
    drop(reader);
    let began = Instant::now();
    let server = Server::start(&copy, ANY_PORT.into())?;
    let listening = began.elapsed();
    let ready = http::ask(server.address, "GET /readyz HTTP/1.1", &[]).await?;
    let served = began.elapsed();
    if ready.status() != Some(200) {
        return Err(format!("not ready: {:?}", browser_link::plain(&ready)).into());
    }
    Figure::new(
        "A server that was cut off after an import",
        &[&format!("{rows} changed marks of {}, in one transaction that nobody tidied up.", district.work)],
    )
    .line("the log of writes that is read again", Bytes(log_bytes))
    .line("until it listens", Measure::millis(listening))
    .line("until it says that it is ready", Measure::millis(served))
    .line("most memory held until then", Bytes(server.most_memory()?))
    .print();
    Ok(())
}

fn log_bytes(data: &Path) -> Outcome<u64> {
    Ok(std::fs::metadata(data.join("daymark.sqlite-wal"))?.len())
}

/// Returns how many marks say something else now.
fn change_marks(marks: &Path, to: &Path) -> Outcome<u64> {
    let (mut rows, mut count) = ("student_id,school_id,date,category\n".to_owned(), 0);
    for row in std::fs::read_to_string(marks)?.lines().skip(1).step_by(CHANGED) {
        // Keys and dates are never quoted, so the third comma ends the date.
        let mut fields = row.splitn(5, ',');
        let [Some(student), Some(school), Some(day), Some(was)] = [(); 4].map(|()| fields.next()) else {
            continue;
        };
        let other = if was == "Tardy" { "Absent" } else { "Tardy" };
        rows.push_str(&format!("{student},{school},{day},{other}\n"));
        count += 1;
    }
    std::fs::write(to, rows)?;
    Ok(count)
}

/// Whoever had the database open is gone with the power, and with them the index of the log, which lives in memory.
fn copy_without_index(data: &Path, to: &Path) -> Outcome {
    std::fs::create_dir(to)?;
    for entry in std::fs::read_dir(data)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.path().is_file() && !name.to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
