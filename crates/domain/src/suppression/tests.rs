use proptest::prelude::*;

use super::*;

const MINIMUM: u32 = 10;

fn groups(counts: &[u32]) -> (Vec<Option<u32>>, Option<u32>, Option<u32>) {
    let shown = hide_small_groups(counts, MINIMUM);
    (shown.groups.iter().map(|group| group.count()).collect(), shown.total.count(), shown.hidden_together)
}

#[test]
fn a_small_group_takes_another_with_it_so_that_nobody_can_subtract() {
    // T32.
    assert_eq!(groups(&[25, 9]), (vec![None, None], Some(34), Some(34)));
    assert_eq!(groups(&[25, 9, 6]), (vec![Some(25), None, None], Some(40), Some(15)));
}

#[test]
fn two_small_groups_that_are_small_together_take_a_third_with_them() {
    assert_eq!(groups(&[25, 40, 3, 2]), (vec![None, Some(40), None, None], Some(70), Some(30)));
}

#[test]
fn a_group_of_ten_is_shown_and_a_group_of_nobody_too() {
    assert_eq!(groups(&[10, 0, 30]), (vec![Some(10), Some(0), Some(30)], Some(40), None));
    assert_eq!(groups(&[9, 0, 30]), (vec![None, Some(0), None], Some(39), Some(39)));
}

#[test]
fn the_only_group_is_hidden_together_with_its_total() {
    assert_eq!(groups(&[9]), (vec![None], None, None));
    assert_eq!(groups(&[9, 0]), (vec![None, Some(0)], None, None));
    assert_eq!(groups(&[4, 3]), (vec![None, None], None, None));
    assert_eq!(groups(&[]), (vec![], Some(0), None));
}

#[test]
fn a_hidden_count_stays_hidden_in_a_table_with_totals_both_ways() {
    // 3 alone would follow from its row and from its column: the rectangle of the cheapest counts closes it.
    let table = hide_small_rows(&[vec![3, 40, 50], vec![60, 20, 70], vec![80, 90, 30]], &[], MINIMUM);
    let cells: Vec<Vec<Option<u32>>> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.count()).collect()).collect();
    assert_eq!(cells[2], [Some(80), Some(90), Some(30)]);
    assert_eq!(cells[..2], [[None, None, Some(50)], [None, None, Some(70)]]);
    assert_eq!(table.all.total, Shown::Count(443));
}

#[test]
fn chronic_is_moderate_and_severe_and_gives_neither_away() {
    // Satisfactory, at risk, moderate, severe; chronic is published beside them.
    let table = hide_small_rows(&[vec![60, 30, 25, 4], vec![70, 40, 35, 20]], &[&[2, 3]], MINIMUM);
    let row = &table.rows[0];
    assert_eq!(row.cells[3], Shown::Hidden);
    assert!(row.subtotals[0] == Shown::Hidden || row.cells[2] == Shown::Hidden);
    assert_eq!(table.all.total, Shown::Count(284));
}

#[test]
fn a_share_of_a_hidden_group_is_not_shown_either() {
    assert_eq!(Shown::Count(3).share_of(Shown::Count(12)), Ratio::new(1, 4));
    assert_eq!(Shown::Hidden.share_of(Shown::Count(12)), None);
    assert_eq!(Shown::Count(12).share_of(Shown::Hidden), None);
}

/// The reader's arithmetic again, with exact fractions: a count is given away when it is itself a combination of the
/// sums that the reader knows.
fn given_away(table: &CountTable, shown: &ShownTable) -> Vec<usize> {
    let hidden: Vec<usize> = (0..table.counts.len()).filter(|cell| shown.0[*cell] == Shown::Hidden).collect();
    let coefficient = |line: &Line, cell: &usize| {
        let part = line.parts.iter().filter(|part| *part == cell).count();
        &Ratio::whole(part) - &Ratio::whole(u8::from(line.total == *cell))
    };
    let mut known: Vec<Vec<Ratio>> = Vec::new();
    for line in &table.lines {
        let sum = less(hidden.iter().map(|cell| coefficient(line, cell)).collect(), &known);
        if leading(&sum).is_some() {
            known.push(sum);
        }
    }
    let alone = |at: &usize| (0..hidden.len()).map(|n| Ratio::whole(u8::from(n == *at))).collect();
    let combined = |at: &usize| leading(&less(alone(at), &known)).is_none();
    (0..hidden.len()).filter(combined).map(|at| hidden[at]).collect()
}

/// What is left of a sum when the known ones are taken from it, in the order in which they came to be known.
fn less(mut sum: Vec<Ratio>, known: &[Vec<Ratio>]) -> Vec<Ratio> {
    for other in known {
        let at = leading(other).unwrap();
        let times = sum[at].over(&other[at]).unwrap();
        if times != Ratio::zero() {
            sum.iter_mut().zip(other).for_each(|(value, other)| *value = &*value - &(&times * other));
        }
    }
    sum
}

