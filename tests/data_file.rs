//! The data files: their schema as it is documented, and what comes back of them.

mod duckdb;
mod files;
mod reading;
mod schema;
mod traced;
