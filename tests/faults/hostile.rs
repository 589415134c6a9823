//! The corpus of hostile changes against the shipped server: each is refused, the server goes on in little memory, what
//! an honest phone says in between is taken, and no other phone receives a byte of it.

use std::path::{Path, PathBuf};

use daymark_documents::without_preamble;
use daymark_domain::MatchId;
use daymark_mentor_core::sync::HttpApi;
use daymark_protocol::{Hello, Push, SyncApi, Up};
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::Connection;

use crate::Broken;
use crate::killed_server::sync_to_the_end;
use crate::on_server::OnServer;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::School;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

/// What the server may hold in memory, whatever it is sent (`trust.md` P7).
const RESIDENT_MAX: u64 = 512 * 1024 * 1024;

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let corpus = corpus()?;
    if corpus.is_empty() {
        return Ok(Outcome::NotRun("tests/fixtures/hostile-changes is empty".to_owned()));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(attack(plan, &corpus)).map(Outcome::Ran)
}

/// Name and bytes of each.
fn corpus() -> Result<Vec<(String, Vec<u8>)>, Broken> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hostile-changes");
    let mut corpus = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "bin") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            corpus.push((name, std::fs::read(&path)?));
        }
    }
    corpus.sort();
    Ok(corpus)
}

async fn attack(plan: &Plan, corpus: &[(String, Vec<u8>)]) -> Result<Found, Broken> {
    let school = School::make(2).await?;
    let mut server = Server::start(&plan.server, school.data())?;
    let (folder, other_folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let (phone, other) = (Phone::open(folder.path())?, Phone::open(other_folder.path())?);
    phone.pair(&server.address, school.data(), &school.codes[0]).await?;
    other.pair(&server.address, school.data(), &school.codes[1]).await?;
    let matches = phone.matches()?;
    let mut lost = Vec::new();
    for (n, (name, bytes)) in corpus.iter().enumerate() {
        // Its own answer, yes or no, is the gate's matter; that it ends, and what is left, is looked at here.
        let _ = HttpApi::new(&server.address)
            .sync(&phone.authorization(), frames(matches[n % matches.len()], bytes))
            .await;
        if server.has_ended() {
            lost.push(format!("{name} ended the server"));
            server = Server::start(&plan.server, school.data())?;
        }
        phone.tap(&matches, n)?;
        sync_to_the_end(&phone, &server.address).await?;
    }
    let resident = server.resident_bytes()?;
    if resident > RESIDENT_MAX {
        lost.push(format!("the server holds {} MiB", resident >> 20));
    }
    let hashes = |phone: &Phone| -> Result<Vec<[u8; 32]>, Broken> {
        phone.matches()?.into_iter().map(|id| Ok(phone.core.borrow().record_hash(id)?)).collect()
    };
    let before = hashes(&other)?;
    sync_to_the_end(&other, &server.address).await?;
    if hashes(&other)? != before {
        lost.push("another mentor's phone received something".to_owned());
    }
    server.kill();
    lost.extend(OnServer::open(school.data())?.differs(&phone.listed()?)?);
    let accepted = accepted(school.data(), corpus)?;
    if accepted > 0 {
        lost.push(format!("{accepted} hostile changes are in the record"));
    }
    Ok(Found {
        injected: corpus.len() as u64,
        kept: format!("{} honest entries in between; {} MiB at most", corpus.len(), resident >> 20),
        lost,
        twin: Twin::None("the worker's own tests send them past the limits (documents, sync-server)"),
    })
}

fn frames(match_id: MatchId, bytes: &[u8]) -> Vec<u8> {
    let mut frames = Vec::new();
    Up::from(Hello::new(0, None, 0)).write(&mut frames);
    let bytes = if bytes.len() > 8 { without_preamble(bytes) } else { bytes };
    Up::from(Push::new((*match_id.as_bytes()).into(), vec![bytes.to_vec().into()])).write(&mut frames);
    frames
}

fn accepted(data: &Path, corpus: &[(String, Vec<u8>)]) -> Result<usize, Broken> {
    let stored = |db: &Connection| {
        let mut statement = db.prepare("SELECT bytes FROM change")?;
        let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    };
    let stored = SqliteStore::open(data)?.read_blocking(stored)?;
    Ok(corpus.iter().filter(|(_, bytes)| stored.contains(bytes)).count())
}
