//! The shipped server with a wrong clock, from its start on and while it runs: phones lose nothing, nothing is doubled
//! or refused, each is told how far apart the two clocks are, and once the clock is right again all read the same.

use std::path::Path;

use crate::Broken;
use crate::clocks::{DAY, TOLD, code, skews};
use crate::faketime::Hands;
use crate::killed_server::sync_to_the_end;
use crate::luck::Luck;
use crate::on_server::OnServer;
use crate::phone::{Phone, Saved};
use crate::plan::Plan;
use crate::school::{School, now};
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

/// How much later or earlier the program's clock may be than it was set: the time between a look and a look.
const BETWEEN_LOOKS: u64 = 30;

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let Some(hands) = Hands::take()? else {
        return Ok(Outcome::NotRun("faketime is missing".to_owned()));
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("no clock decides about order here: there is nothing to weaken"),
    };
    for seed in plan.seeds() {
        runtime.block_on(round(plan, &hands, seed, &mut found))?;
    }
    Ok(Outcome::Ran(found))
}

async fn round(plan: &Plan, hands: &Hands, seed: u64, found: &mut Found) -> Result<(), Broken> {
    hands.turn(0)?;
    let school = School::make(0).await?;
    let folder = tempfile::tempdir()?;
    let phone = Phone::open(folder.path())?;
    let (mut saved, mut away) = (Vec::new(), Vec::new());
    {
        let server = Server::start(&plan.server, school.data())?;
        phone.pair(&server.address, school.data(), &code(school.data()).await?).await?;
    }
    let mut skews = skews();
    Luck::new(seed).shuffle(&mut skews);
    // Started wrong, then jumping while it runs.
    for some in skews.chunks(4) {
        hands.turn(some[0])?;
        let server = Server::start_as(hands.command(&plan.server), school.data())?;
        for skew in some {
            hands.turn(*skew)?;
            found.injected += 1;
            let seen = under(hands, &phone, &server, *skew, &mut saved).await?;
            found.lost.extend(seen.wrong.map(|wrong| format!("the server's clock {skew} s off: {wrong}")));
            away.extend(seen.away.then_some(skew / DAY));
        }
    }
    hands.turn(0)?;
    found.lost.extend(right_again(plan, school.data(), &phone, &saved).await?);
    found.kept = format!("{} entries a round, students away under clocks off by days {away:?}", saved.len());
    Ok(())
}

/// What a mentor sees under one clock of the server's.
#[derive(Default)]
struct Seen {
    /// By that clock nobody may have these students: an agreement is over, or not signed yet.
    away: bool,
    wrong: Option<String>,
}

/// A mentor's tap and sync under one clock of the server's.
async fn under(
    hands: &Hands,
    phone: &Phone,
    server: &Server,
    skew: i64,
    saved: &mut Vec<Saved>,
) -> Result<Seen, Broken> {
    let shown = hands.shown()?;
    if shown.abs_diff(now() + skew) > BETWEEN_LOOKS {
        return Err(format!("the clock shows {shown}, which is not {skew} s off").into());
    }
    // The first sync brings what that day brings.
    for _ in 0..2 {
        if let Err(error) = sync_to_the_end(phone, &server.address).await {
            return Ok(Seen { wrong: Some(error.to_string()), away: false });
        }
        let matches = phone.matches()?;
        if !matches.is_empty() {
            saved.push(phone.tap(&matches, saved.len())?);
        }
    }
    sync_to_the_end(phone, &server.address).await?;
    let away = phone.matches()?.is_empty();
    let status = phone.core.borrow().status()?;
    let told = status.clock_off.is_some();
    let wrong = match () {
        () if status.refused > 0 => Some(format!("{} entries were refused", status.refused)),
        () if told != (skew.abs() > TOLD) => Some(format!("the phone says {:?}", status.clock_off)),
        () if away && skew.abs() < DAY => Some("the students left the phone".to_owned()),
        () => None,
    };
    Ok(Seen { away, wrong })
}

/// The clock is right again: what is wrong now.
async fn right_again(
    plan: &Plan,
    data: &Path,
    phone: &Phone,
    saved: &[Saved],
) -> Result<Vec<String>, Broken> {
    let mut wrong = Vec::new();
    let mut server = Server::start(&plan.server, data)?;
    sync_to_the_end(phone, &server.address).await?;
    let told = phone.core.borrow().status()?.clock_off;
    wrong.extend(told.map(|off| format!("both clocks are right and the phone says {off}")));
    wrong.extend(phone.wrong(saved)?);
    let other_folder = tempfile::tempdir()?;
    let other = Phone::open(other_folder.path())?;
    other.pair(&server.address, data, &code(data).await?).await?;
    for match_id in phone.matches()? {
        if phone.core.borrow().record_hash(match_id)? != other.core.borrow().record_hash(match_id)? {
            wrong.push("two phones of one mentor read different records".to_owned());
        }
    }
    server.kill();
    let there = OnServer::open(data)?.counted()?;
    let missing = saved.iter().filter(|entry| there.get(entry) != Some(&1)).count();
    wrong.extend((missing > 0).then(|| format!("{missing} entries are not on the server once")));
    Ok(wrong)
}
