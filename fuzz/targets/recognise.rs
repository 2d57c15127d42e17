#![no_main]

#[path = "../../tests/fuzzing/recognise.rs"]
mod recognise;

libfuzzer_sys::fuzz_target!(|data: &[u8]| recognise::run(data));
