//! The texts that offices write beside their scores, by criterion. Marks such as `{decision}` become documents.

/// Texts of one criterion.
pub struct Texts {
    /// The criterion.
    pub id: &'static str,
    /// Evidence for a score above zero.
    pub evidence: &'static [&'static str],
    /// Explanations of a score below the maximum.
    pub some: &'static [&'static str],
    /// Explanations of no points at all, or of a penalty.
    pub none: &'static [&'static str],
}

/// The texts of a criterion.
pub fn of(id: &str) -> Option<&'static Texts> {
    [
        INFRASTRUCTURE,
        PEOPLE,
        SOFTWARE,
        POLICY,
        PORTAL,
        SECURITY,
        BONUS,
    ]
    .into_iter()
    .flatten()
    .find(|texts| texts.id == id)
}

const INFRASTRUCTURE: &[Texts] = &[
    Texts {
        id: "1.1",
        evidence: &[
            "{report} về hiện trạng trang thiết bị CNTT",
            "Bảng kê trang thiết bị CNTT kèm theo {report}",
            "Biên bản kiểm kê tài sản ngày {date}",
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
            "Biên bản kiểm kê tài sản ngày {date}",
            "Bảng kê thiết bị kèm theo {report}",
        ],
        some: &[""],
        none: &[
            "Chưa đủ cả ba loại thiết bị, đã đề nghị mua sắm năm 2018",
            "Đang dùng chung thiết bị với đơn vị cùng trụ sở",
        ],
    },
];

const PEOPLE: &[Texts] = &[
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

const SOFTWARE: &[Texts] = &[
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
            "Báo cáo quyết toán in từ phần mềm ngày {date}",
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
            "Chưa liên thông với cấp xã",
            "Mới sử dụng nội bộ tại bộ phận tiếp nhận và trả kết quả",
        ],
        none: &[
            "Đang xây dựng, dự kiến sử dụng năm 2018",
            "Thủ tục hành chính phát sinh ít, chưa triển khai",
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

const POLICY: &[Texts] = &[
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
            "Bảng đối chiếu dự toán với Kho bạc ngày {date}",
        ],
        some: &[
            "Chủ yếu dùng nguồn chi thường xuyên để sửa chữa, duy trì",
            "Kinh phí được giao còn hạn hẹp",
        ],
        none: &["Không bố trí được kinh phí riêng, chỉ sửa chữa nhỏ"],
    },
];

const PORTAL: &[Texts] = &[
    Texts {
        id: "5.1",
        evidence: &[
            "Đường liên kết trên Cổng TTĐT tỉnh; {report}",
            "Ảnh chụp trang chủ ngày {date}",
        ],
        some: &[""],
        none: &["Chưa có trang TTĐT"],
    },
    Texts {
        id: "5.2",
        evidence: &[
            "Bảng kê các mục thông tin kèm theo {report}",
            "Ảnh chụp sơ đồ trang ngày {date}; {report}",
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
            "Ảnh chụp chuyên mục dịch vụ công ngày {date}",
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

const SECURITY: &[Texts] = &[
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

const BONUS: &[Texts] = &[
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
