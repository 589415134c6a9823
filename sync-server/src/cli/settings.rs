//! `daymark-server settings`: what district and schools decided about the arithmetic. Nothing is ever overwritten.

use std::path::PathBuf;

use chrono::DateTime;
use clap::{Args, Subcommand};
use daymark_domain::{InvalidSetting, RuleSetting, Rules, SchoolDay, SchoolId};

use super::{CliError, open_store, school_by_sis_id};
use crate::clock::Clock;
use crate::service::rules::Rulebook;
use crate::store::schools::{School, SchoolStore};
use crate::store::settings::{NewSetting, Setting, SettingStore};
use crate::store::sqlite::SqliteStore;

/// The rules of district and schools.
#[derive(Subcommand)]
pub enum SettingsCommand {
    /// List every setting with its value, where it comes from, and what it decides.
    List(Scope),
    /// Print the value of one setting.
    Get(Get),
    /// Set one from now on, for every report or for those as of a date and later.
    Set(Set),
    /// List everything that was ever set.
    History(History),
}

/// Where, and for whom.
#[derive(Args)]
pub struct Scope {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The school, by the key of the district's export; else the district.
    #[arg(long)]
    school: Option<String>,
    /// The day that a report would look from, as 2026-10-14; else today.
    #[arg(long, value_name = "DATE")]
    as_of: Option<SchoolDay>,
}

/// Which.
#[derive(Args)]
pub struct Get {
    /// The setting, such as half_day_rule.
    key: String,
    #[command(flatten)]
    scope: Scope,
}

/// What.
#[derive(Args)]
pub struct Set {
    /// The setting, such as half_day_rule.
    key: String,
    /// Its value.
    #[arg(required_unless_present = "inherit")]
    value: Option<String>,
    /// Go back to the district's value, or to the default.
    #[arg(long, conflicts_with = "value")]
    inherit: bool,
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The school, by the key of the district's export; else the district.
    #[arg(long)]
    school: Option<String>,
    /// Only for reports as of this day and later, as 2026-10-14.
    #[arg(long, value_name = "DATE")]
    from: Option<SchoolDay>,
    /// Who decided it.
    #[arg(long, default_value = "command line")]
    by: String,
}

/// Where.
#[derive(Args)]
pub struct History {
    /// Only of this setting.
    key: Option<String>,
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// Only of this school.
    #[arg(long)]
    school: Option<String>,
}

impl SettingsCommand {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self {
            Self::List(scope) => scope.list().await,
            Self::Get(get) => get.run().await,
            Self::Set(set) => set.run().await,
            Self::History(history) => history.run().await,
        }
    }
}

impl Scope {
    async fn list(self) -> Result<(), CliError> {
        let (store, school, on) = self.resolved().await?;
        let book = Rulebook::of(&store).await?;
        let rules = book.rules(school.as_ref().map(|school| school.id), on)?.rules;
        let holding = book.holding(school.as_ref().map(|school| school.id), on);
        for setting in Rules::catalogue() {
            let value = rules.get(setting.key).unwrap_or_default();
            println!("{}", line(&setting, &value, holding.get(setting.key).copied()));
        }
        Ok(())
    }

    async fn resolved(self) -> Result<(SqliteStore, Option<School>, SchoolDay), CliError> {
        let store = open_store(&self.data)?;
        let school = school_of(&store, self.school).await?;
        let today = SchoolDay::at(Clock::system().now(), 0);
        Ok((store, school, self.as_of.unwrap_or(today)))
    }
}

impl Get {
    async fn run(self) -> Result<(), CliError> {
        let (store, school, on) = self.scope.resolved().await?;
        let rules = Rulebook::of(&store).await?.rules(school.map(|school| school.id), on)?.rules;
        let value = rules.get(&self.key).ok_or(InvalidSetting::UnknownKey { key: self.key })?;
        println!("{value}");
        Ok(())
    }
}

impl Set {
    async fn run(self) -> Result<(), CliError> {
        let (store, now) = (open_store(&self.data)?, Clock::system().now());
        let school = school_of(&store, self.school.clone()).await?;
        let school_id = school.as_ref().map(|school| school.id);
        self.try_out(&store, school_id, SchoolDay::at(now, 0)).await?;
        let Self { key, value, from, by, .. } = self;
        let version = store.add_setting(NewSetting { school_id, key, value, from, at: now, by }).await?;
        let said = store.settings().await?.into_iter().find(|setting| setting.version == version);
        said.iter().for_each(|setting| println!("{}", told(setting, school.as_ref())));
        Ok(())
    }

