#![no_main]

use tonghop_tools::fuzzing::definitions;

libfuzzer_sys::fuzz_target!(|data: &[u8]| definitions::run(data));
