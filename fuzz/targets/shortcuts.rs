#![no_main]

use tonghop_tools::fuzzing::shortcuts;

libfuzzer_sys::fuzz_target!(|data: &[u8]| shortcuts::run(data));
