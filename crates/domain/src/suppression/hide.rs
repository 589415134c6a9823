//! The search for what must be hidden: start with what is too small, and hide more until nothing gives it away.

use super::Line;
use super::recover::recoverable;

/// A table while counts are being hidden.
struct Search<'a> {
    counts: &'a [u32],
    lines: &'a [Line],
    /// The lines that each count stands in.
    lines_of: Vec<Vec<usize>>,
    minimum: u32,
    hidden: Vec<bool>,
}

/// Which counts are hidden. Every round hides one more, so that the rounds come to an end; with every count but the
/// empty ones hidden nothing can be worked out, since all of them could be greater in proportion.
pub(super) fn hidden(counts: &[u32], lines: &[Line], minimum: u32) -> Vec<bool> {
    let mut lines_of = vec![Vec::new(); counts.len()];
    for (number, line) in lines.iter().enumerate() {
        line.cells().for_each(|cell| lines_of[cell].push(number));
    }
    let small = counts.iter().map(|count| (1..minimum).contains(count)).collect();
    let mut search = Search { counts, lines, lines_of, minimum, hidden: small };
    loop {
        let more = search.round();
        if more.is_empty() {
            return search.hidden;
        }
        more.into_iter().for_each(|cell| search.hidden[cell] = true);
    }
}

impl Search<'_> {
    /// What must be hidden next; nothing when all is well.
    fn round(&self) -> Vec<usize> {
        let small_sums = (0..self.lines.len()).filter(|line| self.is_small_sum(*line));
        let beside: Vec<usize> = small_sums.filter_map(|line| self.cheapest(line)).collect();
        if beside.is_empty() { self.beside_the_recoverable() } else { beside }
    }

    /// Hidden parts that are a small group together, which a shown total gives away.
    fn is_small_sum(&self, line: usize) -> bool {
        let line = &self.lines[line];
        let sum: u32 =
            line.parts.iter().filter(|part| self.hidden[**part]).map(|part| self.counts[*part]).sum();
        !self.hidden[line.total] && (1..self.minimum).contains(&sum)
    }

    /// One count more in the lines that give hidden ones away. First where a hidden count stands alone in its line:
    /// closing such lines often closes all; then anywhere beside it; then anywhere.
    fn beside_the_recoverable(&self) -> Vec<usize> {
        let recoverable = recoverable(self.lines, &self.hidden);
        if recoverable.is_empty() {
            return Vec::new();
        }
        let alone = |line: usize| self.lines[line].cells().filter(|cell| self.hidden[*cell]).count() == 1;
        let closing = self.closing(&recoverable, alone);
        let closing = if closing.is_empty() { self.closing(&recoverable, |_| true) } else { closing };
        match closing.is_empty() {
            true => (0..self.counts.len())
                .filter(|cell| self.is_open(*cell))
                .min_by_key(|cell| self.counts[*cell])
                .into_iter()
                .collect(),
            false => closing,
        }
    }

    /// For each of the counts the cheapest in one of its lines, unless one of its lines has got one already in this
    /// round: that may do for both.
    fn closing(&self, counts: &[usize], wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut more = Vec::new();
        for &cell in counts {
            let lines = &self.lines_of[cell];
            if !lines.iter().any(|line| self.lines[*line].cells().any(|other| more.contains(&other))) {
                more.extend(lines.iter().filter(|line| wanted(**line)).find_map(|line| self.cheapest(*line)));
            }
        }
        more
    }

    /// Shown, and about somebody: hiding that a group is empty protects no student.
    fn is_open(&self, cell: usize) -> bool {
        !self.hidden[cell] && self.counts[cell] > 0
    }

    /// The count of the line that is missed least: a part before a total, one whose other lines hide something already
    /// (so that those need no further count), the smallest, the first.
    fn cheapest(&self, line: usize) -> Option<usize> {
        let untouched = |cell: usize| {
            let others = self.lines_of[cell].iter().filter(|other| **other != line);
            others.filter(|other| !self.lines[**other].cells().any(|cell| self.hidden[cell])).count()
        };
        let open = self.lines[line].cells().filter(|cell| self.is_open(*cell));
        open.min_by_key(|cell| (*cell == self.lines[line].total, untouched(*cell), self.counts[*cell], *cell))
    }
}
