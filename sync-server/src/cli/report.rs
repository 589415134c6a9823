//! `daymark-server report NAME`: figures as JSON or CSV on standard output; `report list` and `report frozen` beside it.

use std::io::Write;
use std::path::PathBuf;

use chrono::{DateTime, Datelike};
use clap::{Args, Subcommand, ValueEnum};
use daymark_domain::SchoolDay;
use daymark_reports::{Facts, ReportName};

use super::asker::asker;
use super::{CliError, open_store, school_by_sis_id};
use crate::clock::Clock;
use crate::reports::pseudonyms::{Called, faces_of};
use crate::reports::{Question, ReportError, facts, freeze};
use crate::store::audit::{AccessEvent, AuditStore};
use crate::store::snapshots::{Face, Snapshot, SnapshotStore};
use crate::store::sqlite::SqliteStore;

/// Figures as JSON or CSV
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ReportArgs {
    #[command(subcommand)]
    beside: Option<Beside>,
    /// Which report: 'daymark-server report list' names them
    #[arg(required = true)]
    name: Option<String>,
    /// The data folder
    #[arg(long, value_name = "DIR", required = true)]
    data: Option<PathBuf>,
    /// The school, by the key of the district's export; else the district
    #[arg(long, value_name = "ID")]
    school: Option<String>,
    /// The day to look from, as 2026-10-14; else the last day that the record covers
    #[arg(long, value_name = "DATE")]
    as_of: Option<SchoolDay>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Another value of a setting, for this report alone
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_and_value)]
    set: Vec<(String, String)>,
    /// Keep the report as it is given out
    #[arg(long, conflicts_with = "pseudonyms")]
    freeze: bool,
    /// Call students by names that hold in this file alone, and leave out grades that few share
    #[arg(long)]
    pseudonyms: bool,
    /// Who asks; else the user of the operating system. It is noted with the report's name and day
    #[arg(long)]
    by: Option<String>,
}

/// What there is beside making a report.
#[derive(Subcommand)]
pub enum Beside {
    /// Name every report.
    List(List),
    /// List the frozen reports, or print one as it was given out.
    Frozen(FrozenArgs),
}

/// How.
#[derive(Args)]
pub struct List {
    /// Print the JSON Schema of every report
    #[arg(long)]
    schema: bool,
}

/// Which.
#[derive(Args)]
pub struct FrozenArgs {
    /// Its number; none: list them
    id: Option<i64>,
    /// The data folder
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Who asks; else the user of the operating system
    #[arg(long)]
    by: Option<String>,
}

/// The faces.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

impl From<Format> for Face {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
        }
    }
}

impl ReportArgs {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self.beside {
            Some(Beside::List(list)) => list.run(),
            Some(Beside::Frozen(frozen)) => frozen.run().await,
            None => self.make().await,
        }
    }

    async fn make(self) -> Result<(), CliError> {
        let name: ReportName = self.name.unwrap_or_default().parse().map_err(ReportError::from)?;
        let store = open_store(&self.data.unwrap_or_default())?;
        let school = match self.school {
            Some(sis_id) => Some(school_by_sis_id(&store, sis_id).await?.id),
            None => None,
        };
        let facts = facts(
            &store,
            &Question { school, as_of: self.as_of, overrides: self.set, ..Question::default() },
        )
        .await?;
        let (at, by) = (Clock::system().now(), asker(self.by));
        let detail = format!("{name} as of {}", facts.as_of);
        store.note_access(AccessEvent::by_command(at, by.clone(), school, "report_made", detail)).await?;
        if self.freeze {
            warn_of_comparisons(&store, name, &facts).await?;
            let frozen = freeze(&store, name, facts, at, by).await?;
            let inputs: String = frozen.inputs.iter().map(|byte| format!("{byte:02x}")).collect();
            eprintln!("frozen as {} (inputs sha-256 {inputs})", frozen.id);
            return print(match self.format {
                Format::Json => &frozen.faces.json,
                Format::Csv => &frozen.faces.csv,
            });
        }
        let called = if self.pseudonyms { Called::ByPseudonyms } else { Called::ByKeys };
        let faces = faces_of(name, facts, called).map_err(ReportError::from)?;
        print(match self.format {
            Format::Json => &faces.json,
            Format::Csv => &faces.csv,
        })
    }
}

impl List {
    fn run(self) -> Result<(), CliError> {
        if self.schema {
            let schemas: serde_json::Map<_, _> = ReportName::ALL
                .iter()
                .map(|name| (name.word().to_owned(), name.schema().to_value()))
                .collect();
            return print(format!("{:#}\n", serde_json::Value::Object(schemas)).as_bytes());
        }
        let lines = ReportName::ALL.iter().map(|name| format!("{name:<18}{}\n", name.about()));
        print(lines.collect::<String>().as_bytes())
    }
}

impl FrozenArgs {
    async fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let Some(id) = self.id else {
            let lines = store.snapshots().await?.iter().map(line).collect::<String>();
            return print(lines.as_bytes());
        };
        let known = store.snapshots().await?.into_iter().find(|snapshot| snapshot.id == id);
        let snapshot = known.ok_or(ReportError::NoSuchSnapshot(id))?;
        let bytes = store.snapshot_bytes(id, self.format.into()).await?;
        note_frozen(&store, snapshot, asker(self.by)).await?;
        print(&bytes.ok_or(ReportError::NoSuchSnapshot(id))?)
    }
}

