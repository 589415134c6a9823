//! What of a period's students may leave the team.
//!
//! Both tables count the same students by different questions: three flags sum up to the numbers of flags, and a failed
//! course is in both. So every number stands in one [`CountTable`] over the finest groups, which are printed nowhere:
//! whoever adds and subtracts numbers of either table is held against all of them.

use std::collections::BTreeMap;

use daymark_domain::{Cell, CountTable, ShownTable};

use super::said::{Said, Students};

/// A number of students, and how many of them have something.
pub(super) struct Figure {
    pub name: &'static str,
    of: fn(&Said) -> bool,
    has: fn(&Said) -> bool,
}

/// Each flag.
pub(super) const FLAGS: [Figure; 3] = [
    Figure {
        name: "attendance",
        of: |said| said.attendance.is_some(),
        has: |said| said.attendance == Some(true),
    },
    Figure {
        name: "behaviour",
        of: |said| said.behaviour.is_some(),
        has: |said| said.behaviour == Some(true),
    },
    Figure { name: "courses", of: |said| said.courses.is_some(), has: |said| said.courses == Some(true) },
];

/// How many flags: whoever has not one number of them has another.
pub(super) const NUMBERS: [Figure; 4] = [
    Figure { name: "no_flag", of: |said| said.flags().is_some(), has: |said| said.flags() == Some(0) },
    Figure { name: "one_flag", of: |said| said.flags().is_some(), has: |said| said.flags() == Some(1) },
    Figure { name: "two_flags", of: |said| said.flags().is_some(), has: |said| said.flags() == Some(2) },
    Figure { name: "three_flags", of: |said| said.flags().is_some(), has: |said| said.flags() == Some(3) },
];

/// Those of whom courses are known, by chronic absence.
pub(super) const GROUPS: [Figure; 4] = [
    Figure {
        name: "chronic",
        of: |said| said.failed.is_some() && said.chronic == Some(true),
        has: |said| said.failed == Some(true),
    },
    Figure {
        name: "not_chronic",
        of: |said| said.failed.is_some() && said.chronic == Some(false),
        has: |said| said.failed == Some(true),
    },
    Figure {
        name: "without_tier",
        of: |said| said.failed.is_some() && said.chronic.is_none(),
        has: |said| said.failed == Some(true),
    },
    Figure { name: "all", of: |said| said.failed.is_some(), has: |said| said.failed == Some(true) },
];

/// A figure as it may be shown.
pub(super) struct ShownFigure {
    pub of: Option<u32>,
    pub those: Option<u32>,
}

/// A period's numbers, the small ones hidden.
pub(super) struct Hidden {
    shown: ShownTable,
    students: Cell,
    figures: BTreeMap<&'static str, FigureCells>,
}

#[derive(Clone, Copy)]
struct FigureCells {
    of: Cell,
    those: Cell,
}

impl Hidden {
    pub(super) fn of(students: &Students, minimum: u32) -> Self {
        let mut sums = Sums::of(students);
        let all = sums.cell(|_| true);
        let figures = FLAGS.iter().chain(&NUMBERS).chain(&GROUPS);
        let figures = figures.map(|figure| (figure.name, sums.figure(figure))).collect();
        FLAGS.iter().for_each(|flag| {
            sums.others(flag);
        });
        let numbers = NUMBERS.each_ref().map(|number| sums.figure(number));
        sums.line(numbers[0].of, &numbers.map(|number| number.those));
        let groups = GROUPS.each_ref().map(|group| sums.figure(group));
        let others = GROUPS.each_ref().map(|group| sums.others(group));
        for [parts @ .., all] in [groups.map(|group| group.of), groups.map(|group| group.those), others] {
            sums.line(all, &parts);
        }
        Self { shown: sums.table.hide_small(minimum), students: all, figures }
    }

    /// Everybody.
    pub(super) fn students(&self) -> Option<u32> {
        self.shown.get(self.students).count()
    }
    /// One of [`FLAGS`], [`NUMBERS`] and [`GROUPS`].
    pub(super) fn figure(&self, figure: &Figure) -> ShownFigure {
        let cells = self.figures[figure.name];
        ShownFigure { of: self.shown.get(cells.of).count(), those: self.shown.get(cells.those).count() }
    }
}

/// Sums over the finest groups. The same students asked for twice are one count.
struct Sums<'a> {
    table: CountTable,
    groups: Vec<(&'a Said, Cell)>,
    known: Vec<(Vec<Cell>, Cell)>,
}

impl<'a> Sums<'a> {
    fn of(students: &'a Students) -> Self {
        let mut table = CountTable::new();
        let groups: Vec<_> = students.iter().map(|(said, count)| (said, table.cell(*count))).collect();
        let known = groups.iter().map(|(_, cell)| (vec![*cell], *cell)).collect();
        Self { table, groups, known }
    }

    fn cell(&mut self, wanted: impl Fn(&Said) -> bool) -> Cell {
        let parts: Vec<Cell> =
            self.groups.iter().filter(|(said, _)| wanted(said)).map(|(_, cell)| *cell).collect();
        if let Some((_, cell)) = self.known.iter().find(|(known, _)| *known == parts) {
            return *cell;
        }
        let cell = self.table.total(&parts);
        self.known.push((parts, cell));
        cell
    }

    fn figure(&mut self, figure: &Figure) -> FigureCells {
        let of = self.cell(figure.of);
        let those = self.cell(|said| (figure.of)(said) && (figure.has)(said));
        FigureCells { of, those }
    }

    /// Those who have it not are printed nowhere, but anybody can subtract.
    fn others(&mut self, figure: &Figure) -> Cell {
        let FigureCells { of, those } = self.figure(figure);
        let others = self.cell(|said| (figure.of)(said) && !(figure.has)(said));
        self.line(of, &[those, others]);
        others
    }

    /// Says that a count is the sum of others; of one part that is everybody there is nothing to say.
    fn line(&mut self, total: Cell, parts: &[Cell]) {
        if !parts.contains(&total) {
            self.table.also_total(total, parts);
        }
    }
}

#[cfg(test)]
mod tests;
