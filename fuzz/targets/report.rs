#![no_main]

use tonghop_tools::fuzzing::report;

libfuzzer_sys::fuzz_target!(|data: &[u8]| report::run(data));
