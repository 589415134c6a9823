//! Which rules hold for a school on a day. The last word that was said about a rule holds: the school's before the
//! district's, the district's before the default.

use std::collections::BTreeMap;

use daymark_domain::{InvalidSetting, SchoolDay, SchoolId};
use daymark_reports::RulesInForce;

use crate::store::settings::Setting;
use crate::store::{Store, StoreError};

/// Why no rules could be made of what is stored or asked for.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was asked for is no setting.
    #[error(transparent)]
    Invalid(#[from] InvalidSetting),
    /// What is stored is no setting of this version.
    #[error(
        "setting version {version} cannot be used: {why}; follow it by another with 'daymark-server settings set {key} VALUE'"
    )]
    Stored {
        /// Which.
        version: i64,
        /// Its key.
        key: String,
        /// Why.
        why: InvalidSetting,
    },
}

/// Everything that was ever said about the rules.
pub struct Rulebook(Vec<Setting>);

impl Rulebook {
    /// As stored.
    pub async fn of(store: &dyn Store) -> Result<Self, StoreError> {
        Ok(Self::read(store.settings().await?))
    }

    /// Of settings that were read already.
    pub(crate) fn read(settings: Vec<Setting>) -> Self {
        Self(settings)
    }

    /// The same, with one more word said last.
    pub fn with(mut self, said: Setting) -> Self {
        self.0.push(said);
        self
    }

    /// The settings that hold for a school (or for the district) on a day, by key.
    pub fn holding(&self, school: Option<SchoolId>, on: SchoolDay) -> BTreeMap<&str, &Setting> {
        let mut holding = self.last_words(None, on);
        if school.is_some() {
            holding.extend(self.last_words(school, on));
        }
        holding
    }

    fn last_words(&self, scope: Option<SchoolId>, on: SchoolDay) -> BTreeMap<&str, &Setting> {
        let said = self.0.iter().filter(|setting| setting.school_id == scope);
        let said = said.filter(|setting| setting.from.is_none_or(|from| from <= on));
        let last: BTreeMap<_, _> = said.map(|setting| (setting.key.as_str(), setting)).collect();
        last.into_iter().filter(|(_, setting)| setting.value.is_some()).collect()
    }

    /// The rules themselves.
    pub fn rules(&self, school: Option<SchoolId>, on: SchoolDay) -> Result<RulesInForce, RulesError> {
        let mut in_force = RulesInForce { version: self.version(school, on), ..RulesInForce::default() };
        for (key, setting) in self.holding(school, on) {
            let value = setting.value.as_deref().unwrap_or_default();
            in_force.rules.set(key, value).map_err(|why| stored(setting, why))?;
        }
        in_force.rules.check()?;
        Ok(in_force)
    }

    /// The newest word that had a say, even if it took an older one back.
    fn version(&self, school: Option<SchoolId>, on: SchoolDay) -> i64 {
        let heard = self.0.iter().filter(|setting| setting.from.is_none_or(|from| from <= on));
        let heard = heard.filter(|setting| setting.school_id.is_none() || setting.school_id == school);
        heard.map(|setting| setting.version).max().unwrap_or(0)
    }

    /// All of it, oldest first.
    pub fn history(&self) -> &[Setting] {
        &self.0
    }
}

fn stored(setting: &Setting, why: InvalidSetting) -> RulesError {
    RulesError::Stored { version: setting.version, key: setting.key.clone(), why }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    fn said(
        version: i64,
        school_id: Option<SchoolId>,
        key: &str,
        value: Option<&str>,
        from: Option<&str>,
    ) -> Setting {
        Setting {
            version,
            school_id,
            key: key.to_owned(),
            value: value.map(str::to_owned),
            from: from.map(day),
            set_at: 0,
            set_by: "test".to_owned(),
        }
    }

    fn minimum(book: &Rulebook, school: Option<SchoolId>, on: &str) -> (u32, i64) {
        let in_force = book.rules(school, day(on)).unwrap();
        (in_force.rules.minimum_enrolled_days, in_force.version)
    }

    #[test]
    fn a_school_follows_its_own_word_before_the_districts_and_the_district_before_the_default() {
        let (lincoln, adams) = (SchoolId::random(), SchoolId::random());
        let key = "minimum_enrolled_days";
        let book = Rulebook(vec![
            said(1, None, key, Some("20"), None),
            said(2, Some(lincoln), key, Some("31"), Some("2025-10-01")),
        ]);
        assert_eq!(minimum(&book, None, "2025-10-01"), (20, 1));
        assert_eq!(minimum(&book, Some(adams), "2025-10-01"), (20, 1));
        assert_eq!(minimum(&book, Some(lincoln), "2025-09-30"), (20, 1));
        assert_eq!(minimum(&book, Some(lincoln), "2025-10-01"), (31, 2));
        assert_eq!(minimum(&Rulebook(Vec::new()), Some(adams), "2025-10-01"), (10, 0));
    }

    #[test]
    fn the_last_word_holds_and_taking_it_back_is_a_word_too() {
        let lincoln = SchoolId::random();
        let key = "minimum_enrolled_days";
        let book = Rulebook(vec![
            said(1, None, key, Some("20"), None),
            said(2, Some(lincoln), key, Some("31"), None),
            said(3, Some(lincoln), key, None, Some("2025-11-01")),
        ]);
        assert_eq!(minimum(&book, Some(lincoln), "2025-10-31"), (31, 2));
        assert_eq!(minimum(&book, Some(lincoln), "2025-11-01"), (20, 3));
    }

    #[test]
    fn a_stored_setting_that_no_version_knows_is_named_with_what_to_do() {
        let book = Rulebook(vec![said(7, None, "half_day_rule", Some("never"), None)]);
        let error = book.rules(None, day("2025-10-01")).unwrap_err().to_string();
        assert!(
            error.contains("setting version 7") && error.contains("settings set half_day_rule"),
            "{error}"
        );
    }
}
