use super::*;
use daymark_test_support::{DistrictPlan, generate, write_export};
#[test]
#[ignore]
fn large_district() {
    let school = School::empty();
    let folder = tempfile::tempdir().unwrap();
    let district = generate(&DistrictPlan::large(day("2025-10-14"), std::env::var("STUDENTS").unwrap().parse().unwrap()));
    write_export(&district, folder.path()).unwrap();
    let days: Vec<_> = district.calendar.days.iter().filter(|d| d.day_type.is_instructional()).map(|d| d.day.to_string()).collect();
    let place: std::collections::HashMap<_, _> = days.iter().enumerate().map(|(n, d)| (d.clone(), n)).collect();
    let csv = std::fs::read_to_string(folder.path().join("attendance.csv")).unwrap();
    let mut out = String::new();
    for (n, line) in csv.lines().enumerate() {
        out += line; out += "\n";
        if n > 0 {
            let mut fields: Vec<&str> = line.split(',').collect();
            let later = &days[place[fields[2]] + 90];
            fields[2] = later;
            out += &fields.join(","); out += "\n";
        }
    }
    std::fs::write(folder.path().join("attendance.csv"), out).unwrap();
    let timed = |name: &str, work: &dyn Fn() -> Result<ImportReport, ImportError>| {
        let start = std::time::Instant::now();
        let report = work().unwrap();
        println!("{name}: {:.1?}\n{}", start.elapsed(), report.to_string().lines().last().unwrap());
    };
    for _ in 0..2 {
        timed("oneroster", &|| import_oneroster(&school.store, &folder.path().join("oneroster"), &skipping()));
        timed("calendar", &|| import_calendar(&school.store, &folder.path().join("calendar.csv"), &skipping()));
        timed("attendance", &|| import_attendance(&school.store, &folder.path().join("attendance.csv"), &skipping()));
    }
    println!("{}", std::fs::read_to_string("/proc/self/status").unwrap().lines().filter(|l| l.starts_with("VmHWM")).next().unwrap());
}