fn leading(sum: &[Ratio]) -> Option<usize> {
    sum.iter().position(|value| *value != Ratio::zero())
}

#[test]
fn the_readers_arithmetic_finds_what_is_left_open() {
    let mut table = CountTable::new();
    let cells = [25, 9, 30].map(|count| table.cell(count));
    table.total(&cells);
    let shown = |hidden: &[usize]| {
        let shown = |(n, count): (usize, &u32)| {
            if hidden.contains(&n) { Shown::Hidden } else { Shown::Count(*count) }
        };
        ShownTable(table.counts.iter().enumerate().map(shown).collect())
    };
    assert_eq!(given_away(&table, &shown(&[1])), [1]);
    assert!(given_away(&table, &shown(&[0, 1])).is_empty());
    assert!(given_away(&table, &shown(&[1, 3])).is_empty());
}

#[test]
fn a_district_of_a_hundred_zip_codes_is_hidden_without_hiding_its_totals() {
    let rows: Vec<Vec<u32>> =
        (0..100u32).map(|zip| (0..4).map(|tier| (zip * 7 + tier * 13) % 31).collect()).collect();
    let table = hide_small_rows(&rows, &[&[2, 3]], MINIMUM);
    assert!(table.all.cells.iter().chain([&table.all.total]).all(|count| *count != Shown::Hidden));
    assert_safe(&table_of(&rows[..12], &[&[2, 3]]));
}

fn assert_safe(table: &CountTable) {
    let shown = table.hide_small(MINIMUM);
    assert_eq!(given_away(table, &shown), Vec::<usize>::new(), "{:?} as {shown:?}", table.counts);
    for (count, shown) in table.counts.iter().zip(&shown.0) {
        assert!(*shown == Shown::Hidden || *shown == Shown::Count(*count));
        assert!(*shown == Shown::Hidden || *count == 0 || *count >= MINIMUM);
    }
    for line in &table.lines {
        let hidden: u32 = line
            .parts
            .iter()
            .filter(|part| shown.0[**part] == Shown::Hidden)
            .map(|part| table.counts[*part])
            .sum();
        assert!(
            shown.0[line.total] == Shown::Hidden || hidden == 0 || hidden >= MINIMUM,
            "a small sum: {shown:?}"
        );
    }
    if table.counts.iter().all(|count| *count == 0 || *count >= MINIMUM) {
        assert!(!shown.0.contains(&Shown::Hidden), "hidden without need: {:?}", table.counts);
    }
}

/// The table of [`hide_small_rows`], with its sums.
fn table_of(rows: &[Vec<u32>], subtotals: &[&[usize]]) -> CountTable {
    let mut table = CountTable::new();
    let rows: Vec<RowCells> = rows
        .iter()
        .map(|row| {
            let cells: Vec<Cell> = row.iter().map(|count| table.cell(*count)).collect();
            let subtotals = add_subtotals(&mut table, &cells, subtotals);
            let total = table.total(&cells);
            RowCells { cells, subtotals, total }
        })
        .collect();
    let columns = rows[0].cells.len();
    add_column_totals(&mut table, &rows, columns, subtotals);
    table
}

/// Mostly small counts, where it is hardest.
fn count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), 1..MINIMUM, 1..MINIMUM, MINIMUM..60]
}

fn rows(columns: usize) -> impl Strategy<Value = Vec<Vec<u32>>> {
    proptest::collection::vec(proptest::collection::vec(count(), columns), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_hidden_group_can_be_recovered_by_subtraction(counts in proptest::collection::vec(count(), 0..8)) {
        let mut table = CountTable::new();
        let cells: Vec<Cell> = counts.iter().map(|count| table.cell(*count)).collect();
        table.total(&cells);
        assert_safe(&table);
    }

    #[test]
    fn no_hidden_count_of_a_table_can_be_recovered_by_subtraction(rows in (1usize..6).prop_flat_map(rows)) {
        assert_safe(&table_of(&rows, &[]));
    }

    #[test]
    fn no_hidden_count_of_a_table_with_subtotals_can_be_recovered_by_subtraction(rows in rows(4)) {
        assert_safe(&table_of(&rows, &[&[2, 3]]));
    }

    #[test]
    fn subtotals_that_overlap_give_nothing_away_either(rows in rows(3)) {
        assert_safe(&table_of(&rows, &[&[0, 1], &[1, 2]]));
    }

    #[test]
    fn hiding_is_the_same_whenever_it_is_done(rows in rows(4)) {
        let hide = || hide_small_rows(&rows, &[&[2, 3]], MINIMUM);
        prop_assert_eq!(hide(), hide());
    }
}
