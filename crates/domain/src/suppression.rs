//! Small groups are hidden wherever a figure leaves the team (`domain.md` section 6, R13; T32).
//!
//! A count below the minimum is hidden, and with it as many more as it takes that no hidden count can be worked out
//! from what is shown: not by subtracting from any total, and not by combining totals. A count of nobody is shown: it
//! is about no student. What it leaves to others: the same students counted in two tables by different filters are
//! safe together only when both stand in one [`CountTable`].

mod hide;
mod recover;

use serde::{Serialize, Serializer};

use crate::Ratio;

/// A count as it may leave the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    /// The count.
    Count(u32),
    /// Too small, or needed to hide what is too small; the two look alike.
    Hidden,
}

impl Shown {
    /// The count, if it is shown.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            Self::Hidden => None,
        }
    }
    /// The share of a group; `None` when either is hidden or the group is empty: a share of a shown group would give
    /// the count away.
    pub fn share_of(self, group: Self) -> Option<Ratio> {
        Ratio::new(self.count()?, group.count()?)
    }
}

/// The count, or null.
impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.count().serialize(serializer)
    }
}

/// A count's place in a [`CountTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell(usize);

/// A total with the parts that it is the sum of: what a reader can subtract.
struct Line {
    total: usize,
    parts: Vec<usize>,
}

impl Line {
    fn cells(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.total])
    }
}

/// Counts that are published together, with every sum that holds between them.
#[derive(Default)]
pub struct CountTable {
    counts: Vec<u32>,
    lines: Vec<Line>,
}

impl CountTable {
    /// A table without counts.
    pub fn new() -> Self {
        Self::default()
    }
    /// Adds a count.
    pub fn cell(&mut self, count: u32) -> Cell {
        self.counts.push(count);
        Cell(self.counts.len() - 1)
    }
    /// Adds the sum of other counts.
    pub fn total(&mut self, parts: &[Cell]) -> Cell {
        let sum = parts.iter().map(|cell| self.counts[cell.0]).sum();
        let total = self.cell(sum);
        self.also_total(total, parts);
        total
    }
    /// States that a count is the sum of these others as well: of the columns as of the rows.
    pub fn also_total(&mut self, total: Cell, parts: &[Cell]) {
        self.lines.push(Line { total: total.0, parts: parts.iter().map(|cell| cell.0).collect() });
    }
    /// Hides what is too small, and what would give it away.
    pub fn hide_small(&self, minimum: u32) -> ShownTable {
        let hidden = hide::hidden(&self.counts, &self.lines, minimum);
        let shown =
            |(&count, &hidden): (&u32, &bool)| if hidden { Shown::Hidden } else { Shown::Count(count) };
        ShownTable(self.counts.iter().zip(&hidden).map(shown).collect())
    }
}

/// A table as it may leave the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownTable(Vec<Shown>);

impl ShownTable {
    /// A count of the table.
    pub fn get(&self, cell: Cell) -> Shown {
        self.0[cell.0]
    }
    fn all(&self, cells: &[Cell]) -> Vec<Shown> {
        cells.iter().map(|cell| self.get(*cell)).collect()
    }
}

/// Groups of one total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownGroups {
    /// Each group.
    pub groups: Vec<Shown>,
    /// All of them.
    pub total: Shown,
    /// The hidden groups together; `None` when nothing is hidden, or the total is.
    pub hidden_together: Option<u32>,
}

/// Hides the small groups of one total (T32).
pub fn hide_small_groups(counts: &[u32], minimum: u32) -> ShownGroups {
    let mut table = CountTable::new();
    let cells: Vec<Cell> = counts.iter().map(|count| table.cell(*count)).collect();
    let total = table.total(&cells);
    let shown = table.hide_small(minimum);
    let groups = shown.all(&cells);
    let shown_sum: u32 = groups.iter().filter_map(|group| group.count()).sum();
    let total = shown.get(total);
    let hidden_together =
        total.count().map(|total| total - shown_sum).filter(|_| groups.contains(&Shown::Hidden));
    ShownGroups { groups, total, hidden_together }
}

/// A table of groups by columns, with all its totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownRows {
    /// A row a group.
    pub rows: Vec<ShownRow>,
    /// All groups together.
    pub all: ShownRow,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownRow {
    /// A count a column.
    pub cells: Vec<Shown>,
    /// The sums of some columns, in the order in which they were asked for.
    pub subtotals: Vec<Shown>,
    /// The sum of all columns.
    pub total: Shown,
}

/// One row's places.
struct RowCells {
    cells: Vec<Cell>,
    subtotals: Vec<Cell>,
    total: Cell,
}

/// Hides the small counts of a table whose row totals, column totals and grand total are published with it. Each of
/// `subtotals` names columns whose sum is published as well (chronic: moderate and severe). A short row has no
/// students in the columns that it lacks.
pub fn hide_small_rows(rows: &[Vec<u32>], subtotals: &[&[usize]], minimum: u32) -> ShownRows {
    let mut table = CountTable::new();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let rows: Vec<RowCells> = rows
        .iter()
        .map(|row| {
            let cells: Vec<Cell> =
                (0..columns).map(|column| table.cell(row.get(column).copied().unwrap_or(0))).collect();
            let subtotals = add_subtotals(&mut table, &cells, subtotals);
            let total = table.total(&cells);
            RowCells { cells, subtotals, total }
        })
        .collect();
    let all = add_column_totals(&mut table, &rows, columns, subtotals);
    let shown = table.hide_small(minimum);
    let row = |row: &RowCells| ShownRow {
        cells: shown.all(&row.cells),
        subtotals: shown.all(&row.subtotals),
        total: shown.get(row.total),
    };
    ShownRows { rows: rows.iter().map(row).collect(), all: row(&all) }
}

fn add_subtotals(table: &mut CountTable, cells: &[Cell], subtotals: &[&[usize]]) -> Vec<Cell> {
    let of = |columns: &&[usize]| columns.iter().filter_map(|column| cells.get(*column).copied()).collect();
    subtotals.iter().map(of).map(|parts: Vec<Cell>| table.total(&parts)).collect()
}

/// The row of all groups: each of its counts is a sum down its column, and the columns sum up across it.
fn add_column_totals(
    table: &mut CountTable,
    rows: &[RowCells],
    columns: usize,
    subtotals: &[&[usize]],
) -> RowCells {
    let down = |pick: &dyn Fn(&RowCells) -> Cell| rows.iter().map(pick).collect::<Vec<Cell>>();
    let cells: Vec<Cell> = (0..columns).map(|column| table.total(&down(&|row| row.cells[column]))).collect();
    let sums = add_subtotals(table, &cells, subtotals);
    for (number, sum) in sums.iter().enumerate() {
        table.also_total(*sum, &down(&|row| row.subtotals[number]));
    }
    let total = table.total(&cells);
    table.also_total(total, &down(&|row| row.total));
    RowCells { cells, subtotals: sums, total }
}

#[cfg(test)]
mod tests;