async fn note_frozen(store: &SqliteStore, snapshot: Snapshot, by: String) -> Result<(), CliError> {
    let school = match snapshot.school_sis_id {
        Some(sis_id) => Some(school_by_sis_id(store, sis_id).await?.id),
        None => None,
    };
    let detail = format!("{} as of {}, frozen as {}", snapshot.report, snapshot.as_of, snapshot.id);
    let event = AccessEvent::by_command(Clock::system().now(), by, school, "report_viewed", detail);
    Ok(store.note_access(event).await?)
}

/// Two days of one aggregate held side by side tell of the few who made the difference, whatever each hides.
async fn warn_of_comparisons(store: &SqliteStore, name: ReportName, facts: &Facts) -> Result<(), CliError> {
    if !name.leaves_the_team() {
        return Ok(());
    }
    let school = facts.school.and_then(|id| facts.school(id)).map(|school| &school.sis_id);
    let same_month =
        |day: SchoolDay| (day.0.year(), day.0.month()) == (facts.as_of.0.year(), facts.as_of.0.month());
    let others = store.snapshots().await?.into_iter().filter(|snapshot| {
        snapshot.report == name.word()
            && snapshot.school_sis_id.as_ref() == school
            && snapshot.as_of != facts.as_of
            && same_month(snapshot.as_of)
    });
    for Snapshot { id, as_of, .. } in others {
        eprintln!(
            "careful: this report was frozen as of {as_of} too (as {id}). Give out one of a month: the difference of two days can tell of the few students whom each of them hides."
        );
    }
    Ok(())
}

fn line(snapshot: &Snapshot) -> String {
    let Snapshot { id, report, school_sis_id, as_of, rule_version, inputs, frozen_at, frozen_by } = snapshot;
    let scope = school_sis_id.as_ref().map_or("district".to_owned(), |school| format!("school {school}"));
    let inputs: String = inputs.iter().map(|byte| format!("{byte:02x}")).collect();
    let at = DateTime::from_timestamp(*frozen_at, 0).unwrap_or_default().format("%Y-%m-%d %H:%M UTC");
    format!(
        "{id}  {report}  {scope}  as of {as_of}  rule version {rule_version}  inputs {inputs}  frozen {at} by {frozen_by}\n"
    )
}

/// A reader that has seen enough (`| head`) is no failure.
fn print(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(CliError::Output(error)),
        _ => Ok(()),
    }
}

fn key_and_value(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
    pair.ok_or_else(|| format!("'{text}' is no setting; expected KEY=VALUE such as half_day_rule=fractional"))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        report: ReportArgs,
    }

    fn typed(line: &str) -> Result<ReportArgs, clap::Error> {
        Command::try_parse_from(line.split(' ')).map(|command| command.report)
    }

    #[test]
    fn a_report_is_named_with_its_school_its_day_and_other_values_of_settings() {
        let line = "report attendance --data d --school 42 --as-of 2026-02-05 --format csv --set half_day_rule=fractional --set minimum_enrolled_days=31";
        let report = typed(line).unwrap();
        assert_eq!(report.name.as_deref(), Some("attendance"));
        assert_eq!(report.school.as_deref(), Some("42"));
        assert_eq!(report.as_of.unwrap().to_string(), "2026-02-05");
        let set: Vec<_> = report.set.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(set, [("half_day_rule", "fractional"), ("minimum_enrolled_days", "31")]);
    }

    #[tokio::test]
    async fn every_report_and_every_look_at_a_frozen_one_is_noted_with_who_asked() {
        use crate::imports::tests::School;
        let school = School::imported();
        let data = school.folder().display().to_string();
        let run =
            async |line: &str| typed(&format!("report {line} --data {data}")).unwrap().run().await.unwrap();
        run("attendance --school 0101 --as-of 2025-10-10 --by Pat").await;
        run("satt --as-of 2025-10-14 --freeze --by Pat").await;
        run("frozen 1 --format csv --by Lee").await;
        run("frozen").await;
        let noted = "SELECT what, by_name, detail, sis_id FROM access_event \
            LEFT JOIN school ON school.id = school_id ORDER BY access_event.id";
        assert_eq!(
            school.rows(noted),
            [
                "report_made|Pat|attendance as of 2025-10-10|0101",
                "report_made|Pat|satt as of 2025-10-14|-",
                "report_viewed|Lee|satt as of 2025-10-14, frozen as 1|-",
            ]
        );
        let of_school = school.ask_school("0101");
        let store = SqliteStore::open(school.folder()).unwrap();
        let seen = store.accesses(of_school, 10).await.unwrap();
        assert_eq!(seen.len(), 3, "a school sees who looked at the district");
    }

    #[test]
    fn what_is_beside_a_report_needs_none() {
        assert!(matches!(
            typed("report list --schema").unwrap().beside,
            Some(Beside::List(List { schema: true }))
        ));
        let frozen = typed("report frozen 3 --data d").unwrap().beside;
        assert!(matches!(frozen, Some(Beside::Frozen(FrozenArgs { id: Some(3), .. }))));
        for wrong in ["report", "report attendance", "report attendance --data d --set foo"] {
            assert!(typed(wrong).is_err(), "{wrong}");
        }
    }
}
