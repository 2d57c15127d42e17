//! Texts for groups 4, 6 and 7: rules, security, bonus and penalty.

use super::Texts;

/// Group 4.
pub const POLICY: &[Texts] = &[
    Texts {
        id: "4.1",
        evidence: &[
            "{plan} về ứng dụng CNTT năm 2017",
            "{plan} ứng dụng CNTT trong hoạt động của cơ quan năm 2017",
        ],
        some: &[""],
        none: &["Lồng ghép trong kế hoạch công tác năm"],
    },
    Texts {
        id: "4.2",
        evidence: &[
            "{decision} ban hành Quy định quản lý, sử dụng phần mềm QLVB&ĐH",
            "{decision}",
        ],
        some: &[""],
        none: &["Đang dự thảo, chưa ban hành"],
    },
    Texts {
        id: "4.3",
        evidence: &[
            "{decision} ban hành Quy chế ứng dụng CNTT",
            "Quy chế nội bộ kèm theo {decision}",
        ],
        some: &[""],
        none: &["Chưa ban hành quy chế riêng", "Đang lấy ý kiến dự thảo"],
    },
    Texts {
        id: "4.4",
        evidence: &[
            "{decision} thành lập Ban biên tập; quy chế nhuận bút kèm theo",
            "{decision} ban hành Quy chế hoạt động trang TTĐT",
        ],
        some: &[""],
        none: &[
            "Chưa có quy chế nhuận bút",
            "Ban biên tập đang kiện toàn, chưa có quy chế",
        ],
    },
    Texts {
        id: "4.5",
        evidence: &[
            "{letter} và các văn bản trong danh mục kèm theo",
            "{letter}; {notice}",
            "Danh mục văn bản chỉ đạo kèm theo {report}",
        ],
        some: &["Chỉ đạo thêm tại các cuộc họp giao ban"],
        none: &["Chỉ đạo tại các cuộc họp giao ban, không có văn bản riêng"],
    },
    Texts {
        id: "4.6",
        evidence: &[
            "Báo cáo quyết toán kinh phí năm 2017",
            "{decision} về giao dự toán; bảng tổng hợp chi CNTT",
            "Bảng đối chiếu dự toán với Kho bạc ngày {end}",
        ],
        some: &[
            "Chủ yếu dùng nguồn chi thường xuyên để sửa chữa, duy trì",
            "Kinh phí được giao còn hạn hẹp",
        ],
        none: &["Không bố trí được kinh phí riêng, chỉ sửa chữa nhỏ"],
    },
];

/// Group 6.
pub const SECURITY: &[Texts] = &[
    Texts {
        id: "6.1",
        evidence: &[
            "{decision} ban hành Quy chế bảo đảm an toàn thông tin",
            "Quy chế kèm theo {decision}",
        ],
        some: &[""],
        none: &["Đang xây dựng quy chế", "Chưa ban hành quy chế"],
    },
    Texts {
        id: "6.2",
        evidence: &[
            "Hợp đồng mua phần mềm diệt virus số {number}/HĐ ngày {date}",
            "Hóa đơn mua bản quyền ngày {date}",
            "Danh sách máy tính cài đặt kèm theo {report}",
        ],
        some: &["Số máy còn lại dùng phần mềm miễn phí"],
        none: &["Đang dùng phần mềm diệt virus miễn phí"],
    },
    Texts {
        id: "6.3",
        evidence: &[
            "Biên bản bàn giao thiết bị tường lửa ngày {date}",
            "Sơ đồ hệ thống kèm theo {report}",
        ],
        some: &[""],
        none: &["Chưa được trang bị", "Chưa có kinh phí đầu tư"],
    },
    Texts {
        id: "6.4",
        evidence: &[
            "{report}",
            "Tài liệu cấu hình hệ thống thư kèm theo {report}",
        ],
        some: &[""],
        none: &["Chưa triển khai"],
    },
    Texts {
        id: "6.5",
        evidence: &[
            "Biên bản nghiệm thu thiết bị lưu trữ NAS ngày {date}",
            "Nhật ký sao lưu dữ liệu năm 2017",
            "{report}",
        ],
        some: &[""],
        none: &["Sao lưu thủ công bằng ổ cứng di động", "Chưa được trang bị"],
    },
];

/// Group 7.
pub const BONUS: &[Texts] = &[
    Texts {
        id: "7.1",
        evidence: &[
            "Hồ sơ tài liệu kiểm chứng gửi kèm theo {report}",
            "Danh mục tài liệu kiểm chứng kèm theo phiếu",
        ],
        some: &[""],
        none: &[""],
    },
    Texts {
        id: "7.2",
        evidence: &["{decision} công nhận sáng kiến"],
        some: &[""],
        none: &[""],
    },
    Texts {
        id: "7.3",
        evidence: &[""],
        some: &[""],
        none: &["Bản giấy của phiếu gửi sau bản điện tử"],
    },
    Texts {
        id: "7.4",
        evidence: &[""],
        some: &[""],
        none: &[
            "Một số số liệu chưa có đủ tài liệu kiểm chứng kèm theo",
            "Thiếu bản sao tài liệu kiểm chứng của một số tiêu chí",
        ],
    },
];
