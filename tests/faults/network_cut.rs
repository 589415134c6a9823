//! A sync of ten entries through a wire that is cut after each byte, up or down, by a reset or by silence: the next
//! sync completes it, and every entry is on the server once.

use std::path::Path;
use std::time::Duration;

use crate::Broken;
use crate::killed_server::sync_to_the_end;
use crate::luck::Luck;
use crate::on_server::OnServer;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::School;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};
use crate::wire::{Cut, Ending, Wire};

const ENTRIES: usize = 10;
const PLACES_SHORT: u64 = 12;
/// How long somebody looks at a silent wire before closing the app: the request is dropped with it.
const PATIENCE: Duration = Duration::from_millis(120);
/// After so many rounds the phone and its records are made anew, so that the last rounds cost what the first did.
const ROUNDS: usize = 60;

/// Whether the phone waits for the server's word.
#[derive(Clone, Copy, PartialEq)]
enum Build {
    Real,
    Weakened,
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
        let (mut entries, mut places) = (0, 0);
        for seed in plan.seeds() {
            let mut cuts = cuts(plan, seed).await?;
            places = cuts.len();
            // A run that ends before the last place has seen some of everywhere, and another seed sees others.
            Luck::new(seed).shuffle(&mut cuts);
            for some in cuts.chunks(ROUNDS).take_while(|_| plan.goes_on()) {
                let (sent, wrong) = rounds(plan, some, Build::Real).await?;
                found.injected += some.len() as u64;
                entries += sent;
                found.lost.extend(wrong.map(|wrong| format!("{some:?}: {wrong}")));
            }
        }
        found.kept = format!("{entries} entries; a round has {places} places");
        let cuts = [Cut { up: Some(200), down: None, ending: Ending::Reset }];
        found.twin = Twin::Lost(u64::from(rounds(plan, &cuts, Build::Weakened).await?.1.is_some()));
        Ok(Outcome::Ran(found))
    })
}

/// Every place of the bytes that such a sync has in fact, both ways.
async fn cuts(plan: &Plan, seed: u64) -> Result<Vec<Cut>, Broken> {
    let (mut up, mut down) = (0, 0);
    with_phone(plan, async |phone, server, _| {
        let wire = Wire::to(&server.address, None).await?;
        tap(phone, 0)?;
        phone.sync(&wire.address).await?;
        (up, down) = wire.passed();
        Ok(())
    })
    .await?;
    let ending = |n: u64| if (n + seed).is_multiple_of(8) { Ending::Silence } else { Ending::Reset };
    let up =
        plan.places(up, PLACES_SHORT).into_iter().map(|n| Cut { up: Some(n), down: None, ending: ending(n) });
    let down = plan.places(down, PLACES_SHORT).into_iter().map(|n| Cut {
        up: None,
        down: Some(n),
        ending: ending(n),
    });
    Ok(up.chain(down).collect())
}

/// One phone and one server through these cuts: how many entries, and what was wrong in the end.
async fn rounds(plan: &Plan, cuts: &[Cut], build: Build) -> Result<(usize, Option<String>), Broken> {
    let (mut listed, mut wrong) = (Vec::new(), None);
    let school = with_phone(plan, async |phone, server, data| {
        for (n, cut) in cuts.iter().enumerate() {
            tap(phone, n)?;
            let wire = Wire::to(&server.address, Some(*cut)).await?;
            // Reset or given up: either is an end of the attempt.
            let _ = tokio::time::timeout(PATIENCE.max(patience(*cut)), phone.sync(&wire.address)).await;
            if build == Build::Weakened {
                phone.forget_outbox()?;
            }
            // Looked at before the next sync, in which the school would ask for what it lacks.
            if wrong.is_none() {
                wrong = gone(phone, data)?;
            }
            sync_to_the_end(phone, &server.address).await?;
        }
        listed = phone.listed()?;
        Ok(())
    })
    .await?;
    let wrong = wrong.or(OnServer::open(school.data())?.differs(&listed)?);
    Ok((listed.len(), wrong))
}

/// Whether anything left the outbox that the server does not have.
fn gone(phone: &Phone, data: &Path) -> Result<Option<String>, Broken> {
    let there = OnServer::open(data)?.keys()?;
    let gone = phone.sent()?.iter().filter(|sent| !there.contains(sent)).count();
    Ok((gone > 0).then(|| format!("{gone} entries left the outbox and are not on the server")))
}

/// A reset is answered at once; only silence needs somebody who loses patience.
const fn patience(cut: Cut) -> Duration {
    match cut.ending {
        Ending::Reset => Duration::from_secs(20),
        Ending::Silence => PATIENCE,
    }
}

fn tap(phone: &Phone, round: usize) -> Result<(), Broken> {
    let matches = phone.matches()?;
    for n in 0..ENTRIES {
        phone.tap(&matches, round * ENTRIES + n)?;
    }
    Ok(())
}

async fn with_phone(
    plan: &Plan,
    work: impl AsyncFnOnce(&Phone, &Server, &Path) -> Result<(), Broken>,
) -> Result<School, Broken> {
    let school = School::make(1).await?;
    let server = Server::start(&plan.server, school.data())?;
    let folder = tempfile::tempdir()?;
    let phone = Phone::open(folder.path())?;
    phone.pair(&server.address, school.data(), &school.codes[0]).await?;
    work(&phone, &server, school.data()).await?;
    Ok(school)
}
