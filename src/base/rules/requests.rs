//! What a letter asks of a unit for each kind of finding.
//!
//! In: a rule. Out: the request, in Vietnamese as letters are; none where there is nothing that the unit could do: what the office
//! decides itself, what is a fault of this machine, what is only worth knowing. It says nothing that the rule's own advice does not.
//! Like messages, a request begins in lower case, ends without a full stop and may hold `{expected}` and the like. Not for: advice to
//! whoever runs the program. `tests/letters.rs` holds every rule against this list.

use crate::base::rules::Rule;

/// Codes of findings about what units send that a letter does not tell them.
pub const NOT_ASKED: &[&str] = &[
    "TH103", "TH106", "TH107", "TH108", "TH116", "TH118", "TH120", "TH123", "TH124", "TH125",
    "TH126", "TH132", "TH320", "TH330", "TH407", "TH410", "TH412", "TH415", "TH416", "TH417",
    "TH419", "TH421", "TH440", "TH441", "TH443", "TH445", "TH447", "TH503", "TH504", "TH505",
    "TH506", "TH508", "TH509", "TH510", "TH511", "TH512", "TH513", "TH514", "TH515", "TH516",
    "TH521", "TH522", "TH523", "TH524", "TH525", "TH526", "TH527", "TH528", "TH529", "TH905",
    "TH908", "TH911", "TH913", "TH915", "TH916", "TH919", "TH921", "TH922", "TH923", "TH924",
    "TH925", "TH926", "TH927", "TH931", "TH932", "TH933", "TH934", "TH946", "TH948", "TH949",
    "TH951", "TH952", "TH953",
];

/// What is asked where so many further places have the same fault.
pub const MORE: &str = "sửa những chỗ đã nêu và mọi chỗ giống như vậy trong tệp";

/// What is asked of a blank that a mean leaves out.
pub const LEFT_OUT: &str = "cho biết có việc này hay không; có thì ghi điểm tự chấm, kể cả điểm 0 (ô trống đang không tính vào bình quân)";

