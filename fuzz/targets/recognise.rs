#![no_main]

use tonghop_tools::fuzzing::recognise;

libfuzzer_sys::fuzz_target!(|data: &[u8]| recognise::run(data));
