//! Result tables to audit: right ones of the district level, which a test then spoils.

use tonghop::result::audit::Audit;

use crate::audit::audited;

const HEADINGS: &str = "STT;Tên đơn vị;Hạ tầng kỹ thuật CNTT;Nguồn nhân lực CNTT;Sử dụng các phần mềm ứng dụng;\
    Chính sách và đầu tư cho ƯDCNTT;Trang/Cổng TTĐT;An toàn thông tin;Điểm cộng/trừ;Tổng điểm;Xếp loại";

/// Ten rows that add up, in order, with the right grades. The first stands in line 2.
const ROWS: [&str; 10] = [
    "1;UBND huyện Sa Thầy;100;200,5;300;150;90;50;10;900,5;Tốt",
    "2;UBND thành phố Kon Tum;80;172,8;301;150;90;39;-10;822,8;Khá",
    "3;UBND huyện Ngọc Hồi;80;206;270,6;100;77;50;-10;773,6;Khá",
    "4;UBND huyện Tu Mơ Rông;100;157,7;288;60;74;50;-10;719,7;Khá",
    "5;UBND huyện Đăk Glei;90;156,5;257,3;80;80;35;-10;688,8;Trung bình",
    "6;UBND huyện Đăk Hà;70;144,3;282;70;82;42;-10;680,3;Trung bình",
    "7;UBND huyện Đăk Tô;100;160;206,9;120;75;21;-10;672,9;Trung bình",
    "8;UBND huyện Kon Plong;60;160;203,1;140;50;43;10;666,1;Trung bình",
    "9;UBND huyện IaH'drai;70;115;100,1;160;64;40;-10;539,1;Trung bình",
    "10;UBND huyện Kon Rẫy;60;100;80;60;50;20;0;370;Yếu",
];

/// A table as delimited text.
pub struct Table {
    lines: Vec<String>,
}

impl Table {
    /// A table in which everything is right.
    pub fn right() -> Table {
        let lines = std::iter::once(HEADINGS).chain(ROWS);
        Table {
            lines: lines.map(str::to_string).collect(),
        }
    }

    /// With one text for another, which stands in it exactly once.
    pub fn with(mut self, old: &str, new: &str) -> Table {
        let count: usize = self
            .lines
            .iter()
            .map(|line| line.matches(old).count())
            .sum();
        assert_eq!(count, 1, "{old:?} stands in the table {count} times");
        for line in &mut self.lines {
            *line = line.replace(old, new);
        }
        self
    }

    /// With another line for one, counted from 1.
    pub fn line(mut self, number: usize, line: &str) -> Table {
        self.lines[number - 1] = line.to_string();
        self
    }

    /// With a line more at the end.
    pub fn and(mut self, line: &str) -> Table {
        self.lines.push(line.to_string());
        self
    }

    /// Without a line, counted from 1.
    pub fn without(mut self, number: usize) -> Table {
        self.lines.remove(number - 1);
        self
    }

    /// With something done to every line.
    pub fn each(mut self, change: impl Fn(usize, &str) -> String) -> Table {
        let numbered = self.lines.iter().enumerate();
        self.lines = numbered.map(|(at, line)| change(at, line)).collect();
        self
    }

    /// The text.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }

    /// The audit of it.
    pub fn audit(&self) -> Audit {
        audited(self.text().as_bytes())
    }
}
