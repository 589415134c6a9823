//! The command line of the sync server.

fn main() -> std::process::ExitCode {
    daymark_server::cli::run()
}
