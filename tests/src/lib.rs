//! Scenarios with the real server and real clients, properties, and what a browser does.
