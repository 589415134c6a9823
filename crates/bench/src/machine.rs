//! What else there is to know before reading a figure: processors, who else uses them, and how long this disk takes.

use std::io::Write;
use std::time::Instant;

use crate::Outcome;
use crate::report::{Figure, Measure, Spread};

const WRITES: usize = 200;

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

/// The most memory that this process has held since its start, in bytes (Linux).
pub fn most_memory() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .ok_or("the kernel does not tell memory")?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes * 1_024)
}
