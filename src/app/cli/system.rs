//! What the operating system says, in Vietnamese.
//!
//! In: an error of the system, whose text is English on most machines. Out: a sentence for its kind; only what has none keeps
//! the system's text.

use std::io::{self, ErrorKind};

use crate::base::opening::NotAFile;

/// Windows: the file is open in another program, or a part of it is locked.
const IN_USE: [i32; 2] = [32, 33];

/// What went wrong.
pub fn cause(error: &io::Error) -> String {
    let code = error.raw_os_error();
    if cfg!(windows) && code.is_some_and(|code| IN_USE.contains(&code)) {
        return "tệp đang mở ở chương trình khác".to_string();
    }
    if NotAFile::is_in(error) {
        return "đây là thiết bị hoặc kênh truyền dữ liệu (pipe, socket), không phải tệp"
            .to_string();
    }
    let words = match error.kind() {
        ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        ErrorKind::PermissionDenied => "không có quyền truy cập",
        ErrorKind::AlreadyExists => "đã có tệp trùng tên",
        ErrorKind::NotADirectory => "không phải là thư mục",
        ErrorKind::IsADirectory => "là thư mục, không phải tệp",
        ErrorKind::StorageFull => "ổ đĩa đã đầy",
        ErrorKind::QuotaExceeded => "đã dùng hết dung lượng được cấp",
        ErrorKind::FileTooLarge => "tệp quá lớn",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho phép đọc",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            "tệp đang mở ở chương trình khác"
        }
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename => "tên không hợp lệ",
        ErrorKind::BrokenPipe => "chương trình nhận đã đóng",
        ErrorKind::OutOfMemory => "không đủ bộ nhớ",
        ErrorKind::TimedOut => "quá thời gian chờ",
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => {
            "không kết nối được với máy chứa tệp"
        }
        _ => return format!("lỗi của hệ thống ({error})"),
    };
    words.to_string()
}

#[cfg(test)]
mod tests {
    use super::cause;
    use std::io::{Error, ErrorKind};

    #[test]
    fn usual_causes_are_in_vietnamese_and_others_keep_their_text() {
        assert_eq!(cause(&ErrorKind::StorageFull.into()), "ổ đĩa đã đầy");
        assert_eq!(cause(&Error::other("x")), "lỗi của hệ thống (x)");
    }
}