/// The requests, by code.
pub const REQUESTS: &[(&str, &str)] = &[
    ("TH101", "nộp phiếu"),
    ("TH102", "gửi lại phiếu bằng bảng tính (.xlsx) theo mẫu"),
    (
        "TH104",
        "ghi đúng tên đơn vị ở trang bìa và tên tệp rồi gửi lại",
    ),
    (
        "TH105",
        "cho biết tệp được tính có đúng là bản cuối cùng không; nếu không, gửi lại bản đúng",
    ),
    ("TH109", "gửi phiếu của năm {expected}"),
    (
        "TH110",
        "kiểm tra và gửi phiếu của chính đơn vị (tệp này chưa được tính)",
    ),
    ("TH111", "dùng đúng mẫu của cấp mình rồi gửi lại"),
    ("TH112", "làm lại trên mẫu đang dùng rồi gửi lại"),
    ("TH113", "điền phiếu rồi gửi lại"),
    (
        "TH114",
        "kiểm tra và gửi phiếu theo mẫu của đợt đánh giá này",
    ),
    (
        "TH115",
        "cho biết số liệu lấy của kỳ nào; nếu không phải của năm {expected} thì sửa lại",
    ),
    ("TH121", "dùng tên hiện nay của đơn vị"),
    ("TH122", "đơn vị kế thừa gửi phiếu của mình"),
    (
        "TH127",
        "cho biết trang này có phải của đơn vị không; nếu không, gửi lại trang đúng",
    ),
    (
        "TH128",
        "cho biết điểm và số liệu ở trang là của năm nào; nếu không phải của năm {expected} thì sửa lại",
    ),
    (
        "TH129",
        "cho biết số liệu có phải của cả năm không; nếu không thì sửa lại",
    ),
    (
        "TH130",
        "cho biết đây có phải bản chính thức không; nếu không, gửi bản chính thức",
    ),
    (
        "TH131",
        "kiểm tra trang này có phải của đơn vị không và gửi lại trang này",
    ),
    (
        "TH133",
        "cho biết trang được lấy có đúng là phiếu của năm đánh giá không",
    ),
    ("TH134", "ghi điểm từng tiêu chí rồi gửi lại"),
    (
        "TH201",
        "gửi phiếu tự đánh giá có dòng tiêu đề theo mẫu (“Tiêu chí”, “Điểm tự chấm”)",
    ),
    (
        "TH202",
        "bổ sung nhóm này (nhóm đang để trống, không phải 0 điểm)",
    ),
    (
        "TH203",
        "bổ sung dòng này (tiêu chí đang để trống, không phải 0 điểm)",
    ),
    (
        "TH204",
        "sửa mã hoặc tên tiêu chí cho đúng mẫu (dòng này chưa được tính)",
    ),
    (
        "TH205",
        "khôi phục dòng tiêu đề theo mẫu (cả bảng chưa được tính)",
    ),
    (
        "TH206",
        "xóa dòng thừa hoặc sửa cho giống nhau (giá trị này chưa được tính)",
    ),
    (
        "TH207",
        "kiểm tra dòng này có đúng là tiêu chí của mẫu không",
    ),
    (
        "TH208",
        "sửa mã và tên theo mẫu nếu đây là một tiêu chí (điểm ở dòng này không được tính)",
    ),
    (
        "TH209",
        "sửa lại mã theo mẫu nếu đây không phải là tiêu chí đã đọc",
    ),
    ("TH210", "bổ sung dòng số liệu này"),
    (
        "TH211",
        "kiểm tra chữ đã đọc có đúng không; nên dùng phông Unicode như Times New Roman",
    ),
    ("TH220", "giữ một dòng đúng (số liệu này chưa được dùng)"),
    (
        "TH221",
        "xóa trang thừa (các tiêu chí khác nhau chưa được tính)",
    ),
    (
        "TH222",
        "kiểm tra trang ẩn: xóa nếu không dùng, bỏ ẩn nếu có dùng",
    ),
    (
        "TH223",
        "cho biết bảng ở trên có đúng là bảng của năm đánh giá không",
    ),
    (
        "TH224",
        "kiểm tra điểm đã đọc có đúng của tiêu chí này không",
    ),
    (
        "TH225",
        "bỏ gộp ô và ghi điểm từng dòng (các điểm này chưa được tính)",
    ),
    ("TH226", "bỏ ẩn, bỏ lọc và kiểm tra các dòng này"),
    ("TH227", "gửi bảng có số trong ô (ảnh không đọc được)"),
    (
        "TH228",
        "ghi điểm vào ô nếu điểm nằm trong ghi chú (tiêu chí chưa được tính)",
    ),
    ("TH229", "bỏ ẩn cột và kiểm tra các số trong cột"),
    (
        "TH230",
        "cho biết cột nào là kết quả cuối cùng, xóa hoặc chuyển cột kia (các tiêu chí hai cột ghi khác nhau chưa được tính)",
    ),
    (
        "TH231",
        "cho biết cột không được đọc là gì; nếu đó mới là số đúng thì sửa lại",
    ),
    (
        "TH232",
        "cho biết số này là gì; nếu là số đúng thì ghi vào đúng cột rồi gửi lại",
    ),
    (
        "TH233",
        "cho biết bảng này có phải là điểm tự chấm của đơn vị không; nếu phải thì ghi vào bảng của mẫu rồi gửi lại",
    ),
    (
        "TH301",
        "sửa ô thành một số (giá trị này chưa được tính, không phải 0 điểm)",
    ),
    (
        "TH302",
        "ghi điểm tự chấm; nếu tự chấm 0 thì ghi 0 (ô trống không phải là 0)",
    ),
    ("TH303", "bổ sung số liệu"),
    (
        "TH304",
        "sửa ô thành một số, Có/Không hoặc một lựa chọn của mẫu (số liệu này chưa được dùng)",
    ),
    ("TH305", "kiểm tra, sửa lại điểm (tiêu chí chưa được tính)"),
    ("TH306", "kiểm tra, sửa lại điểm (tiêu chí chưa được tính)"),
    (
        "TH307",
        "kiểm tra có dùng đúng mẫu của cấp mình không (tiêu chí chưa được tính)",
    ),
    (
        "TH308",
        "mở tệp bằng Excel, sửa công thức rồi lưu lại (giá trị này chưa được tính)",
    ),
    (
        "TH309",
        "cho biết số nào đúng và sửa lại (cả hai số chưa được tính vào thống kê)",
    ),
    (
        "TH310",
        "kiểm tra số liệu; cho biết nếu tiêu chí không áp dụng cho đơn vị",
    ),
    ("TH311", "sửa ô (số liệu này chưa được dùng)"),
    (
        "TH312",
        "mở tệp bằng Excel, bấm Ctrl+Alt+F9 để tính lại, lưu rồi gửi lại",
    ),
    ("TH313", "sửa ô thành số (tiêu chí chưa được tính)"),
    ("TH314", "ghi số chính xác"),
    ("TH315", "sửa ô thành số (giá trị này chưa được tính)"),
    ("TH316", "ghi lại thành số âm (tiêu chí chưa được tính)"),
    ("TH317", "bổ sung điểm tự chấm nếu bỏ sót"),
    (
        "TH318",
        "kiểm tra có ghi lệch cột không và ghi lại điểm (tiêu chí chưa được tính)",
    ),
    ("TH319", "ghi lại thành điểm (tiêu chí chưa được tính)"),
    ("TH321", "đổi định dạng ô về General và kiểm tra số trong ô"),
    (
        "TH323",
        "ghi con số đúng (số này chưa được tính, không phải là 0)",
    ),
    ("TH324", "cho biết số nào đúng"),
    ("TH325", "kiểm tra ô có đúng là đã sửa như vậy không"),
    (
        "TH326",
        "ghi số đúng (ô này chưa được tính, không phải là 0)",
    ),
    ("TH327", "kiểm tra số đã đọc có đúng không"),
    ("TH328", "cho biết số này còn đúng không"),
    ("TH329", "đổi màu chữ và kiểm tra số này"),
    (
        "TH331",
        "kiểm tra số này còn đúng không và dán giá trị thay công thức",
    ),
    (
        "TH332",
        "sửa công thức trong Excel rồi lưu lại (giá trị này chưa được tính)",
    ),
    (
        "TH333",
        "cho biết số nào đúng; gõ lại số không có dấu phân cách",
    ),
    (
        "TH334",
        "cho biết số đã ghi theo đơn vị tính nào (số liệu này chưa được dùng)",
    ),
    ("TH335", "cho biết số nào đúng: tỷ lệ hay hai số liệu"),
    ("TH336", "cho biết số nào đúng và sửa lại"),
    ("TH337", "cho biết số nào là kết quả cuối cùng"),
    (
        "TH338",
        "kiểm tra số này, xem có nhầm đơn vị tính hoặc thừa, thiếu chữ số không",
    ),
    ("TH339", "kiểm tra các ô này hiện như thế nào"),
    (
        "TH340",
        "cho biết chọn phương án nào (tiêu chí chưa được tính)",
    ),
    (
        "TH341",
        "chọn một phương án (không chọn không có nghĩa là 0 điểm)",
    ),
    (
        "TH342",
        "cho biết chọn phương án nào (tiêu chí chưa được tính)",
    ),
    (
        "TH343",
        "cho biết điểm hay dấu chọn là đúng và sửa lại (tiêu chí chưa được tính)",
    ),
    (
        "TH344",
        "đối chiếu dòng này với mẫu và chọn lại (tiêu chí chưa được tính)",
    ),
    (
        "TH345",
        "kiểm tra có dùng đúng mẫu không (tiêu chí chưa được tính)",
    ),
    (
        "TH346",
        "cho biết tỷ lệ đúng; ghi số phần trăm, như 90 hoặc 90%",
    ),
    ("TH347", "cho biết tỷ lệ đúng là bao nhiêu"),
    (
        "TH348",
        "cho biết trả lời thế nào, chỉ đánh dấu một ô (câu trả lời này chưa được dùng)",
    ),
    (
        "TH349",
        "cho biết là số nào và gõ lại số ấy (số liệu này chưa được dùng)",
    ),
    (
        "TH350",
        "cho biết điểm này có đúng không (cao hơn cả tổng điểm tối đa)",
    ),
    (
        "TH352",
        "cho biết điểm tự chấm là điểm hay là tỷ lệ; nếu là tỷ lệ thì ghi lại thành điểm",
    ),
    (
        "TH353",
        "cho biết được bao nhiêu điểm ở tiêu chí này; ghi lại mọi điểm theo cùng một cách",
    ),
    (
        "TH354",
        "không phải sửa nếu câu trả lời đúng (chưa được tính điểm)",
    ),
    ("TH401", "kiểm tra điểm thành phần hoặc tổng điểm"),
    ("TH402", "kiểm tra điểm thành phần hoặc điểm nhóm"),
    ("TH403", "kiểm tra điểm tự chấm và số liệu của tiêu chí này"),
    ("TH404", "kiểm tra điểm các tiêu chí đã cộng"),
    ("TH405", "xem lại phần tự xếp loại"),
    ("TH406", "tính cả điểm cộng/trừ vào tổng"),
    ("TH408", "kiểm tra điểm tự chấm của tiêu chí này"),
    ("TH409", "bổ sung tài liệu kiểm chứng"),
    ("TH411", "gửi kèm tài liệu"),
    (
        "TH413",
        "cho biết phiếu có dùng chung với đơn vị khác không",
    ),
    ("TH414", "kiểm tra số liệu này"),
    ("TH418", "ghi lại tài liệu kiểm chứng"),
    ("TH420", "cho biết phiếu có chép của đơn vị khác không"),
    (
        "TH422",
        "cho biết đơn vị có ghi vào ô này không; nếu có thì xóa, ghi điểm ở cột “Điểm tự chấm” rồi gửi lại",
    ),
    (
        "TH442",
        "bổ sung hoặc sửa số liệu (tiêu chí để trống, không phải 0 điểm)",
    ),
    (
        "TH444",
        "kiểm tra có dùng đúng mẫu của cấp mình không (điểm này không được tính)",
    ),
    ("TH446", "kiểm tra điểm ghi ở mục này"),
    ("TH501", "giải trình thay đổi này"),
    ("TH502", "cho biết có gửi nhầm phiếu năm trước không"),
    ("TH507", "giải trình các thay đổi này"),
    ("TH901", "gửi phiếu bằng bảng tính (.xlsx)"),
    ("TH902", "bỏ mật khẩu rồi gửi lại"),
    ("TH903", "gửi lại tệp"),
    (
        "TH904",
        "xóa phần thừa trong tệp (dòng, cột, hình), lưu rồi gửi lại",
    ),
    (
        "TH906",
        "mở tệp bằng Excel, lưu rồi gửi lại (phần không đọc được để trống, không phải 0)",
    ),
    ("TH907", "gửi lại tệp"),
    ("TH909", "gửi lại tệp"),
    ("TH910", "lưu phiếu thành .xlsx rồi gửi lại"),
    ("TH912", "nén và gửi lại"),
    ("TH914", "gửi lại, không đặt mật khẩu"),
    ("TH917", "gửi phiếu bằng bảng tính (.xlsx)"),
    ("TH918", "lưu phiếu thành .xlsx rồi gửi lại"),
    ("TH920", "mở phiếu bằng Excel, lưu thành .xlsx rồi gửi lại"),
    ("TH941", "kiểm tra trang tính này rồi gửi lại"),
    ("TH942", "cho biết trang nào đúng, lưu rồi gửi lại"),
    (
        "TH943",
        "kiểm tra phần sau ô đó, lưu rồi gửi lại (phần không đọc được để trống, không phải 0)",
    ),
    (
        "TH944",
        "mở tệp bằng Excel, lưu rồi gửi lại (các ô đó để trống, không phải 0)",
    ),
    ("TH945", "kiểm tra có thiếu gì không, lưu rồi gửi lại"),
    (
        "TH947",
        "mở tệp bằng Excel, xem ảnh và hình vẽ có còn không, rồi gửi lại",
    ),
];

impl Rule {
    /// What a letter asks of the unit; `None` where a letter does not tell it.
    pub fn request(&self) -> Option<&'static str> {
        let found = REQUESTS.binary_search_by_key(&self.code, |(code, _)| code);
        let (_, request) = REQUESTS.get(found.ok()?)?;
        Some(request)
    }
}
