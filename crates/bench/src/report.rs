//! One aligned table for all figures.

use std::fmt;
use std::time::Duration;

/// What was measured.
#[derive(Clone, Copy)]
pub enum Measure {
    Count(u64),
    Bytes(u64),
    Millis(f64),
    Seconds(f64),
}

use Measure::{Bytes, Count, Millis, Seconds};

impl Measure {
    pub fn millis(duration: Duration) -> Self {
        Millis(duration.as_secs_f64() * 1_000.0)
    }

    pub fn seconds(duration: Duration) -> Self {
        Seconds(duration.as_secs_f64())
    }

    fn is_within(self, budget: Self) -> bool {
        match (self, budget) {
            (Count(measured), Count(most)) | (Bytes(measured), Bytes(most)) => measured <= most,
            (Millis(measured), Millis(most)) | (Seconds(measured), Seconds(most)) => measured <= most,
            _ => false,
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Count(count) => grouped(*count),
            Bytes(bytes) => format!("{} B", grouped(*bytes)),
            Millis(millis) => format!("{millis:.2} ms"),
            Seconds(seconds) => format!("{seconds:.1} s"),
        };
        f.pad(&text)
    }
}

/// `1,839`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let from_end = |n: usize| digits.len() - n;
    let with_comma = |(n, digit): (usize, char)| {
        let comma = (n > 0 && from_end(n).is_multiple_of(3)).then_some(',');
        comma.into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(with_comma).collect()
}

/// One figure: what it is, what was done to measure it, and its lines.
pub struct Figure(Vec<String>);

impl Figure {
    /// The work is a paragraph; each of its lines is printed as given.
    pub fn new(title: &str, work: &[&str]) -> Self {
        let mut lines = vec![String::new(), title.to_owned()];
        lines.extend(work.iter().map(|line| format!("  {line}")));
        Self(lines)
    }

    /// A figure without a budget.
    pub fn line(&mut self, what: &str, measured: Measure) -> &mut Self {
        self.0.push(format!("    {what:<46}{measured:>16}"));
        self
    }

    /// A figure beside its budget.
    pub fn within(&mut self, what: &str, measured: Measure, budget: Measure) -> &mut Self {
        let verdict = if measured.is_within(budget) { "holds" } else { "OVER" };
        self.0.push(format!("    {what:<46}{measured:>16}   budget {budget:>12}   {verdict}"));
        self
    }

    /// A sentence in place of a figure.
    pub fn sentence(&mut self, sentence: &str) -> &mut Self {
        self.0.push(format!("    {sentence}"));
        self
    }

    pub fn print(&self) {
        self.0.iter().for_each(|line| println!("{line}"));
    }
}

/// What is going on, for whoever waits.
pub fn progress(line: &str) {
    eprintln!("… {line}");
}

/// Median, 95th and 99th in a hundred, and worst.
pub struct Spread {
    pub p50: Duration,
    pub p95: Duration,
    pub p99: Duration,
    pub worst: Duration,
}

impl Spread {
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        // Nearest rank: of 60 times the 99th percentile is the worst.
        let rank = |per_cent: usize| (times.len() * per_cent).div_ceil(100).saturating_sub(1);
        let at = |per_cent| times.get(rank(per_cent)).copied().unwrap_or_default();
        Self { p50: at(50), p95: at(95), p99: at(99), worst: at(100) }
    }
}
