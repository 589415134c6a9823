//! What phones make the server compute, and how many of them a processor carries.

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;

use super::district::{CASELOAD, District, PHONES};
use crate::Outcome;
use crate::diary::Diary;
use crate::phone::native_link;
use crate::program::Server;
use crate::report::Measure::{Bytes, Count, Millis, Seconds};
use crate::report::{Figure, progress};

/// An ordinary day of a mentor: syncs, and entries that go with each.
const SYNCS_OF_A_DAY: usize = 10;
const ENTRIES_A_SYNC: usize = 3;
const QUESTIONS_OF_A_DAY: usize = 6;
/// Ten minutes after the bell each phone sends five entries (`trust.md`), each in a sync of its own at worst.
const AFTER_THE_BELL: Duration = Duration::from_secs(600);
const SYNCS_AFTER_THE_BELL: usize = 5;

pub async fn measure(district: &District, server: &Server) -> Outcome {
    progress("an ordinary day of its phones");
    district.set_clocks()?;
    // What is new since the phones were paired, and their tokens of this server.
    rounds(district, server, 1, 0).await?;
    let question = rounds(district, server, QUESTIONS_OF_A_DAY, 0).await?;
    let several = rounds(district, server, SYNCS_OF_A_DAY, ENTRIES_A_SYNC).await?;
    let one = rounds(district, server, SYNCS_AFTER_THE_BELL, 1).await?;
    let day = question.a_phone() + several.a_phone();
    let after_the_bell = AFTER_THE_BELL.as_secs_f64() / one.a_phone();
    Figure::new(
        "Phones of a large district",
        &[
            &format!("{}.", district.work),
            &format!("{PHONES} real phones of {CASELOAD} students each at once, over HTTP to `daymark-server serve`; computed is"),
            "what the server and its gate's workers did, by the kernel's count; TLS is not in it.",
        ],
    )
    .line("a question, nothing new: computed", Millis(question.a_sync() * 1_000.0))
    .line(&format!("a sync of {ENTRIES_A_SYNC} entries: computed"), Millis(several.a_sync() * 1_000.0))
    .line("a sync of one entry: computed", Millis(one.a_sync() * 1_000.0))
    .line("syncs of one entry a second, phones beside it", Count((one.syncs as f64 / one.took) as u64))
    .line(
        &format!("a phone's day, {SYNCS_OF_A_DAY} such syncs, {QUESTIONS_OF_A_DAY} questions: computed"),
        Seconds(day),
    )
    .line("phones a processor carries after the bell", Count(after_the_bell as u64))
    .line("most memory held by the server", Bytes(server.most_memory()?))
    .sentence("After the bell: five syncs of one entry each from every phone within ten minutes.")
    .print();
    Ok(())
}

/// What rounds of all phones came to, in seconds.
struct Rounds {
    computed: f64,
    took: f64,
    syncs: usize,
}

impl Rounds {
    fn a_sync(&self) -> f64 {
        self.computed / self.syncs as f64
    }

    fn a_phone(&self) -> f64 {
        self.computed / PHONES as f64
    }
}

/// All phones at once, each sync after the one before; what is tapped is tapped first.
async fn rounds(district: &District, server: &Server, rounds: usize, entries: usize) -> Outcome<Rounds> {
    let links: Vec<_> = district.phones.iter().map(|_| native_link(server.address)).collect();
    let (mut computed, mut took) = (Duration::ZERO, Duration::ZERO);
    for round in 0..rounds {
        for (n, held) in district.phones.iter().enumerate() {
            held.tap(district.today, &mut Diary::new((round * PHONES + n) as u64), round, entries)?;
        }
        let (before, began) = (server.computed()?, Instant::now());
        let syncs = district.phones.iter().zip(&links).map(|(held, link)| held.phone.sync(link));
        try_join_all(syncs).await?;
        computed += server.computed()?.saturating_sub(before);
        took += began.elapsed();
    }
    let (computed, took) = (computed.as_secs_f64(), took.as_secs_f64());
    Ok(Rounds { computed, took, syncs: rounds * PHONES })
}
