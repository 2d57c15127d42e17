//! Rules about files that the system does not hand over (`TH92x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// In use by another program.
pub static IN_USE: Rule = Rule {
    code: "TH921",
    name: "in-use",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp đang được mở ở chương trình khác",
        message: "tệp đang được chương trình khác giữ nên không đọc được",
        advice: "đóng tệp ở chương trình đó rồi chạy lại",
        finds: "Chương trình khác mở tệp và không cho đọc chung, kể cả sau khi đã chờ và thử lại. Excel mở tệp bình \
            thường vẫn cho đọc chung nên không báo.",
        why: "Tệp được ghi nhận là đã nhận nhưng chưa tính được.",
        fix: "Đóng tệp trong Excel, trong chương trình đồng bộ hoặc chờ phần mềm diệt virus quét xong, rồi \
            chạy lại.",
        example: "So Tu phap.xlsx: tệp đang được chương trình khác giữ nên không đọc được",
    },
    en: Page {
        title: "In use by another program",
        message: "another program holds the file, so that it cannot be read",
        advice: "close it there, then run again",
        finds: "Another program has the file open for itself alone, also after some waiting. Excel lets \
            others read a file that it has open, which does not raise this.",
        why: "The file is listed as received and does not count.",
        fix: "Close it in Excel or in the synchronising program, or wait for the virus scanner, and run \
            again.",
        example: "So Tu phap.xlsx: another program holds the file, so that it cannot be read",
    },
};

/// No permission.
pub static NO_PERMISSION: Rule = Rule {
    code: "TH922",
    name: "no-permission",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không có quyền đọc tệp",
        message: "không có quyền đọc tệp",
        advice: "hỏi người quản lý thư mục về quyền đọc, hoặc chép tệp sang thư mục của mình rồi chạy lại",
        finds: "Hệ thống từ chối cho người đang chạy chương trình đọc tệp hoặc thư mục.",
        why: "Tệp hoặc cả thư mục chưa được đọc, nên phiếu trong đó chưa được tính.",
        fix: "Đề nghị người quản lý thư mục cấp quyền đọc, hoặc nhờ người có quyền chép tệp sang thư mục nhận phiếu.",
        example: "So Tu phap.xlsx: không có quyền đọc tệp",
    },
    en: Page {
        title: "No permission",
        message: "there is no permission to read the file",
        advice: "ask for it, or copy the file into a folder of your own, then run again",
        finds: "The system does not let the user of the program read the file or the folder.",
        why: "The file, or all of the folder, was not read, so that nothing in it counts.",
        fix: "Ask whoever keeps the folder for the permission, or have the file copied into the folder of \
            returns.",
        example: "So Tu phap.xlsx: there is no permission to read the file",
    },
};

/// Path too long.
pub static PATH_TOO_LONG: Rule = Rule {
    code: "TH923",
    name: "path-too-long",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Đường dẫn quá dài",
        message: "đường dẫn đến tệp dài quá giới hạn của hệ thống",
        advice: "chuyển thư mục nhận phiếu lên gần gốc ổ đĩa hoặc rút ngắn tên thư mục, rồi chạy lại",
        finds: "Tên đầy đủ của tệp, kể cả các thư mục chứa nó, dài hơn mức hệ thống đọc được (thường là 260 \
            ký tự).",
        why: "Tệp có đó nhưng không mở được, nên chưa được tính.",
        fix: "Chuyển cả thư mục nhận phiếu đến nơi có đường dẫn ngắn, như D:\\phieu, hoặc rút ngắn tên các thư mục \
            con.",
        example: "Đợt 2/So Tu phap.xlsx: đường dẫn đến tệp dài quá giới hạn của hệ thống",
    },
    en: Page {
        title: "Path too long",
        message: "the path to the file is longer than the system can handle",
        advice: "move the folder of returns nearer to the root of the disk or shorten the names of folders, \
            then run again",
        finds: "The full name of the file with all its folders is longer than the system can read (mostly \
            260 characters).",
        why: "The file is there and cannot be opened, so that it does not count.",
        fix: "Move the folder of returns to a short path such as D:\\phieu, or shorten the names of its \
            subfolders.",
        example: "Đợt 2/So Tu phap.xlsx: the path to the file is longer than the system can handle",
    },
};

