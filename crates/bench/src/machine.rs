//! What else there is to know before reading a figure: processors, who else uses them, and how long this disk takes.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::report::{Figure, Measure, Spread};

const WRITES: usize = 200;
/// Linux tells programs of a hundred ticks a second, whatever it counts by itself.
const MILLIS_A_TICK: u64 = 10;

/// Prints it.
pub fn describe() -> Outcome {
    let processors = std::thread::available_parallelism()?.get();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    let mut file = tempfile::NamedTempFile::new()?;
    let mut times = Vec::with_capacity(WRITES);
    for _ in 0..WRITES {
        let start = Instant::now();
        file.write_all(&[7; 4_096])?;
        file.as_file().sync_data()?;
        times.push(start.elapsed());
    }
    let spread = Spread::of(times);
    Figure::new(
        "The machine",
        &[
            "Budgets are the design's \"now\" column. Server, phone and proxy share this machine; what else runs on it",
            &format!("shows in every p99. Processors: {processors}; load when this began: {load}."),
        ],
    )
    .line("4 KiB written and synced to disk, p50", Measure::millis(spread.p50))
    .line("p99", Measure::millis(spread.p99))
    .print();
    Ok(())
}

/// How long all threads of this process have computed since its start (Linux): unlike the time of a clock it does not grow
/// with what else runs here.
pub fn computed() -> Outcome<Duration> {
    Ok(computed_by("self")?.own)
}

/// Time on a processor.
pub struct Computed {
    /// By all threads of the process.
    pub own: Duration,
    /// By its children that have ended.
    pub of_ended: Duration,
}

/// The same of a process by its number.
pub fn computed_by(process: &str) -> Outcome<Computed> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program may hold spaces; what follows its bracket does not.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |nth: usize| -> Outcome<u64> {
        Ok(fields.get(nth).ok_or("the kernel does not tell computing time")?.parse()?)
    };
    let time = |ticks: u64| Duration::from_millis(ticks * MILLIS_A_TICK);
    Ok(Computed { own: time(ticks(11)? + ticks(12)?), of_ended: time(ticks(13)? + ticks(14)?) })
}

/// The processes that a process has started and that still run.
pub fn children_of(process: u32) -> Outcome<Vec<String>> {
    let mut children = Vec::new();
    for thread in std::fs::read_dir(format!("/proc/{process}/task"))? {
        // A thread may have ended meanwhile.
        let of_thread = std::fs::read_to_string(thread?.path().join("children")).unwrap_or_default();
        children.extend(of_thread.split_whitespace().map(str::to_owned));
    }
    Ok(children)
}

/// The most memory that this process has held since its start, in bytes (Linux).
pub fn most_memory() -> Outcome<u64> {
    most_memory_of("self")
}

/// The same of a process by its number.
pub fn most_memory_of(process: &str) -> Outcome<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .ok_or("the kernel does not tell memory")?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes * 1_024)
}
