//! The phone's process whose system calls fail, and a disk that is full: it says so, keeps nothing half, loses nothing
//! that it had called saved, and goes on when there is room again.

use std::path::Path;
use std::process::{Command, Stdio};

use daymark_mentor_core::api::Failure;

use crate::Broken;
use crate::killed_server::sync_to_the_end;
use crate::on_server::OnServer;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::copied;
use crate::server::Server;
use crate::strace::{Injected, missing};
use crate::syscall::{Paired, driven};
use crate::table::{Found, Outcome, Twin};

const CALLS_MAX: u64 = 200;
const ROOM_LEFT: u64 = 64 * 1024;

/// Row `failing-calls`: `EIO` and `ENOSPC` at each write and flush, once and from then on.
pub fn calls(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = missing() {
        return Ok(Outcome::NotRun(why));
    }
    let paired = Paired::make(plan)?;
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("killed-phone's, which promises too early, is judged by the same check"),
    };
    let (mut saved, mut refused) = (0, 0);
    for (call, stride) in [("pwrite64", 9), ("fsync", 4)] {
        let stride = if plan.is_long() { 1 } else { stride };
        for n in (1 + plan.seed % stride..CALLS_MAX).step_by(stride as usize) {
            let mut failed = 0;
            for injected in errors(n) {
                let folder = copied(paired.phone.path())?;
                let said = driven("tap", folder.path(), plan.seed, (call, n), injected)?;
                let phone = Phone::open(folder.path())?;
                let wrong = phone.wrong(&said.saved)?;
                found.lost.extend(wrong.map(|wrong| format!("{call} {n} {injected:?}: {wrong}")));
                found.injected += 1;
                failed += said.refused + usize::from(!said.came_to_the_end);
                (saved, refused) = (saved + said.promised, refused + said.refused);
            }
            if failed == 0 {
                // So many calls it does not make: nothing failed, so nothing counts.
                found.injected -= errors(n).len() as u64;
                break;
            }
        }
    }
    found.kept = format!("{saved} saved entries, {refused} taps answered 'not saved'");
    Ok(Outcome::Ran(found))
}

fn errors(n: u64) -> Vec<Injected> {
    let error = if n.is_multiple_of(2) { "EIO" } else { "ENOSPC" };
    vec![Injected::Error(error), Injected::ErrorFromThenOn(error)]
}

/// Row `full-disk`: a disk of a few hundred kilobytes, full, and then not.
pub fn full(plan: &Plan) -> Result<Outcome, Broken> {
    let paired = Paired::make(plan)?;
    let folder = tempfile::tempdir()?;
    let Some(_mounted) = Mounted::on(folder.path()) else {
        return Ok(Outcome::NotRun("a small disk cannot be mounted without the rights of root".to_owned()));
    };
    for entry in std::fs::read_dir(paired.phone.path())? {
        let entry = entry?;
        std::fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("killed-phone's, which promises too early, is judged by the same check"),
    };
    let phone = Phone::open(folder.path())?;
    let matches = phone.matches()?;
    let (mut saved, mut n) = (Vec::new(), 0);
    for _ in 0..5 {
        saved.push(phone.tap(&matches, n)?);
        n += 1;
    }
    let ballast = folder.path().join("photographs");
    fill(&ballast)?;
    while found.injected < 20 && n < 500 {
        match phone.tap(&matches, n) {
            Ok(entry) => saved.push(entry),
            Err(Failure::NotSaved(_)) => found.injected += 1,
            Err(other) => found.lost.push(format!("a full disk was answered with {other:?}")),
        }
        n += 1;
    }
    // Reading goes on.
    let listed = phone.listed()?;
    let gone = saved.iter().filter(|entry| !listed.contains(entry)).count();
    found.lost.extend((gone > 0).then(|| format!("{gone} saved entries cannot be read while it is full")));
    let full = saved.len();
    std::fs::remove_file(&ballast)?;
    for more in 0..5 {
        saved.push(phone.tap(&matches, n + more).map_err(|failure| format!("with room again: {failure:?}"))?);
    }
    found.lost.extend(phone.wrong(&saved)?);
    let server = Server::start(&plan.server, paired.school.data())?;
    runtime.block_on(sync_to_the_end(&phone, &server.address))?;
    drop(server);
    found.lost.extend(OnServer::open(paired.school.data())?.differs(&phone.listed()?)?);
    drop(phone);
    found.kept = format!("{full} entries saved before it was full and 5 after; the outbox drained");
    Ok(Outcome::Ran(found))
}

/// Takes all the room that there is.
fn fill(path: &Path) -> Result<(), Broken> {
    let mut file = std::fs::File::create(path)?;
    while std::io::Write::write_all(&mut file, &[0; 4096]).is_ok() {}
    // A little is left, so that it becomes full under a tap and not before.
    let length = file.metadata()?.len();
    Ok(file.set_len(length.saturating_sub(ROOM_LEFT))?)
}

/// A small disk; it is taken away with this value.
struct Mounted<'f>(&'f Path);

impl<'f> Mounted<'f> {
    fn on(folder: &'f Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=1500k", "daymark-faults"]).arg(folder).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then_some(Self(folder))
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        // Lazily: whatever still holds a file of it must not keep it for ever.
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}
