//! What a reader who can subtract and add finds out: which hidden counts the shown ones determine.

use super::Line;

/// Elimination works with remainders of this prime instead of fractions: exact and small. The coefficients of a table's
/// sums are 1 and −1, so that no determinant that matters comes near it.
const PRIME: u64 = 2_147_483_647;

/// The hidden counts that follow from the shown ones, in order. Each line is an equation over its hidden counts; a
/// count is determined when elimination leaves an equation of which it is the only unknown.
pub(super) fn recoverable(lines: &[Line], hidden: &[bool]) -> Vec<usize> {
    let unknowns: Vec<usize> = (0..hidden.len()).filter(|cell| hidden[*cell]).collect();
    let mut equations: Vec<Vec<u64>> = lines.iter().map(|line| equation(line, &unknowns)).collect();
    equations.retain(|equation| equation.iter().any(|coefficient| *coefficient > 0));
    eliminate(&mut equations, unknowns.len());
    let mut recoverable: Vec<usize> = equations
        .iter()
        .filter_map(|equation| only_unknown(equation))
        .map(|unknown| unknowns[unknown])
        .collect();
    recoverable.sort_unstable();
    recoverable
}

fn equation(line: &Line, unknowns: &[usize]) -> Vec<u64> {
    let coefficient = |unknown: &usize| match () {
        () if line.total == *unknown => PRIME - 1,
        () => line.parts.iter().filter(|part| *part == unknown).count() as u64,
    };
    unknowns.iter().map(coefficient).collect()
}

fn only_unknown(equation: &[u64]) -> Option<usize> {
    let mut unknowns = (0..equation.len()).filter(|unknown| equation[*unknown] > 0);
    let first = unknowns.next()?;
    unknowns.next().is_none().then_some(first)
}

/// Gauss and Jordan: afterwards each unknown that leads an equation stands in no other.
fn eliminate(equations: &mut [Vec<u64>], unknowns: usize) {
    let mut done = 0;
    for unknown in 0..unknowns {
        let Some(found) = (done..equations.len()).find(|row| equations[*row][unknown] > 0) else { continue };
        equations.swap(done, found);
        let inverse = inverse(equations[done][unknown]);
        let leading: Vec<u64> = equations[done].iter().map(|value| value * inverse % PRIME).collect();
        for (row, equation) in equations.iter_mut().enumerate() {
            let factor = PRIME - equation[unknown];
            if row != done && factor < PRIME {
                equation
                    .iter_mut()
                    .zip(&leading)
                    .for_each(|(value, lead)| *value = (*value + factor * lead) % PRIME);
            }
        }
        equations[done] = leading;
        done += 1;
    }
}

/// By Fermat: the power to the prime less two.
fn inverse(value: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, value, PRIME - 2);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}
