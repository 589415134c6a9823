//! The worker: `daymark-server gate-worker`, started by the server and by nobody else. It judges what comes in and
//! knows no file, no clock and no network.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use daymark_documents::MatchRecord;

use super::frames::{self, Answer, Heads, Job, Word};
use super::judge::judge;
pub use super::judge::{Admit, admit};
use super::limits;

/// The word on the command line.
pub const SUBCOMMAND: &str = "gate-worker";
/// Saved bytes of the records that are kept; in memory they take about twelve times as much (`sync.md` 1.3).
const RECENT_BYTES_MAX: usize = 2 << 20;

/// Runs until the server hangs up.
pub fn run() -> ExitCode {
    run_with(&admit)
}

/// The same with another gate, for tests of the wall around it.
pub fn run_with(admit: &Admit<'_>) -> ExitCode {
    // What a panic says could hold a child's record, and nobody reads it.
    std::panic::set_hook(Box::new(|_| ()));
    let done = limits::give_up_what_is_not_needed()
        .and_then(|()| answer_all(&mut io::stdin().lock(), &mut io::stdout().lock(), admit));
    done.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

fn answer_all(input: &mut impl Read, output: &mut impl Write, admit: &Admit<'_>) -> io::Result<()> {
    let mut recent = Recent::default();
    frames::write(output, &Answer::Ready)?;
    while let Some(job) = frames::read::<Job>(input)? {
        limits::begin_job()?;
        frames::write(output, &answer(job, &mut recent, admit)?)?;
    }
    Ok(())
}

fn answer(job: Job, recent: &mut Recent, admit: &Admit<'_>) -> io::Result<Answer> {
    let Some((mut record, bytes)) = recent.take(&job.heads).map(Ok).or_else(|| load(&job)).transpose()?
    else {
        return Ok(Answer::WhichRecord);
    };
    let writers = frames::writers(job.writers)?;
    let Ok(said) = judge(&mut record, &writers, &job.changes, admit) else { return Ok(Answer::Unproven) };
    let heads = frames::heads(record.heads());
    let grown = job.changes.iter().map(Vec::len).sum::<usize>();
    recent.keep(heads.clone(), record, bytes + grown);
    Ok(Answer::Judged(said.into_iter().map(Word::from).collect(), heads))
}

fn load(job: &Job) -> Option<io::Result<(MatchRecord, usize)>> {
    let saved = job.record.as_deref()?;
    Some(MatchRecord::load(saved).map(|record| (record, saved.len())).map_err(io::Error::other))
}

/// The records that were judged last, so that the next push of the same phone need not bring its record along.
#[derive(Default)]
struct Recent {
    records: VecDeque<(Heads, MatchRecord, usize)>,
    bytes: usize,
}

impl Recent {
    fn take(&mut self, heads: &Heads) -> Option<(MatchRecord, usize)> {
        let nth = self.records.iter().position(|(kept, ..)| kept == heads)?;
        let (_, record, bytes) = self.records.remove(nth)?;
        self.bytes -= bytes;
        Some((record, bytes))
    }

    fn keep(&mut self, heads: Heads, record: MatchRecord, bytes: usize) {
        self.records.push_back((heads, record, bytes));
        self.bytes += bytes;
        while self.bytes > RECENT_BYTES_MAX
            && let Some((.., bytes)) = self.records.pop_front()
        {
            self.bytes -= bytes;
        }
    }
}
