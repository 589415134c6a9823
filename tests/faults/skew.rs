//! An older version beside this one: phones and servers are updated one after the other, in either order, and all the
//! while every entry arrives once.
//!
//! The programs of both are real: server, demo (which makes the school and its pairing codes) and the phone of
//! `tests/examples/phone.rs`, each built from its own sources.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::Broken;
use crate::on_server::OnServer;
use crate::plan::Plan;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

/// The programs of one version.
pub struct Version {
    name: &'static str,
    server: PathBuf,
    demo: PathBuf,
    phone: PathBuf,
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let Some(older) = plan.older.as_deref() else {
        return Ok(Outcome::NotRun("cargo xtask faults --skew COMMIT builds what it needs".to_owned()));
    };
    let older = Version {
        name: "older",
        server: older.join("daymark-server"),
        demo: older.join("daymark-demo"),
        phone: older.join("phone"),
    };
    let beside = plan.server.parent().unwrap_or(Path::new("."));
    let newer = Version {
        name: "newer",
        server: plan.server.clone(),
        demo: beside.join("daymark-demo"),
        phone: beside.join("examples/phone"),
    };
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("network-cut's, which loses what it should keep, is judged by the same check"),
    };
    let mut saved = 0;
    for first in [First::Server, First::Phone] {
        let mut school = School::make(&older)?;
        let told = school.year(&older, &newer, first);
        found.injected += school.syncs_across;
        saved += school.saved.len();
        found.lost.extend(school.wrong.into_iter().map(|wrong| format!("{first:?} updated first: {wrong}")));
        found.lost.extend(told.err().map(|error| format!("{first:?} updated first: {error}")));
    }
    found.kept = format!("{saved} entries, through syncs of an older program with a newer one");
    Ok(Outcome::Ran(found))
}

/// Which is updated while the other is still the older one.
#[derive(Clone, Copy, Debug, PartialEq)]
enum First {
    Server,
    Phone,
}

/// A school whose programs change.
struct School {
    data: TempDir,
    phones: Vec<TempDir>,
    saved: BTreeSet<String>,
    taps: usize,
    syncs_across: u64,
    wrong: Vec<String>,
}

impl School {
    fn make(older: &Version) -> Result<Self, Broken> {
        let data = tempfile::tempdir()?;
        let mut make = Command::new(&older.demo);
        make.arg("make").arg("--data").arg(data.path()).args(["--students", "90"]);
        said(&mut make)?;
        let (phones, saved) = (Vec::new(), BTreeSet::new());
        Ok(Self { data, phones, saved, taps: 0, syncs_across: 0, wrong: Vec::new() })
    }

    /// The older pair works; one of the two is updated; then the other.
    fn year(&mut self, older: &Version, newer: &Version, first: First) -> Result<(), Broken> {
        let server = Server::start(&older.server, self.data.path())?;
        let veteran = self.pair(older, older, &server)?;
        self.day(older, veteran, &server)?;
        self.tap(older, veteran)?;
        drop(server);

        let (serving, carried) = match first {
            First::Server => (newer, older),
            First::Phone => (older, newer),
        };
        let server = Server::start(&serving.server, self.data.path())?;
        self.day(carried, veteran, &server)?;
        let recruit = self.pair(newer, serving, &server)?;
        self.day(newer, recruit, &server)?;
        let straggler = self.pair(older, serving, &server)?;
        self.day(older, straggler, &server)?;
        self.syncs_across += 3;
        self.all_alike(&server, [(carried, veteran), (newer, recruit), (older, straggler)])?;
        self.tap(older, straggler)?;
        drop(server);

        let server = Server::start(&newer.server, self.data.path())?;
        for phone in [veteran, recruit, straggler] {
            self.day(newer, phone, &server)?;
        }
        self.all_alike(&server, [(newer, veteran), (newer, recruit), (newer, straggler)])?;
        drop(server);
        self.counted_once()
    }

