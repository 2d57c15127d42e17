//! Rules about what the campaign's settings let a run look at (`TH124`, `TH125`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A campaign file that is not obeyed.
pub static OTHER_CAMPAIGN: Rule = Rule {
    code: "TH124",
    name: "other-campaign-file",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp thiết lập không được dùng",
        message: "tệp thiết lập nằm lẫn với phiếu nên không được dùng",
        advice: "nếu đúng là thiết lập của đợt này thì chạy lại với --campaign và tên tệp; nếu không, hỏi ai gửi rồi chuyển ra",
        finds: "Có campaign.toml hoặc tệp đợt đánh giá (.xlsx, dù mang tên gì) trong thư mục phiếu. Tệp này không phải phiếu và chỉ được dùng khi nằm ở đầu thư mục của đợt đánh giá: \
            inbox chỉ vào một thư mục con, và không có phiếu (bảng tính, tệp nén) nằm ngay cạnh tệp. Tệp được nêu \
            tên bằng --campaign thì luôn được dùng và không báo.",
        why: "Thư mục phiếu chứa những gì người khác gửi. Một campaign.toml gửi kèm có thể đổi bộ tiêu chí, danh sách \
            đơn vị hoặc làm phần lớn phiếu không được đọc. Nếu tệp là của người tổng hợp thì lần chạy này chưa theo các \
            thiết lập trong đó.",
        fix: "Nếu là tệp của mình: chuyển các phiếu vào một thư mục con, ghi tên thư mục đó ở inbox rồi chạy lại; hoặc \
            giữ nguyên và thêm --campaign kèm đường dẫn của tệp. Nếu không: hỏi đơn vị đã gửi, chuyển tệp ra khỏi thư mục.",
        example: "campaign.toml: tệp thiết lập nằm lẫn với phiếu nên không được dùng",
    },
    en: Page {
        title: "Settings that are not obeyed",
        message: "these settings lie among the returns and are not obeyed",
        advice: "if they are this campaign's, run again with --campaign and the file; if not, ask who sent it and move it out",
        finds: "There is a campaign.toml, or a campaign workbook of whatever name, among the returns. It is no return, and obeyed only at the top of a campaign folder: its inbox \
            names a subfolder, and no returns (workbooks, archives) lie beside it. One that is named by --campaign is \
            always obeyed and does not raise this.",
        why: "The folder of returns holds what others sent. A campaign.toml among it could change criteria and units, or \
            keep most returns from being read. If it is the office's own, this run did not follow it.",
        fix: "If it is yours: move the returns into a subfolder, name that as inbox and run again; or leave all as it is \
            and add --campaign with the path of the file. If not: ask the unit that sent it, and move it out of the folder.",
        example: "campaign.toml: these settings lie among the returns and are not obeyed",
    },
};

/// A file that the campaign's inbox leaves out.
pub static OUTSIDE_INBOX: Rule = Rule {
    code: "TH125",
    name: "outside-inbox",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tệp nằm ngoài thư mục phiếu",
        message: "không xem tệp này vì thư mục phiếu (inbox) của đợt đánh giá là thư mục khác",
        advice: "nếu là phiếu thì chuyển vào thư mục phiếu rồi chạy lại; nếu không thì không phải làm gì",
        finds: "Tệp nằm trong thư mục của đợt đánh giá nhưng ngoài thư mục phiếu mà inbox trong campaign.toml chỉ tới. \
            Tệp thiết lập, bộ tiêu chí, danh sách đơn vị, ghi chú (.txt, .md) và kết quả của tonghop thì không báo.",
        why: "Phiếu để nhầm chỗ, hoặc inbox ghi hẹp hơn ý muốn, thì đơn vị bị coi là chưa nộp dù phiếu đang có ở đây.",
        fix: "Nếu tệp là phiếu, chuyển vào thư mục phiếu, hoặc sửa inbox cho đúng, rồi chạy lại.",
        example: "../Cap tinh/STC.xlsx: không xem tệp này vì thư mục phiếu (inbox) của đợt đánh giá là thư mục khác",
    },
    en: Page {
        title: "File outside the inbox",
        message: "this file was not looked at, because the campaign's inbox is another folder",
        advice: "if it is a return, move it into the inbox and run again; if not, there is nothing to do",
        finds: "The file lies in the campaign's folder and not in the folder that inbox in campaign.toml names. Settings, \
            scheme, registry, notes (.txt, .md) and results of tonghop do not raise this.",
        why: "With a return in the wrong place, or an inbox narrower than was meant, a unit is called missing though its \
            return is here.",
        fix: "If the file is a return, move it into the inbox, or correct inbox, and run again.",
        example: "../Cap tinh/STC.xlsx: this file was not looked at, because the campaign's inbox is another folder",
    },
};
