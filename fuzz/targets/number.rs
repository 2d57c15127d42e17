#![no_main]

use tonghop_tools::fuzzing::number;

libfuzzer_sys::fuzz_target!(|data: &[u8]| number::run(data));
