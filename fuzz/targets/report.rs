#![no_main]

#[path = "../../tests/fuzzing/report.rs"]
mod report;

libfuzzer_sys::fuzz_target!(|data: &[u8]| report::run(data));
