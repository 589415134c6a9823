//! What staff typed of a mentor who stands in.

use daymark_domain::{
    AccessBasis, GradeBand, InvalidSubstitution, MatchId, MentorId, NoteText, SchoolDay, SubstituteReason,
    check_substitution,
};

use super::{Fields, Wrong, choice, day, long_text};
use crate::store::closing::KeptMatch;
use crate::store::substitutes::{NewSubstitute, Renewal};

/// Reads who stands in for the mentor of a match.
pub fn read_new(
    fields: &Fields,
    of: &KeptMatch,
    id: MatchId,
    today: SchoolDay,
) -> Result<NewSubstitute, Wrong> {
    let mentor_id = choice::<MentorId>(fields, "mentor")?;
    let basis = choice::<AccessBasis>(fields, "basis")?;
    let Term { reason, note, last_day, family_told } = read_term(fields, of, today)?;
    let for_match = of.id;
    Ok(NewSubstitute { id, for_match, mentor_id, basis, reason, note, today, last_day, family_told })
}

/// Reads for how much longer.
pub fn read_renewal(fields: &Fields, of: &KeptMatch, today: SchoolDay) -> Result<Renewal, Wrong> {
    let Term { reason, note, last_day, family_told } = read_term(fields, of, today)?;
    Ok(Renewal { id: of.id, reason, note, today, last_day, family_told })
}

struct Term {
    reason: SubstituteReason,
    note: Option<NoteText>,
    last_day: SchoolDay,
    family_told: bool,
}

fn read_term(fields: &Fields, of: &KeptMatch, today: SchoolDay) -> Result<Term, Wrong> {
    let reason = choice::<SubstituteReason>(fields, "reason")?;
    let last_day = day(fields, "last_day")?;
    check_substitution(today, last_day).map_err(|wrong| match wrong {
        InvalidSubstitution::OverAlready => Wrong::at("last_day", "day_over"),
        InvalidSubstitution::TooLong => Wrong::at("last_day", "stands_in_too_long"),
    })?;
    let (note, family_told) = (long_text(fields, "note")?, fields.contains_key("family_told"));
    if !family_told && wants_family_told(of.grade.as_deref()) {
        return Err(Wrong::at("family_told", "tell_the_family"));
    }
    Ok(Term { reason, note, last_day, family_told })
}

/// A young child's family knows who comes before anybody does; so too where nobody knows the grade.
pub fn wants_family_told(grade: Option<&str>) -> bool {
    !matches!(grade.and_then(GradeBand::of), Some(GradeBand::Middle | GradeBand::High))
}
