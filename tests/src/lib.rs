//! Scenarios with the real server and real phones live in `scenarios/`, what a browser does in `browser/`.
