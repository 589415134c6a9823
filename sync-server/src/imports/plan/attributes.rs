//! What several files say of a student's groups, put together: what a file does not say stays.

use crate::store::imports::StudentAttributes;

/// What is known with what a file says.
pub(super) fn merged(known: &StudentAttributes, said: StudentAttributes) -> StudentAttributes {
    let known = known.clone();
    StudentAttributes {
        sex: said.sex.or(known.sex),
        race_ethnicity: said.race_ethnicity.or(known.race_ethnicity),
        english_learner: said.english_learner.or(known.english_learner),
        special_education: said.special_education.or(known.special_education),
        section_504: said.section_504.or(known.section_504),
        lunch: said.lunch.or(known.lunch),
        homeless: said.homeless.or(known.homeless),
        foster: said.foster.or(known.foster),
        zip: said.zip.or(known.zip),
        home_language: said.home_language.or(known.home_language),
    }
}

/// Which fields differ, by name and without a value: some tell of health, some of money.
pub(super) fn changed(a: &StudentAttributes, b: &StudentAttributes) -> Vec<&'static str> {
    let fields = [
        ("sex", a.sex != b.sex),
        ("race and ethnicity", a.race_ethnicity != b.race_ethnicity),
        ("English learner", a.english_learner != b.english_learner),
        ("special education", a.special_education != b.special_education),
        ("section 504", a.section_504 != b.section_504),
        ("lunch", a.lunch != b.lunch),
        ("homeless", a.homeless != b.homeless),
        ("foster", a.foster != b.foster),
        ("zip", a.zip != b.zip),
        ("home language", a.home_language != b.home_language),
    ];
    fields.into_iter().filter(|(_, is_other)| *is_other).map(|(name, _)| name).collect()
}
