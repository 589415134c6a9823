//! What a worker gives up before it reads its first byte. Raised by nobody: a worker that needs more is ended by the
//! kernel, and the server takes another.

use std::io;

/// Address space: a record of a year takes a quarter of a megabyte.
#[cfg(target_os = "linux")]
const MEMORY_BYTES: u64 = 256 << 20;
/// Processor time of one job. A limit counts in whole seconds from the worker's start, so a job has two to three.
#[cfg(target_os = "linux")]
const JOB_S: u64 = 2;

/// No memory beyond the limit, no dump of a child's record, no file, not even an empty one.
#[cfg(target_os = "linux")]
pub(super) fn give_up_what_is_not_needed() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, at_most(MEMORY_BYTES))?;
    setrlimit(Resource::Core, at_most(0))?;
    setrlimit(Resource::Fsize, at_most(0))?;
    // The three that are open.
    setrlimit(Resource::Nofile, at_most(3))?;
    Ok(())
}

/// From now on, so much processor time and then the end.
#[cfg(target_os = "linux")]
pub(super) fn begin_job() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    setrlimit(Resource::Cpu, Rlimit { current: Some(used + 1 + JOB_S), maximum: None })?;
    Ok(())
}

/// Elsewhere the server's own watch over time is all there is.
#[cfg(not(target_os = "linux"))]
pub(super) fn give_up_what_is_not_needed() -> io::Result<()> {
    Ok(())
}

/// As above.
#[cfg(not(target_os = "linux"))]
pub(super) fn begin_job() -> io::Result<()> {
    Ok(())
}