/// No longer there.
pub static GONE: Rule = Rule {
    code: "TH924",
    name: "gone",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp không còn ở đó",
        message: "tệp có trong danh sách lúc bắt đầu nhưng không còn khi đến lượt đọc",
        advice: "kiểm tra có ai đang chuyển hoặc xóa tệp không, rồi chạy lại",
        finds: "Tệp bị xóa, chuyển đi hoặc đổi tên trong lúc chương trình chạy.",
        why: "Kết quả chỉ đúng với những tệp còn trong thư mục; tệp này chưa được tính.",
        fix: "Chờ việc chép hoặc đồng bộ thư mục xong rồi chạy lại.",
        example: "So Tu phap.xlsx: tệp có trong danh sách lúc bắt đầu nhưng không còn khi đến lượt đọc",
    },
    en: Page {
        title: "No longer there",
        message: "the file was listed at the start and was gone when it was to be read",
        advice: "see whether somebody moves or deletes files, then run again",
        finds: "The file was deleted, moved or renamed while the program ran.",
        why: "The result holds for the files that were there; this one does not count.",
        fix: "Wait until copying or synchronising has ended, and run again.",
        example: "So Tu phap.xlsx: the file was listed at the start and was gone when it was to be read",
    },
};

/// Network drive does not answer.
pub static NETWORK_LOST: Rule = Rule {
    code: "TH925",
    name: "network-lost",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Ổ mạng không trả lời",
        message: "ổ mạng chứa tệp không trả lời",
        advice: "kiểm tra kết nối mạng rồi chạy lại, hoặc chép thư mục về máy trước",
        finds: "Mất kết nối đến máy chủ hoặc ổ mạng trong lúc đọc tệp.",
        why: "Tệp chưa được đọc nên chưa được tính; tệp không hỏng.",
        fix: "Mở lại ổ mạng trong cửa sổ thư mục, hoặc chép cả thư mục nhận phiếu về máy, rồi chạy lại.",
        example: "So Tu phap.xlsx: ổ mạng chứa tệp không trả lời",
    },
    en: Page {
        title: "Network drive does not answer",
        message: "the network drive with the file does not answer",
        advice: "check the network and run again, or copy the folder to this computer first",
        finds: "The connection to the server or the network drive was lost while the file was read.",
        why: "The file was not read and does not count; it is not damaged.",
        fix: "Open the network drive again, or copy the folder of returns to this computer, and run again.",
        example: "So Tu phap.xlsx: the network drive with the file does not answer",
    },
};

/// Only in the cloud.
pub static IN_THE_CLOUD: Rule = Rule {
    code: "TH926",
    name: "in-the-cloud",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp chỉ có trên đám mây",
        message: "tệp nằm trên đám mây và không tải về được",
        advice: "mở tệp một lần khi có mạng, hoặc chọn “Luôn giữ trên thiết bị này”, rồi chạy lại",
        finds: "Tệp trong thư mục OneDrive hoặc tương tự chỉ là chỗ giữ sẵn, và chương trình đồng bộ không \
            tải được nội dung.",
        why: "Thư mục hiện đủ tệp nhưng máy không có nội dung để đọc, nên tệp chưa được tính.",
        fix: "Bật mạng và chương trình đồng bộ, bấm chuột phải vào thư mục, chọn “Luôn giữ trên thiết bị \
            này”, chờ tải xong rồi chạy lại.",
        example: "So Tu phap.xlsx: tệp nằm trên đám mây và không tải về được",
    },
    en: Page {
        title: "Only in the cloud",
        message: "the file is in the cloud and could not be fetched",
        advice: "open it once while online, or choose Always keep on this device, then run again",
        finds: "A file in a folder of OneDrive or the like is only a stand-in, and the synchronising program \
            could not fetch its content.",
        why: "The folder shows the file, but there is nothing on this computer to read, so that it does not \
            count.",
        fix: "Go online, start the synchronising program, right-click the folder, choose Always keep on this \
            device, wait, and run again.",
        example: "So Tu phap.xlsx: the file is in the cloud and could not be fetched",
    },
};

/// A link.
pub static NOT_A_FILE: Rule = Rule {
    code: "TH927",
    name: "not-a-file",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Không phải tệp thường",
        message: "đây là liên kết đến nơi khác hoặc thiết bị, không phải tệp",
        advice: "chép chính tệp đó vào thư mục rồi chạy lại",
        finds: "Một mục trong thư mục chỉ dẫn đến nơi khác (liên kết tượng trưng) hoặc là thiết bị. Lối tắt .lnk của \
            Windows thì được bỏ qua và không báo.",
        why: "Chương trình không đi theo liên kết, để không đọc gì ngoài thư mục đã chỉ.",
        fix: "Chép tệp hoặc thư mục thật vào thư mục nhận phiếu.",
        example: "Đợt 1: đây là liên kết đến nơi khác hoặc thiết bị, không phải tệp",
    },
    en: Page {
        title: "Not an ordinary file",
        message: "this is a link to somewhere else or a device, not a file",
        advice: "copy the file itself into the folder and run again",
        finds: "An entry of the folder leads somewhere else (a symbolic link) or is a device. Shortcuts of \
            Windows (.lnk) are ignored and do not raise this.",
        why: "Links are not followed, so that nothing outside the folder is read.",
        fix: "Copy the real file or folder into the folder of returns.",
        example: "Đợt 1: this is a link to somewhere else or a device, not a file",
    },
};
