//! Texts for groups 1 and 2: equipment and people.

use super::Texts;

/// Group 1.
pub const INFRASTRUCTURE: &[Texts] = &[
    Texts {
        id: "1.1",
        evidence: &[
            "{report} về hiện trạng trang thiết bị CNTT",
            "Bảng kê trang thiết bị CNTT kèm theo {report}",
            "Biên bản kiểm kê tài sản ngày {end}",
        ],
        some: &[
            "Một số công chức dùng chung máy tính, đã đăng ký mua sắm bổ sung",
            "Còn công chức mới tuyển dụng chưa được trang bị máy tính",
        ],
        none: &["Máy tính chưa được trang bị đủ"],
    },
    Texts {
        id: "1.2",
        evidence: &[
            "Sơ đồ mạng LAN kèm theo {report}",
            "Hồ sơ hoàn công mạng nội bộ ngày {date}",
            "{report}",
        ],
        some: &[""],
        none: &["Chưa có mạng nội bộ"],
    },
    Texts {
        id: "1.3",
        evidence: &[
            "{report}",
            "Hợp đồng dịch vụ Internet số {number}/HĐ ngày {date}",
            "Ảnh chụp thiết bị phát Wi-Fi tại trụ sở",
        ],
        some: &[""],
        none: &["Chưa có Wi-Fi"],
    },
    Texts {
        id: "1.4",
        evidence: &[
            "Hợp đồng thuê đường truyền Internet số {number}/HĐ ngày {date}",
            "Hóa đơn cước Internet năm 2017; {report}",
            "{report}",
        ],
        some: &[
            "Máy tính soạn thảo, lưu trữ tài liệu mật không kết nối Internet",
            "Một số máy tính cấu hình thấp chưa kết nối Internet",
        ],
        none: &["Chưa kết nối"],
    },
    Texts {
        id: "1.5",
        evidence: &[
            "Biên bản nghiệm thu đường truyền số liệu chuyên dùng ngày {date}",
            "Hợp đồng đường truyền số liệu chuyên dùng số {number}/HĐ ngày {date}",
        ],
        some: &[""],
        none: &["Chưa kết nối"],
    },
    Texts {
        id: "1.6",
        evidence: &[
            "Sổ theo dõi tài sản cố định năm 2017",
            "Biên bản kiểm kê tài sản ngày {end}",
            "Bảng kê thiết bị kèm theo {report}",
        ],
        some: &[""],
        none: &[
            "Chưa đủ cả ba loại thiết bị, đã đề nghị mua sắm năm 2018",
            "Máy hỏng đã thanh lý, chưa mua thay thế",
        ],
    },
];

/// Group 2.
pub const PEOPLE: &[Texts] = &[
    Texts {
        id: "2.1",
        evidence: &[
            "{notice} về phân công nhiệm vụ lãnh đạo",
            "{decision} về phân công lãnh đạo phụ trách CNTT",
        ],
        some: &[""],
        none: &["Chưa phân công"],
    },
    Texts {
        id: "2.2",
        evidence: &[
            "{decision} về phân công công chức phụ trách CNTT",
            "{decision}",
            "Bảng phân công nhiệm vụ năm 2017 kèm theo {notice}",
        ],
        some: &[""],
        none: &["Chưa phân công"],
    },
    Texts {
        id: "2.3",
        evidence: &[
            "Bản sao văn bằng của cán bộ chuyên trách CNTT",
            "Danh sách trích ngang kèm theo {report}",
            "{decision} về tuyển dụng; bản sao văn bằng",
        ],
        some: &[
            "Biên chế chỉ có một cán bộ chuyên trách",
            "Cán bộ chuyên trách đang theo học đại học",
        ],
        none: &[
            "Cán bộ phụ trách CNTT là kiêm nhiệm",
            "Chưa có biên chế chuyên trách CNTT",
        ],
    },
    Texts {
        id: "2.4",
        evidence: &[
            "{report}",
            "Bảng tổng hợp của các phòng chuyên môn kèm theo {report}",
            "{list} về tình hình sử dụng Internet",
        ],
        some: &[
            "Lái xe, bảo vệ, tạp vụ không sử dụng Internet trong công việc",
            "Một số CBCCVC công tác ở cơ sở, ít dùng Internet",
        ],
        none: &["Chưa thống kê được"],
    },
    Texts {
        id: "2.5",
        evidence: &[
            "{letter} cử công chức tham gia tập huấn; danh sách kèm theo",
            "Danh sách học viên lớp tập huấn ngày {date}",
            "{plan} về đào tạo, bồi dưỡng năm 2017; giấy chứng nhận",
        ],
        some: &[
            "Số còn lại đăng ký tập huấn năm 2018",
            "Chỉ tiêu lớp học có hạn",
        ],
        none: &["Năm 2017 không được phân bổ chỉ tiêu tập huấn"],
    },
    Texts {
        id: "2.6",
        evidence: &[
            "Giấy chứng nhận hoàn thành khóa tập huấn ngày {date}",
            "{letter} cử cán bộ chuyên trách tham gia tập huấn an toàn thông tin",
        ],
        some: &[
            "Chỉ có một cán bộ chuyên trách",
            "Một người tham gia lớp tập huấn của tỉnh",
        ],
        none: &[
            "Không có cán bộ chuyên trách được cử đi tập huấn",
            "Trong năm chưa được cử đi tập huấn",
        ],
    },
];
