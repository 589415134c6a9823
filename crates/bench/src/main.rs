//! The budgets of the design, each figure printed with the work that it was measured on. Nothing here fails because
//! something was slow: a figure over its budget is printed so, and a person decides.
//!
//! `daymark-bench [day] [page] [pages] [taps] [first-sync] [views] [gate] [push] [import] [operations] [accesses] [app]`; without a
//! name, all of them. `pages` and `operations` take `--students N` (of the school, 1,000) and `--district N` (students of the
//! district, 65,000). `accesses` alone does fail, for it is a promise and no figure: whatever is done to the record is found.

mod browser_link;
mod chance;
mod diary;
mod export;
mod figures;
mod history;
mod http;
mod machine;
mod phone;
mod program;
mod report;
mod school;
mod wire;

use std::process::ExitCode;

use daymark_server::gate::worker;
use figures::{
    access_record, district_report, first_sync, gate, import, operations, ordinary_day, pages, push, taps,
    team_page, views, web_app,
};

/// Any error ends the run; its sentence is all that is printed of it.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(worker::SUBCOMMAND) {
        // The gate's wall starts this program again as its worker; before there is any thread but this one.
        return worker::run();
    }
    measure()
}

#[tokio::main]
async fn measure() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &[String]) -> Outcome {
    if let [word, rest @ ..] = arguments
        && word == import::IN_A_PROCESS_OF_ITS_OWN
    {
        return import::import_and_tell(rest);
    }
    if let [word, rest @ ..] = arguments
        && word == district_report::IN_A_PROCESS_OF_ITS_OWN
    {
        return district_report::report_and_tell(rest).await;
    }
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    machine::describe()?;
    if ["day", "page", "taps"].into_iter().any(wanted) {
        let day = ordinary_day::prepare().await?;
        ordinary_day::measure(&day).await?;
        team_page::measure(&day).await?;
        taps::measure(&day)?;
    }
    if wanted("first-sync") {
        first_sync::measure().await?;
    }
    if wanted("views") {
        views::measure().await?;
    }
    if wanted("pages") {
        pages::measure(&pages::Sizes::of(arguments)?).await?;
    }
    if wanted("gate") {
        gate::measure().await?;
    }
    if wanted("push") {
        push::measure().await?;
    }
    if wanted("import") {
        import::measure()?;
    }
    if wanted("operations") {
        operations::measure(&pages::Sizes::of(arguments)?).await?;
    }
    if wanted("accesses") {
        access_record::measure()?;
    }
    if wanted("app") {
        web_app::measure()?;
    }
    Ok(())
}