    /// The district and every school must have rules that agree with each other afterwards.
    async fn try_out(
        &self,
        store: &SqliteStore,
        school_id: Option<SchoolId>,
        today: SchoolDay,
    ) -> Result<(), CliError> {
        let mut rules = Rules::default();
        match &self.value {
            Some(value) => rules.set(&self.key, value)?,
            None => drop(rules.get(&self.key).ok_or(InvalidSetting::UnknownKey { key: self.key.clone() })?),
        }
        let said = Setting {
            version: i64::MAX,
            school_id,
            key: self.key.clone(),
            value: self.value.clone(),
            from: self.from,
            set_at: 0,
            set_by: String::new(),
        };
        let book = Rulebook::of(store).await?.with(said);
        let on = self.from.unwrap_or(today).max(today);
        book.rules(None, on)?;
        for school in store.schools().await? {
            book.rules(Some(school.id), on)?;
        }
        Ok(())
    }
}

impl History {
    async fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let only = school_of(&store, self.school).await?.map(|school| school.id);
        let schools = store.schools().await?;
        let book = Rulebook::of(&store).await?;
        let wanted = |setting: &&Setting| {
            self.key.as_ref().is_none_or(|key| *key == setting.key)
                && (only.is_none() || setting.school_id == only)
        };
        for setting in book.history().iter().filter(wanted) {
            let school = schools.iter().find(|school| Some(school.id) == setting.school_id);
            println!("{}", told(setting, school));
        }
        Ok(())
    }
}

async fn school_of(store: &SqliteStore, sis_id: Option<String>) -> Result<Option<School>, CliError> {
    match sis_id {
        Some(sis_id) => Ok(Some(school_by_sis_id(store, sis_id).await?)),
        None => Ok(None),
    }
}

fn line(setting: &RuleSetting, value: &str, set: Option<&Setting>) -> String {
    let origin = match set {
        None => "default".to_owned(),
        Some(Setting { school_id: None, version, .. }) => format!("district, version {version}"),
        Some(Setting { version, .. }) => format!("school, version {version}"),
    };
    let RuleSetting { key, allowed, about, source, .. } = setting;
    format!("{key} = {value}  ({origin})\n    {about} Allowed: {allowed}. [{source}]")
}

fn told(setting: &Setting, school: Option<&School>) -> String {
    let Setting { version, key, value, from, set_at, set_by, .. } = setting;
    let scope = school.map_or("district".to_owned(), |school| format!("school {}", school.sis_id));
    let value = value.as_deref().map_or("inherited again".to_owned(), |value| format!("= {value}"));
    let from = from.map_or("for every date".to_owned(), |day| format!("from {day}"));
    let at = DateTime::from_timestamp(*set_at, 0).unwrap_or_default().format("%Y-%m-%d %H:%M UTC");
    format!("version {version}  {scope}  {key} {value}  {from}  set {at} by {set_by}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(data: &std::path::Path, key: &str, value: Option<&str>, school: Option<&str>) -> Set {
        Set {
            key: key.to_owned(),
            value: value.map(str::to_owned),
            inherit: value.is_none(),
            data: data.to_owned(),
            school: school.map(str::to_owned),
            from: None,
            by: "Pat".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_district_cannot_be_given_a_rule_that_contradicts_a_schools_own() {
        use crate::store::contract::Seed;
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path();
        open_store(data).unwrap().seed_school("Lincoln").await;
        set(data, "severe_from_percent", Some("15"), Some("Lincoln")).run().await.unwrap();
        let refused =
            set(data, "chronic_from_percent", Some("18"), None).run().await.unwrap_err().to_string();
        assert!(refused.contains("chronic_from_percent must stay below severe_from_percent"), "{refused}");
        set(data, "severe_from_percent", None, Some("Lincoln")).run().await.unwrap();
        set(data, "chronic_from_percent", Some("18"), None).run().await.unwrap();
        let kept = open_store(data).unwrap().settings().await.unwrap();
        let said: Vec<_> = kept.iter().map(|setting| (setting.version, setting.value.as_deref())).collect();
        assert_eq!(said, [(1, Some("15")), (2, None), (3, Some("18"))]);
    }

    #[tokio::test]
    async fn an_unknown_setting_is_refused_with_a_sentence_whether_it_is_set_or_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        for value in [Some("red"), None] {
            let refused = set(folder.path(), "colour", value, None).run().await.unwrap_err().to_string();
            assert!(refused.contains("there is no setting 'colour'"), "{refused}");
        }
    }
}
