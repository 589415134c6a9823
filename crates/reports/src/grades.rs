//! Grades in the order in which students pass through them.

/// The different grades: before kindergarten, kindergarten, by number, other words, none.
pub(crate) fn by_grade<'a>(grades: impl IntoIterator<Item = &'a Option<String>>) -> Vec<Option<String>> {
    let mut grades: Vec<Option<String>> = grades.into_iter().cloned().collect();
    grades.sort_by_cached_key(|grade| order(grade.as_deref()));
    grades.dedup();
    grades
}

/// The grades that are stated, in the order of school.
pub fn grades_in_order<'a>(grades: impl IntoIterator<Item = &'a Option<String>>) -> Vec<String> {
    by_grade(grades).into_iter().flatten().collect()
}

fn order(grade: Option<&str>) -> (u8, u8, String) {
    let Some(grade) = grade else { return (3, 0, String::new()) };
    let folded = grade.trim().to_ascii_uppercase();
    let before_school = ["IT", "PR", "PK", "TK", "KG"].iter().position(|code| *code == folded);
    match (before_school, folded.as_str(), folded.parse::<u8>()) {
        (Some(place), ..) => (0, u8::try_from(place).unwrap_or(u8::MAX), folded),
        (None, "K", _) => (0, 4, folded),
        (None, _, Ok(number)) => (1, number, folded),
        (None, _, Err(_)) => (2, 0, folded),
    }
}

/// The grade as a group's name.
pub(crate) fn grade_name(grade: Option<&str>) -> String {
    grade.unwrap_or(NOT_STATED).to_owned()
}

/// The group of those of whom nothing is known.
pub(crate) const NOT_STATED: &str = "not_stated";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_stand_in_the_order_of_school() {
        let grades = ["10", "KG", "09", "1", "PK", "UG"].map(|grade| Some(grade.to_owned()));
        let unknown = None;
        let sorted = by_grade(grades.iter().chain([&unknown, &unknown]));
        let shown: Vec<String> = sorted.iter().map(|grade| grade_name(grade.as_deref())).collect();
        assert_eq!(shown, ["PK", "KG", "1", "09", "10", "UG", "not_stated"]);
    }
}
