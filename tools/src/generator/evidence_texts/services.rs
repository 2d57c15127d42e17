//! Texts for groups 3 and 5: software and the web page.

use super::Texts;

/// Group 3.
pub const SOFTWARE: &[Texts] = &[
    Texts {
        id: "3.1",
        evidence: &[
            "{decision} về sử dụng phần mềm eOffice",
            "Ảnh chụp màn hình phần mềm eOffice; {report}",
        ],
        some: &[""],
        none: &["Chưa triển khai"],
    },
    Texts {
        id: "3.2",
        evidence: &[
            "Số liệu thống kê trên phần mềm eOffice đến ngày 31/12/2017",
            "Sổ đăng ký văn bản đi; {report}",
            "Bảng thống kê văn bản đi kèm theo {report}",
        ],
        some: &[
            "Văn bản mật và văn bản chuyên môn phát hành bằng bản giấy",
            "Quý I/2017 còn gửi bản giấy song song",
        ],
        none: &["Chưa phát hành trên phần mềm"],
    },
    Texts {
        id: "3.3",
        evidence: &[
            "Số liệu thống kê trên phần mềm eOffice đến ngày 31/12/2017",
            "Sổ đăng ký văn bản đến; {report}",
            "Bảng thống kê văn bản đến kèm theo {report}",
        ],
        some: &[
            "Một số văn bản đến của doanh nghiệp, công dân chưa số hóa",
            "Văn bản mật không cập nhật lên phần mềm",
        ],
        none: &["Chưa xử lý trên phần mềm"],
    },
    Texts {
        id: "3.4",
        evidence: &[
            "Danh sách tài khoản thư điện tử công vụ kèm theo {report}",
            "{list} về tình hình sử dụng thư điện tử",
        ],
        some: &[
            "Một số công chức chưa được cấp tài khoản",
            "Còn công chức dùng thư điện tử miễn phí",
        ],
        none: &["Chưa được cấp tài khoản"],
    },
    Texts {
        id: "3.5",
        evidence: &[
            "Hợp đồng cung cấp phần mềm kế toán số {number}/HĐ ngày {date}",
            "Ảnh chụp màn hình phần mềm kế toán",
            "Báo cáo quyết toán in từ phần mềm ngày {end}",
        ],
        some: &[""],
        none: &["Chưa sử dụng"],
    },
    Texts {
        id: "3.6",
        evidence: &[
            "{report} (bộ gõ Unikey, trình duyệt Firefox, LibreOffice)",
            "Danh mục phần mềm nguồn mở đã cài đặt kèm theo {report}",
        ],
        some: &[""],
        none: &["Chưa sử dụng"],
    },
    Texts {
        id: "3.7",
        evidence: &[
            "{decision} về đưa vào sử dụng phần mềm một cửa điện tử",
            "Ảnh chụp màn hình phần mềm một cửa; {report}",
        ],
        some: &[
            "Chưa liên thông với các đơn vị khác",
            "Mới sử dụng nội bộ tại bộ phận tiếp nhận và trả kết quả",
        ],
        none: &[
            "Đang xây dựng, dự kiến sử dụng năm 2018",
            "Mới chạy thử nghiệm, chưa đưa vào sử dụng chính thức",
        ],
    },
    Texts {
        id: "3.8",
        evidence: &[
            "Danh mục phần mềm chuyên ngành kèm theo {report}",
            "{report}; ảnh chụp màn hình các phần mềm",
        ],
        some: &[
            "Một số phần mềm do Bộ, ngành Trung ương cấp",
            "Đang khảo sát để bổ sung",
        ],
        none: &["Chưa có phần mềm chuyên ngành"],
    },
    Texts {
        id: "3.9",
        evidence: &[
            "Số liệu thống kê trên phần mềm eOffice đến ngày 31/12/2017",
            "Danh sách chứng thư số đã cấp kèm theo {report}",
        ],
        some: &[
            "Chứng thư số cá nhân mới được cấp trong quý II/2017",
            "Chỉ ký số văn bản gửi các cơ quan trong tỉnh",
        ],
        none: &["Chưa được cấp chứng thư số"],
    },
];

/// Group 5.
pub const PORTAL: &[Texts] = &[
    Texts {
        id: "5.1",
        evidence: &[
            "Đường liên kết trên Cổng TTĐT tỉnh; {report}",
            "Ảnh chụp trang chủ ngày {end}",
        ],
        some: &[""],
        none: &["Chưa có trang TTĐT"],
    },
    Texts {
        id: "5.2",
        evidence: &[
            "Bảng kê các mục thông tin kèm theo {report}",
            "Ảnh chụp sơ đồ trang ngày {end}; {report}",
        ],
        some: &[
            "Mục tiếng Anh chưa có nội dung",
            "Còn thiếu một số mục về dự án, đấu thầu",
        ],
        none: &["Chưa cung cấp"],
    },
    Texts {
        id: "5.3",
        evidence: &[
            "Thống kê tin, bài từ trang quản trị đến ngày 31/12/2017",
            "Sổ theo dõi nhuận bút năm 2017",
            "{report}",
        ],
        some: &["Ban biên tập kiêm nhiệm, số tin, bài còn ít"],
        none: &["Chưa cập nhật"],
    },
    Texts {
        id: "5.4",
        evidence: &[
            "Danh mục dịch vụ công mức độ 2 kèm theo {report}",
            "Ảnh chụp chuyên mục dịch vụ công ngày {end}",
        ],
        some: &[""],
        none: &["Chưa cung cấp"],
    },
    Texts {
        id: "5.5",
        evidence: &[
            "Danh mục dịch vụ công mức độ 3 kèm theo {report}",
            "{decision} công bố danh mục dịch vụ công trực tuyến",
        ],
        some: &[""],
        none: &["Chưa cung cấp dịch vụ công mức độ 3"],
    },
    Texts {
        id: "5.6",
        evidence: &[
            "Danh mục dịch vụ công mức độ 4 kèm theo {report}",
            "Số liệu hồ sơ trực tuyến đến ngày 31/12/2017; {report}",
        ],
        some: &[""],
        none: &["Chưa có dịch vụ công mức độ 4"],
    },
];
