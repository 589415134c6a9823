//! A phone without memory: SQLite gets no more than so much, from too little for anything to enough for everything, so that
//! a tap breaks off wherever it asks for some. It says that it could not save, keeps nothing half, and what it had called
//! saved is there.

use std::path::Path;
use std::process::Command;

use crate::Broken;
use crate::drive::say;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::copied;
use crate::syscall::{Paired, TAPS, said};
use crate::table::{Found, Outcome, Twin};

/// The most, with which every tap is saved, and how far one place is from the next.
const MOST: u64 = 512 * 1024;
const STEP: u64 = 1024;
/// So many in a short run.
const PLACES: u64 = 24;

/// Row `hungry-phone`.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let paired = Paired::make(plan)?;
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("killed-phone's, which promises too early, is judged by the same check"),
    };
    let (mut saved, mut refused) = (0, 0);
    for place in plan.places(MOST / STEP, PLACES) {
        let folder = copied(paired.phone.path())?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["drive", "tap-hungry"]).arg(folder.path()).args([TAPS, &(place * STEP).to_string()]);
        let said = said(&mut command)?;
        let wrong = Phone::open(folder.path())?.wrong(&said.saved)?;
        found.lost.extend(wrong.map(|wrong| format!("with {} bytes: {wrong}", place * STEP)));
        // A phone that ends where it has no memory has said nothing of what it was asked.
        found.injected += u64::from(said.refused > 0 || !said.came_to_the_end);
        (saved, refused) = (saved + said.promised, refused + said.refused);
    }
    found.kept = format!("{saved} saved entries, {refused} taps answered 'not saved'");
    Ok(Outcome::Ran(found))
}

/// As the process that is starved: taps like any other phone, with so many bytes.
pub fn tap(folder: &Path, times: &str, bytes: &str) -> Result<(), Broken> {
    let phone = Phone::open(folder)?;
    let matches = phone.matches()?;
    phone.starve(bytes.parse()?)?;
    for n in 0..times.parse()? {
        match phone.tap(&matches, n) {
            Ok((match_id, key)) => say(&format!("saved {match_id} {key}"))?,
            Err(failure) => say(&format!("not-saved {failure:?}"))?,
        }
    }
    say("end")
}
