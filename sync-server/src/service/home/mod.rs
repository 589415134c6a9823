//! What waits for a coordinator, by the eight areas of coordination. Each source ([`sources`], [`programme`]) looks
//! at one noun of the store; a figure among them is a report's.

mod programme;
mod sources;

use std::collections::BTreeMap;

use daymark_components::apart;
use daymark_domain::{CoordinationArea, CoordinationTask, FirstStep, SchoolDay};

use super::school_time;
use crate::reports::ReportError;
use crate::store::SharedStore;
use crate::store::schools::School;

/// Something that waits, with the first few of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub task: CoordinationTask,
    /// How much of it.
    pub n: usize,
    /// The first few: names, or words of the catalogue where the task has no person.
    pub first: Vec<String>,
    /// It should not wait until the next meeting.
    pub urgent: bool,
}

/// A student with who has to do with it, each in its own reading direction.
fn beside(student: &str, who: &str) -> String {
    format!("{} · {}", apart(student), apart(who))
}

/// So many are named.
const NAMED: usize = 3;

impl Waiting {
    /// So many of something, named each; none when there is nothing.
    fn some(task: CoordinationTask, names: impl IntoIterator<Item = String>) -> Option<Self> {
        let names: Vec<String> = names.into_iter().collect();
        let n = names.len();
        (n > 0).then(|| Self { task, n, first: names.into_iter().take(NAMED).collect(), urgent: false })
    }

    /// The same, with a word about whether it can wait.
    fn urgent_if(self, urgent: bool) -> Self {
        Self { urgent, ..self }
    }

    /// How many are not named.
    pub fn more(&self) -> usize {
        self.n.saturating_sub(self.first.len())
    }
}

/// The first page.
pub struct Home {
    /// The school.
    pub school: School,
    /// Now.
    pub now: i64,
    /// The first steps of the school, each with whether it is taken; empty once all are.
    pub first_steps: Vec<(FirstStep, bool)>,
    /// What waits, in the order of the areas, the urgent first.
    pub waiting: BTreeMap<CoordinationArea, Vec<Waiting>>,
}

/// What a source may look at.
struct Desk<'a> {
    store: &'a SharedStore,
    school: &'a School,
    now: i64,
    today: SchoolDay,
}

/// Everything that waits at the school.
pub async fn home(store: &SharedStore, school: School, now: i64) -> Result<Home, ReportError> {
    let today = school_time::at(&school, now).day;
    let desk = Desk { store, school: &school, now, today };
    let mut waiting: BTreeMap<CoordinationArea, Vec<Waiting>> = BTreeMap::new();
    let found = sources::all(&desk).await?.into_iter().chain(programme::all(&desk).await?);
    for found in found {
        waiting.entry(found.task.area()).or_default().push(found);
    }
    // The sort is stable: what is equally urgent stays in the order of its sources.
    waiting.values_mut().for_each(|tasks| tasks.sort_by_key(|task| !task.urgent));
    let taken = store.first_steps(school.id).await?;
    let steps = FirstStep::ALL.iter().map(|step| (*step, taken.contains(step)));
    let first_steps = if taken.len() == FirstStep::ALL.len() { Vec::new() } else { steps.collect() };
    Ok(Home { school, now, first_steps, waiting })
}
