//! Every report of the demo district, byte by byte, and its JSON against its own schema.
//!
//! `DAYMARK_WRITE_GOLDEN=1` writes the files anew; whoever does so reads the difference before committing it.

use std::path::PathBuf;

use boon::{Compiler, Schemas};
use daymark_reports::{Faces, ReportName};

use super::*;

fn golden(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/reports/tests/golden").join(file)
}

fn assert_golden(file: &str, bytes: &[u8]) {
    let path = golden(file);
    if std::env::var_os("DAYMARK_WRITE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let expected = std::fs::read(&path).unwrap_or_default();
    let line = |bytes: &[u8]| {
        let lines: Vec<String> = String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect();
        lines
    };
    let (found, expected_lines) = (line(bytes), line(&expected));
    let first = found.iter().zip(&expected_lines).position(|(a, b)| a != b);
    if let Some(at) = first {
        panic!("{file} line {}: {:?} in place of {:?}", at + 1, found[at], expected_lines[at]);
    }
    assert!(bytes == expected, "{file} has {} lines in place of {}", found.len(), expected_lines.len());
}

fn assert_follows_schema(name: ReportName, json: &[u8]) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("report.json", name.schema().to_value()).unwrap();
    let schema = compiler.compile("report.json", &mut schemas).unwrap();
    let value: Value = serde_json::from_slice(json).unwrap();
    if let Err(error) = schemas.validate(&value, schema) {
        panic!("{name}: {error:#}");
    }
    // A schema that takes anything would say yes as well.
    let mut without_day = value;
    without_day.as_object_mut().unwrap().remove("as_of");
    assert!(schemas.validate(&without_day, schema).is_err(), "{name}");
}

#[tokio::test]
async fn every_report_of_the_demo_district_is_as_it_was_and_follows_its_schema() {
    let demo = district::demo().await;
    let facts = facts(&demo.store, &Question::default()).await.unwrap();
    for name in ReportName::ALL {
        let faces = Faces::of(name.make(&facts).as_ref()).unwrap();
        assert_follows_schema(*name, &faces.json);
        assert_golden(&format!("{name}.json"), &faces.json);
        assert_golden(&format!("{name}.csv"), &faces.csv);
    }
}

#[tokio::test]
async fn the_roster_of_the_demo_district_agrees_with_what_it_was_made_from() {
    let demo = district::demo().await;
    let report = json(&demo.store, "attendance", &Question::default()).await;
    let district = &demo.district;
    for (n, student) in district.students.iter().enumerate() {
        let rows = rows_where(&report, "students", &[("student_id", &student.sis_id)]);
        let [row] = rows[..] else { panic!("one row a student") };
        let days = &district.calendar.past_school_days;
        let enrolled = days.iter().filter(|day| **day >= student.enrolled_from).count();
        let absent: usize =
            district.attendance_of(n).iter().filter(|event| event.missed_halves() > 0).count();
        assert_eq!(
            (row["enrolled_days"].as_u64(), row["absent_days"].as_u64()),
            (Some(enrolled as u64), Some(absent as u64))
        );
    }
}

#[tokio::test]
async fn every_schema_names_the_reports_fields() {
    for name in ReportName::ALL {
        let schema = name.schema().to_value();
        let properties = schema["properties"].as_object().unwrap();
        for field in ["as_of", "rule", "freshness", "data_quality"] {
            assert!(properties.contains_key(field), "{name} has no {field}");
        }
    }
}
