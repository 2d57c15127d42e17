#![no_main]

#[path = "../../tests/fuzzing/definitions.rs"]
mod definitions;

libfuzzer_sys::fuzz_target!(|data: &[u8]| definitions::run(data));
