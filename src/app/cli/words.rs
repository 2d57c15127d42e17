//! The words of the command line, in both languages.

mod compared;
mod help_words;

use crate::base::lang::{Phrase, phrase};

pub use crate::app::cli::words::help_words::{ARGUMENTS, COMMANDS, ERROR, OPTIONS, USAGE, more};

/// Help of commands by their path, and of arguments by `command argument`; `*` stands for every command.
pub const HELP: &[(&str, Phrase)] = &[
    (
        "tonghop",
        phrase(
            "Tổng hợp một thư mục phiếu tự đánh giá (Excel) thành một bảng tổng hợp mà số nào cũng có nguồn",
            "Turns a folder of returned self-assessment workbooks into one consolidated workbook, with every number proven",
        ),
    ),
    (
        "consolidate",
        phrase(
            "Đọc thư mục phiếu và ghi bảng tổng hợp",
            "Reads a folder of workbooks and writes the consolidated one",
        ),
    ),
    (
        "new",
        phrase(
            "Đề xuất đợt đánh giá (tiêu chí, đơn vị, cấp) từ chính các phiếu trong thư mục, để sửa lại rồi dùng",
            "Proposes a campaign (criteria, units, levels) from the forms of a folder, to be corrected and used",
        ),
    ),
    (
        "new folder",
        phrase(
            "Thư mục phiếu của các đơn vị; hướng dẫn từng bước: docs/huong-dan-bo-tieu-chi",
            "The folder of the returned workbooks; step by step (in Vietnamese): docs/huong-dan-bo-tieu-chi",
        ),
    ),
    (
        "new form",
        phrase(
            "Mẫu phiếu trống, nếu có: .xlsx, .xls, .ods, .docx",
            "A blank form, if there is one: .xlsx, .xls, .ods, .docx",
        ),
    ),
    (
        "new units",
        phrase(
            "Danh sách đơn vị: bảng Excel, CSV hoặc Word bất kỳ có một cột tên đơn vị",
            "The list of units: any Excel, CSV or Word table with a column of names",
        ),
    ),
    (
        "new province",
        phrase(
            "Chỉ lấy các đơn vị của tỉnh này trong danh sách",
            "Only the units of this province in the list",
        ),
    ),
    (
        "new output",
        phrase(
            "Ghi vào tệp này (mặc định: THƯ MỤC-dot-danh-gia.xlsx bên cạnh thư mục phiếu)",
            "Write into this file (default: FOLDER-dot-danh-gia.xlsx beside the folder)",
        ),
    ),
    (
        "check",
        phrase(
            "Chỉ kiểm tra và hiện cảnh báo, không ghi tệp nào",
            "Checks and prints findings, writes nothing",
        ),
    ),
    (
        "consolidate previous",
        phrase(
            "Kết quả năm trước (như ở lệnh diff): thêm trang So sánh và cảnh báo về thay đổi bất thường",
            "Last year's result (as in diff): adds the sheet So sánh and findings about unusual changes",
        ),
    ),
    (
        "template",
        phrase(
            "Ghi phiếu trắng (Excel) cho từng đơn vị, điền sẵn tên, cấp, năm, hạn nộp; có danh sách chọn, kiểm tra và tự cộng",
            "Writes a blank form (Excel) for each unit, with name, level, year and deadline filled in; with drop-downs, checks and sums",
        ),
    ),
    (
        "template campaign",
        phrase(
            "Thư mục đợt đánh giá, tệp đợt đánh giá (.toml, .xlsx) hoặc tên bộ tiêu chí có sẵn; không ghi thì theo đợt của thư mục đang đứng, không có thì theo kontum-2017",
            "A campaign's folder, its file (.toml, .xlsx) or a built-in scheme; by default the campaign of this folder, else kontum-2017",
        ),
    ),
    (
        "template output",
        phrase(
            "Thư mục để ghi (mặc định: ĐỢT-phieu-mau bên cạnh); phiếu có sẵn không bị ghi đè",
            "The folder to write into (default: CAMPAIGN-phieu-mau beside it); forms that are there stay",
        ),
    ),
    (
        "template zip",
        phrase(
            "Ghi thành một tệp .zip thay cho thư mục",
            "Write one .zip instead of a folder",
        ),
    ),
    (
        "template previous",
        phrase(
            "Kết quả năm trước (như ở lệnh diff): in mờ số liệu và điểm năm trước cạnh ô trống",
            "Last year's result (as in diff): its figures and scores in grey beside the blanks",
        ),
    ),
    (
        "letters",
        phrase(
            "Ghi mẫu công văn (Word) để cơ quan sửa câu chữ, kiểm tra mẫu đã sửa và liệt kê các trường; không ghi đè mẫu đã có",
            "Writes the templates of letters (Word) for an office to change, checks those that were changed and lists the fields; what is there stays",
        ),
    ),
    (
        "letters folder",
        phrase(
            "Thư mục phiếu; mẫu được ghi vào THƯ MỤC-mau-cong-van bên cạnh, và lệnh tổng hợp tìm mẫu ở đó",
            "The folder of returns; templates go to FOLDER-mau-cong-van beside it, where consolidate looks for them",
        ),
    ),
    (
        "consolidate docx",
        phrase(
            "Ghi thêm phụ lục kết quả (Word) kèm theo quyết định: THƯ MỤC-phu-luc.docx, giữ chữ người soạn đã viết",
            "Also write the annex of the decision (Word): FOLDER-phu-luc.docx; what its author has written is kept",
        ),
    ),
    (
        "consolidate data",
        phrase(
            "Danh sách mọi giá trị nằm ở đâu: sheet = trang Dữ liệu (mặc định, đến data_rows dòng), csv hoặc parquet = tệp …-du-lieu cạnh kết quả",
            "Where all values are listed: sheet = Dữ liệu (default, up to data_rows rows), csv or parquet = a file …-du-lieu beside the result",
        ),
    ),
    (
        "consolidate letters",
        phrase(
            "Ghi thêm công văn (Word) vào thư mục này: mỗi đơn vị có nội dung phải sửa một công văn, và một công văn đôn đốc",
            "Also write letters (Word) into this folder: one to each unit with something to correct, and one reminder",
        ),
    ),
    (
        "scheme",
        phrase(
            "Kiểm tra, hiện một bộ tiêu chí, hoặc chuyển giữa TOML và Excel",
            "Checks or prints a scheme, or converts between TOML and Excel",
        ),
    ),
    (
        "scheme check",
        phrase(
            "Kiểm tra bộ tiêu chí, chỉ ra dòng và cột sai",
            "Checks a scheme and names line and column of what is wrong",
        ),
    ),
    (
        "scheme show",
        phrase("Hiện bộ tiêu chí để đọc", "Prints a scheme for people"),
    ),
    (
        "scheme export",
        phrase(
            "Ghi đợt đánh giá thành tệp Excel để sửa, không ghi đè tệp có sẵn",
            "Writes a campaign as a workbook to be edited, never over a file that is there",
        ),
    ),
    (
        "scheme export campaign",
        phrase(
            "Tệp campaign.toml, thư mục của đợt, hoặc tên bộ tiêu chí có sẵn",
            "A campaign.toml, a campaign's folder, or a built-in scheme",
        ),
    ),
    (
        "scheme export output",
        phrase("Tệp .xlsx để ghi", "The .xlsx to write"),
    ),
    (
        "scheme import",
        phrase(
            "Ghi tệp đợt đánh giá Excel thành campaign.toml, scheme.toml và units.csv, không ghi đè tệp có sẵn",
            "Writes a campaign workbook as campaign.toml, scheme.toml and units.csv, never over files that are there",
        ),
    ),
    (
        "scheme import workbook",
        phrase(
            "Tệp đợt đánh giá: .xlsx, .xls hoặc .ods",
            "The campaign workbook: .xlsx, .xls or .ods",
        ),
    ),
    (
        "scheme import output",
        phrase("Thư mục để ghi", "The folder to write into"),
    ),
    (
        "trace",
        phrase(
            "Cho biết một con số từ đâu ra: tệp, trang, ô, đã xử lý thế nào, cộng vào đâu",
            "Says where a number comes from: file, sheet, cell, what was done to it, what it adds to",
        ),
    ),
    (
        "trace unit",
        phrase(
            "Đơn vị: tên, tên gọi khác hoặc mã",
            "The unit: its name, an alias or its code",
        ),
    ),
    (
        "trace id",
        phrase(
            "Mã nhóm (1), tiêu chí (1.1), số liệu (may_tinh) hoặc chỉ tiêu thống kê; trùng mã thì ghi group:MÃ, figure:MÃ, statistic:MÃ; không ghi thì xem cả đơn vị",
            "A group (1), a criterion (1.1), a figure (may_tinh) or a statistic; group:ID, figure:ID and statistic:ID where two share an id; without it, the whole unit",
        ),
    ),
    (
        "status",
        phrase(
            "Tình hình đợt đánh giá: ai đã nộp, ai chưa, còn việc gì phải xử lý, điều gì còn có thể đổi xếp loại; không ghi tệp nào",
            "The round at a glance: who has returned, what is open, what can still change a grade; writes nothing",
        ),
    ),
    ("status json", phrase("Hiện ở dạng JSON", "Print JSON")),
    (
        "margins",
        phrase(
            "Cho biết mỗi đơn vị cách mức xếp loại trên và dưới bao nhiêu điểm, tiêu chí nào đưa đơn vị lên; không ghi tệp nào",
            "Says how far each unit is from the next grade above and below, and what would carry it over; writes nothing",
        ),
    ),
    (
        "margins unit",
        phrase(
            "Chỉ xem một đơn vị, với mọi tiêu chí còn điểm: tên, tên gọi khác hoặc mã",
            "One unit alone, with every criterion that left points: its name, an alias or its code",
        ),
    ),
    ("check json", phrase("Hiện ở dạng JSON", "Print JSON")),
    ("trace json", phrase("Hiện ở dạng JSON", "Print JSON")),
    ("margins json", phrase("Hiện ở dạng JSON", "Print JSON")),
    (
        "explain",
        phrase(
            "Giải thích một mã cảnh báo; không ghi mã thì liệt kê tất cả",
            "Explains a finding; without a code lists all",
        ),
    ),
    (
        "completions",
        phrase(
            "In tập lệnh gợi ý tự động cho cửa sổ lệnh",
            "Prints shell completions",
        ),
    ),
    (
        "help",
        phrase(
            "Hiện trợ giúp của một lệnh, ví dụ: tonghop help diff",
            "Prints the help of a command, such as: tonghop help diff",
        ),
    ),
    (
        "help of",
        phrase(
            "Lệnh cần xem; không ghi thì xem trợ giúp chung",
            "The command; without it, help in general",
        ),
    ),
    (
        "* folder",
        phrase(
            "Thư mục phiếu đã nộp, hoặc thư mục của đợt đánh giá",
            "The folder of returned workbooks, or a campaign's folder",
        ),
    ),
    (
        "* campaign",
        phrase(
            "Tệp đợt đánh giá (Excel, hoặc campaign.toml), khi tệp không nằm ở thư mục đợt hoặc nằm lẫn với phiếu",
            "The campaign workbook or campaign.toml to follow, where it lies elsewhere or among the returns",
        ),
    ),
    (
        "* decisions",
        phrase(
            "Tệp quyết định được áp dụng, thay cho các tệp THƯ-MỤC-quyet-dinh.xlsx bên cạnh thư mục",
            "The decision workbook to apply, in place of FOLDER-quyet-dinh.xlsx beside the folder",
        ),
    ),
    (
        "* allow_outside",
        phrase(
            "Cho phép campaign.toml chỉ tới tệp và thư mục ở ngoài thư mục của nó",
            "Let campaign.toml name files and folders outside its own folder",
        ),
    ),
    (
        "* output",
        phrase(
            "Tệp kết quả; mặc định là THƯ-MỤC-tong-hop.xlsx bên cạnh thư mục",
            "The file to write; by default FOLDER-tong-hop.xlsx beside the folder",
        ),
    ),
    (
        "* fail_on",
        phrase(
            "Trả mã thoát 1 khi có cảnh báo từ mức này: error = lỗi (mặc định), warning = cảnh báo, info = ghi chú, never = không bao giờ",
            "Exit with 1 if there are findings of this severity or worse: error (default), warning, info, never",
        ),
    ),
    (
        "* limit",
        phrase(
            "Đổi một giới hạn đọc tệp, ví dụ file-bytes=100MB; các tên: file-bytes, inflated-bytes, entries, cells, text-bytes, merges, archive-entries, archive-bytes, child-memory-bytes, seconds, answer-bytes",
            "Change a bound of the reader, such as file-bytes=100MB; the names: file-bytes, inflated-bytes, entries, cells, text-bytes, merges, archive-entries, archive-bytes, child-memory-bytes, seconds, answer-bytes",
        ),
    ),
    (
        "* paths",
        phrase(
            "Các tệp hoặc thư mục cần kiểm tra",
            "Files or folders to check",
        ),
    ),
    (
        "* only",
        phrase(
            "Chỉ hiện các mã cảnh báo này, cách nhau bằng dấu phẩy",
            "Print these codes only, separated by commas",
        ),
    ),
    (
        "* ignore",
        phrase(
            "Không hiện các mã cảnh báo này, cách nhau bằng dấu phẩy",
            "Do not print these codes, separated by commas",
        ),
    ),
    (
        "* scheme",
        phrase(
            "Tệp scheme.toml hoặc tên bộ tiêu chí có sẵn (mặc định: kontum-2017)",
            "A scheme.toml, or a built-in scheme (default: kontum-2017)",
        ),
    ),
    (
        "* code",
        phrase(
            "Mã cảnh báo, ví dụ TH301",
            "The code of a finding, such as TH301",
        ),
    ),
    (
        "* shell",
        phrase(
            "Loại cửa sổ lệnh: bash, elvish, fish, powershell hoặc zsh",
            "The shell: bash, elvish, fish, powershell or zsh",
        ),
    ),
    (
        "* lang",
        phrase(
            "Ngôn ngữ hiển thị: vi (mặc định) hoặc en",
            "Language: vi (default) or en",
        ),
    ),
    (
        "* help",
        phrase("Hiện phần trợ giúp này", "Print this help"),
    ),
    (
        "* version",
        phrase("Hiện số phiên bản", "Print the version"),
    ),
];

/// The help of a command, or of an argument of one.
pub fn help(path: &str) -> Option<Phrase> {
    let mut all = HELP.iter().chain(compared::HELP);
    all.find(|(name, _)| *name == path)
        .map(|(_, phrase)| *phrase)
}