    /// A new phone of the mentor; which one.
    fn pair(&mut self, phone: &Version, serving: &Version, server: &Server) -> Result<usize, Broken> {
        let mut invite = Command::new(&serving.demo);
        let invited = said(invite.args(["invite", "--json", "--data"]).arg(self.data.path()))?;
        let invited: Value = serde_json::from_str(&invited)?;
        let code = invited["code"].as_str().ok_or("the demo made no code")?;
        let folder = tempfile::tempdir()?;
        let mut pair = Command::new(&phone.phone);
        pair.arg("pair").arg(folder.path()).args([&server.address, code]);
        self.let_in_while(pair.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()), serving)
            .map_err(|error| format!("a {} phone does not pair: {error}", phone.name))?;
        self.phones.push(folder);
        Ok(self.phones.len() - 1)
    }

    /// The phone waits for the coordinator, who says of whoever waits that the words are the same.
    fn let_in_while(&self, pair: &mut Command, serving: &Version) -> Result<(), Broken> {
        let mut phone = pair.spawn()?;
        while phone.try_wait()?.is_none() {
            said(Command::new(&serving.demo).args(["let-in", "--data"]).arg(self.data.path()))?;
        }
        told(phone.wait_with_output()?).map(drop)
    }

    /// Taps, and a sync that leaves nothing behind.
    fn day(&mut self, version: &Version, phone: usize, server: &Server) -> Result<(), Broken> {
        self.tap(version, phone)?;
        self.sync(version, phone, server)
    }

    fn tap(&mut self, version: &Version, phone: usize) -> Result<(), Broken> {
        let (from, to) = (self.taps, self.taps + 6);
        let mut tap = Command::new(&version.phone);
        let told = said(tap.arg("tap").arg(self.folder(phone)).args([from.to_string(), to.to_string()]))?;
        let entries = told.lines().filter_map(|line| line.strip_prefix("saved "));
        self.saved.extend(entries.map(str::to_owned));
        self.taps = to;
        Ok(())
    }

    fn sync(&mut self, version: &Version, phone: usize, server: &Server) -> Result<(), Broken> {
        let mut sync = Command::new(&version.phone);
        let told = said(sync.arg("sync").arg(self.folder(phone)).arg(&server.address))
            .map_err(|error| format!("a {} phone does not sync: {error}", version.name))?;
        if told.trim() != "synced 0 0" {
            self.wrong.push(format!("a {} phone's sync leaves 'unsent refused' as: {told}", version.name));
        }
        Ok(())
    }

    /// Each hears the others out, and then all have everything that was ever saved.
    fn all_alike<const N: usize>(
        &mut self,
        server: &Server,
        phones: [(&Version, usize); N],
    ) -> Result<(), Broken> {
        let mut lists = Vec::new();
        for (version, phone) in phones {
            self.sync(version, phone, server)?;
            let told = said(Command::new(&version.phone).arg("list").arg(self.folder(phone)))?;
            let listed = told.lines().filter_map(|line| line.strip_prefix("entry "));
            let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
            let gone = self.saved.difference(&listed).count();
            let of = self.saved.len();
            let name = version.name;
            self.wrong.extend((gone > 0).then(|| format!("a {name} phone lacks {gone} of {of} entries")));
            lists.push(listed);
        }
        if lists.windows(2).any(|pair| pair[0] != pair[1]) {
            self.wrong.push("phones of one mentor list different entries".to_owned());
        }
        Ok(())
    }

    /// On the team's pages, as this version reads them.
    fn counted_once(&mut self) -> Result<(), Broken> {
        let counted = OnServer::open(self.data.path())?.counted()?;
        let once: BTreeSet<String> = counted
            .iter()
            .filter(|(_, times)| **times == 1)
            .map(|((match_id, key), _)| format!("{match_id} {key}"))
            .collect();
        let missing = self.saved.difference(&once).count();
        self.wrong.extend((missing > 0).then(|| format!("{missing} entries are not on the server once")));
        Ok(())
    }

    fn folder(&self, phone: usize) -> &Path {
        self.phones[phone].path()
    }
}

/// What the program said; an error when it failed.
fn said(command: &mut Command) -> Result<String, Broken> {
    told(command.stdin(Stdio::null()).stderr(Stdio::null()).output()?)
}

fn told(output: Output) -> Result<String, Broken> {
    let said = String::from_utf8(output.stdout)?;
    if output.status.success() { Ok(said) } else { Err(said.trim().to_owned().into()) }
}
