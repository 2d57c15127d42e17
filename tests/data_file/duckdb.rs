//! The queries of `docs/scale.md` in `DuckDB`, over both kinds of data files of the sample.

use std::path::Path;
use std::process::Command;

use tonghop::output::data_file::HAS_PARQUET;
use tonghop_tools::generator::many;

use super::files::{result, run};

/// Runs all queries of the document over the files of the folder, once by each view that there is a file for.
const RUN: &str = r"
import duckdb, glob, re, sys
text = open(sys.argv[1], encoding='utf-8').read()
queries = re.findall(r'```sql\n(.*?)```', text, re.S)
views = [q for q in queries if q.startswith('CREATE')]
assert len(views) == 2, views
for view in views:
    if not glob.glob(re.search(r'\*-du-lieu\.\w+', view).group()):
        continue
    db = duckdb.connect()
    db.sql(view)
    for query in queries:
        if not query.startswith('CREATE'):
            for row in db.sql(query).fetchall():
                print('|'.join('' if one is None else format(one, 'f').rstrip('0').rstrip('.') if hasattr(one, 'quantize') else str(one) for one in row))
    print('view done')
";

/// Runs the queries over the data files of a folder. Gives what they say, by view.
fn asked(folder: &Path) -> Vec<String> {
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scale.md");
    let output = Command::new("python3")
        .current_dir(folder)
        .args(["-c", RUN, document])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    let views = said.split_inclusive("view done\n");
    views.map(str::to_string).collect()
}

/// What the units' figures give is what the results say, over a thousand units as over thirty.
#[test]
#[ignore = "needs Python with duckdb: .ci/run"]
fn the_queries_hold_for_a_thousand_units() {
    const UNITS: usize = 1_000;
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("dot");
    many::campaign(tonghop_tools::root(), &campaign, UNITS).unwrap();
    let data = if HAS_PARQUET { "parquet" } else { "csv" };
    run(&[
        campaign.to_str().unwrap(),
        "--data",
        data,
        "--fail-on",
        "never",
    ]);
    let views = asked(folder.path());
    let [view] = views.as_slice() else {
        panic!("{views:?}")
    };
    let fields = |start: &str| -> Vec<&str> {
        let line = view.lines().find(|line| line.starts_with(start));
        line.unwrap_or_else(|| panic!("{start}: {view}"))
            .split('|')
            .collect()
    };
    let mut units = 0;
    for level in ["tinh", "huyen"] {
        let stated = fields(&format!("2017|pc_rate_{level}|"));
        let summed = fields(&format!("2017|{level}|"));
        // Percent, and how many units are in it.
        assert_eq!([stated[4], stated[5]], [summed[2], summed[3]], "{view}");
        units += summed[3].parse::<usize>().unwrap();
    }
    assert_eq!(units, UNITS);
}

#[test]
#[ignore = "needs Python with duckdb: .ci/run"]
fn the_queries_of_the_document_give_the_statistics_of_the_decision() {
    let folder = tempfile::tempdir().unwrap();
    result(folder.path(), &["--data", "csv"]);
    if HAS_PARQUET {
        result(folder.path(), &["--data", "parquet"]);
    }
    let views = asked(folder.path());
    assert_eq!(views.len(), 1 + usize::from(HAS_PARQUET), "{views:?}");
    for view in &views {
        assert_eq!(view, &views[0], "both kinds of files say the same");
        for line in [
            "2017|pc_rate_tinh|852|870|97.93|",
            "2017|pc_rate_huyen|670|867|77.28|",
            "2017|internet_rate_tinh|1025|1047|97.9|",
            "2017|lan_share|28|28|100.0|",
            "2017|tinh|97.93|",
            "2017|huyen|77.28|",
        ] {
            let mut lines = view.lines();
            assert!(lines.any(|one| one.starts_with(line)), "{line}: {view}");
        }
    }
}
