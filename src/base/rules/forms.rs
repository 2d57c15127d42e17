//! Rules about forms: which one was filled in, and for whom (`TH11x`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// Form of another version.
pub static OTHER_VERSION: Rule = Rule {
    code: "TH112",
    name: "other-version",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Phiếu của phiên bản khác",
        message: "mã nhận dạng trong tệp ghi mẫu {found}, bộ tiêu chí đang dùng là {expected}",
        advice: "đề nghị đơn vị làm lại trên mẫu đang dùng; tệp này chưa được tính",
        finds: "Thuộc tính của tệp có mã nhận dạng của mẫu, và bộ tiêu chí hoặc phiên bản ghi trong đó khác id hoặc \
            version của bộ tiêu chí đang dùng. Tệp không có mã nhận dạng, ví dụ phiếu tự kẻ hoặc chép sang tệp mới, \
            thì không báo. Năm và cấp ghi trên phiếu được xét riêng (TH109, TH111).",
        why: "Hai phiên bản có thể khác nhau ở tiêu chí, mức tối đa hoặc cách chấm dù mã tiêu chí vẫn giống nhau. \
            Điểm chấm theo mẫu khác mà tính theo bộ tiêu chí này thì sai mà khó thấy, nên cả tệp chưa được tính. Đơn \
            vị không còn tệp nào khác thì báo mã TH102.",
        fix: "Gửi đơn vị mẫu đang dùng, đề nghị chép nội dung sang và chấm lại các tiêu chí đã thay đổi. Để xem mã \
            nhận dạng trong Excel, vào Tệp > Thông tin > Thuộc tính > Thuộc tính Nâng cao (File > Info > Properties \
            > Advanced Properties), thẻ Custom, các dòng bắt đầu bằng “tonghop-”. Nếu nhiều đơn vị cùng bị, kiểm tra \
            scheme trong campaign.toml: có thể đợt này đang dùng nhầm bộ tiêu chí.",
        example: "STNMT_phieu_2017.xlsx: mã nhận dạng trong tệp ghi mẫu kontum-2016 (1), bộ tiêu chí đang dùng là \
            kontum-2017 (1)",
    },
    en: Page {
        title: "Form of another version",
        message: "the stamp in the file says form {found}, the scheme in use is {expected}",
        advice: "ask the unit to use the current form; this file does not count",
        finds: "The document properties hold the stamp of a form, and its scheme or version is not the id or \
            version of the scheme in use. A file without a stamp, such as a table drawn by hand or copied into a \
            new file, raises nothing. Year and level stated in the form are looked at apart (TH109, TH111).",
        why: "Two versions may differ in criteria, maxima or scoring although the codes look the same. Points \
            claimed on another form and counted by this scheme would be wrong and hard to notice, so the whole \
            file does not count. If the unit has no other file, it has TH102.",
        fix: "Send the unit the current form and ask it to copy its entries and to score again what has changed. \
            To see the stamp in Excel, go to File > Info > Properties > Advanced Properties, tab Custom, the lines \
            that begin with \"tonghop-\". If many units are concerned, check scheme in campaign.toml: this \
            campaign may be using the wrong scheme.",
        example: "STNMT_phieu_2017.xlsx: the stamp in the file says form kontum-2016 (1), the scheme in use is \
            kontum-2017 (1)",
    },
};

/// Blank form returned.
pub static BLANK_FORM: Rule = Rule {
    code: "TH113",
    name: "blank-form",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Gửi mẫu trắng",
        message: "tệp đúng mẫu nhưng chưa điền điểm và số liệu nào",
        advice: "đề nghị đơn vị điền rồi gửi lại; đơn vị được coi là chưa có phiếu dùng được",
        finds: "Tệp có các dòng của mẫu nhưng không ô điểm và không ô số liệu nào được điền, cũng không có dấu chọn nào. Chỉ cần một điểm hoặc \
            một số liệu, kể cả số 0, là không báo; khi đó các ô còn trống được báo mã TH302 và TH303. Chữ ở cột “Tài \
            liệu kiểm chứng” hay “Giải trình” không thay cho điểm.",
        why: "Thường là đơn vị gửi nhầm: bản đã điền còn nằm ở máy của đơn vị. Ô trống không phải 0 điểm, nên đơn vị \
            không bị tính 0 mà được coi là đã gửi nhưng chưa có phiếu dùng được (TH102).",
        fix: "Đề nghị đơn vị tìm và gửi bản đã điền; mở tệp đính kèm xem lại trước khi gửi. Chép bản mới vào thư \
            mục, chuyển tệp trắng ra ngoài rồi chạy lại. Nếu đơn vị thật sự tự chấm 0, đơn vị ghi số 0 vào từng ô.",
        example: "Phieu tu danh gia 2017 - So GTVT.xlsx: tệp đúng mẫu nhưng chưa điền điểm và số liệu nào",
    },
    en: Page {
        title: "Blank form returned",
        message: "the file follows the form, but no score and no figure is filled in",
        advice: "ask the unit to fill it in; the unit counts as without a usable return",
        finds: "The file has the rows of the form, but no score and no figure is filled in, and nothing is ticked. One score or one \
            figure, even if it is 0, is enough not to raise this; the other blanks then have TH302 and TH303. \
            Words under \"Tài liệu kiểm chứng\" or \"Giải trình\" do not stand in for a score.",
        why: "Mostly the wrong file was sent, and the one filled in is still with the unit. A blank is not 0 \
            points, so the unit is not given 0 but counts as having sent something without a usable return \
            (TH102).",
        fix: "Ask the unit to find and send the form that it filled in, and to open the attachment before sending \
            it. Copy the new file into the folder, move the blank one out and run again. If the unit really claims \
            0, it writes 0 into each cell.",
        example: "Phieu tu danh gia 2017 - So GTVT.xlsx: the file follows the form, but no score and no figure is \
            filled in",
    },
};

/// Points on the rows of groups alone.
pub static GROUP_POINTS_ONLY: Rule = Rule {
    code: "TH134",
    name: "group-points-only",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Chỉ ghi điểm ở dòng nhóm",
        message: "chưa có điểm ở tiêu chí nào; điểm chỉ ghi ở dòng nhóm hoặc dòng cộng: {found}",
        advice: "đề nghị đơn vị ghi điểm từng tiêu chí rồi gửi lại; đơn vị được coi là chưa có phiếu dùng được",
        finds: "Các ô điểm và số liệu của mọi tiêu chí đều trống, nhưng dòng nhóm hoặc dòng cộng có điểm khác 0. Tệp không có \
            điểm nào ở bất kỳ dòng nào thì báo mã TH113.",
        why: "Điểm của nhóm không chia được cho từng tiêu chí, nên không kiểm tra và không tính được; nhưng đơn vị không gửi \
            phiếu trắng.",
        fix: "Đề nghị đơn vị ghi điểm vào từng dòng tiêu chí. Nếu cả đợt chỉ chấm theo nhóm, khai mỗi nhóm là một tiêu chí \
            trong bộ tiêu chí.",
        example: "phieu xa Phu Lam.xlsx: Phiếu!D6: chưa có điểm ở tiêu chí nào; điểm chỉ ghi ở dòng nhóm hoặc dòng cộng: 18 \
            (D6); 45 (D10)",
    },
    en: Page {
        title: "Points on the rows of groups alone",
        message: "no criterion has a score; points stand only on rows of groups or sums: {found}",
        advice: "ask the unit to score each criterion and to send the form again; the unit counts as without a usable return",
        finds: "The cells for scores and figures of all criteria are blank, but rows of groups or sums have points other than \
            0. A file without points on any row has TH113.",
        why: "The points of a group cannot be parted among its criteria, so they can be neither checked nor counted; but the \
            unit did not send a blank form.",
        fix: "The unit writes its points on the row of each criterion. Where a whole campaign scores groups alone, declare \
            each group as one criterion in the scheme.",
        example: "phieu xa Phu Lam.xlsx: Phiếu!D6: no criterion has a score; points stand only on rows of groups or sums: 18 \
            (D6); 45 (D10)",
    },
};

/// Table of another scheme.
pub static OTHER_FORM: Rule = Rule {
    code: "TH114",
    name: "other-form",
    severity: Severity::Error,
    bearing: Bearing::Own,
    vi: Page {
        title: "Bảng không theo bộ tiêu chí",
        message: "tệp có bảng chấm điểm nhưng không dòng nào thuộc bộ tiêu chí đang dùng",
        advice: "kiểm tra đây có phải phiếu của cuộc đánh giá khác hoặc tỉnh khác không; tệp này chưa được tính",
        finds: "Tệp có bảng với dòng tiêu đề như mẫu (cột “Tiêu chí” và cột điểm hoặc số liệu), nhưng không dòng nào \
            bên dưới nhận ra được là của bộ tiêu chí đang dùng. Chỉ cần một dòng nhận ra được là không báo. Tệp \
            không có bảng nào như vậy thì báo mã TH201.",
        why: "Điểm trong bảng là của những tiêu chí khác nên không quy sang được. Thường đó là phiếu của một cuộc \
            đánh giá khác, ví dụ cải cách hành chính, phiếu của tỉnh khác, hoặc mẫu đã bị viết lại toàn bộ. Đơn vị \
            không còn tệp nào khác thì báo mã TH102.",
        fix: "Mở tệp và so vài dòng đầu của bảng với mẫu. Nếu gửi nhầm, đề nghị đơn vị gửi đúng phiếu; nếu tiêu \
            chí bị viết lại, đơn vị chép điểm sang mẫu đang dùng. Nếu mọi đơn vị đều bị, kiểm tra scheme trong \
            campaign.toml.",
        example: "Cham diem CCHC - So Noi vu.xlsx: tệp có bảng chấm điểm nhưng không dòng nào thuộc bộ tiêu chí \
            đang dùng",
    },
    en: Page {
        title: "Table of another scheme",
        message: "the file holds a score table, but none of its rows belongs to the scheme in use",
        advice: "check whether it is the form of another assessment or province; this file does not count",
        finds: "The file has a table with the header row of the form (a column \"Tiêu chí\" and one of points or \
            figures), but no row below it is recognised as one of the scheme in use. One row that is recognised is \
            enough not to raise this. A file without any such table has TH201.",
        why: "The points in the table are for other criteria and cannot be carried over. Mostly it is the form of \
            another assessment, such as administrative reform, or of another province, or the form was rewritten \
            throughout. If the unit has no other file, it has TH102.",
        fix: "Open the file and compare the first rows of its table with the form. If it was sent by mistake, ask \
            the unit for the right form; if the criteria were rewritten, the unit copies its scores into the form \
            in use. If all units are concerned, check scheme in campaign.toml.",
        example: "Cham diem CCHC - So Noi vu.xlsx: the file holds a score table, but none of its rows belongs to \
            the scheme in use",
    },
};

/// Data period of another year.
pub static OTHER_PERIOD: Rule = Rule {
    code: "TH115",
    name: "other-period",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Kỳ số liệu không thuộc năm đánh giá",
        message: "kỳ số liệu ghi {found}, năm đánh giá là {expected}",
        advice: "hỏi đơn vị số liệu lấy của kỳ nào; điểm và số liệu vẫn được tính",
        finds: "Dòng “Kỳ số liệu” ở trang bìa có ghi năm, và không năm nào ở đó là năm của đợt đánh giá. Kỳ kéo qua \
            hai năm mà có năm đánh giá, hoặc kỳ không ghi năm, thì không báo. Năm đánh giá ghi trên phiếu được xét \
            riêng (TH109).",
        why: "Phiếu đúng năm nhưng số liệu có thể được chép từ năm trước; khi đó điểm và chỉ tiêu thống kê đều sai \
            mà nhìn từng ô thì không thấy. Cũng có thể đơn vị chỉ quên sửa dòng này, nên điểm và số liệu vẫn được \
            tính.",
        fix: "Hỏi đơn vị số liệu lấy của kỳ nào và đối chiếu vài số với báo cáo của đơn vị. Nếu số liệu đúng năm, \
            đơn vị chỉ sửa dòng “Kỳ số liệu”. Nếu là số của kỳ khác, đơn vị cập nhật số liệu, chấm lại rồi gửi lại \
            phiếu.",
        example: "So Xay dung.xlsx: Thông tin chung!B8: kỳ số liệu ghi “01/01/2016 - 31/12/2016”, năm đánh giá là \
            2017",
    },
    en: Page {
        title: "Data period of another year",
        message: "the data period says {found}, the year assessed is {expected}",
        advice: "ask the unit which period its figures are of; scores and figures count for now",
        finds: "The line \"Kỳ số liệu\" on the cover names years, and none of them is the campaign's year. A \
            period that runs over two years and takes in the year assessed, or one without a year, raises nothing. \
            The year of assessment stated in the form is looked at apart (TH109).",
        why: "The form is of the right year, but its figures may be copied from the year before; scores and \
            statistics would then be wrong, and no single cell would show it. The unit may also just have left \
            this line as it was, so scores and figures count.",
        fix: "Ask the unit which period its figures are of and hold a few of them against its reports. If the \
            figures are of the right year, the unit only corrects the line \"Kỳ số liệu\". If not, it brings the \
            figures up to date, scores again and sends the form again.",
        example: "So Xay dung.xlsx: Thông tin chung!B8: the data period says \"01/01/2016 - 31/12/2016\", the year \
            assessed is 2017",
    },
};

/// Unit name without diacritics.
pub static NAME_WITHOUT_MARKS: Rule = Rule {
    code: "TH116",
    name: "name-without-marks",
    severity: Severity::Warning,
    bearing: Bearing::Own,
    vi: Page {
        title: "Tên đơn vị không dấu",
        message: "tên đơn vị ghi không dấu {found}; đọc là {expected}",
        advice: "không phải làm gì nếu đúng đơn vị",
        finds: "Tên đơn vị trên phiếu viết hoàn toàn không dấu và, khi bỏ dấu các tên trong danh sách (Đ thành D), \
            khớp với đúng một đơn vị. Không khớp đơn vị nào hoặc khớp từ hai đơn vị thì báo mã TH103; tên chỉ thiếu \
            vài dấu không được đoán như vậy. Tên tệp không dấu là bình thường và không báo.",
        why: "Tệp được tính cho đơn vị đó. Bỏ dấu thì hai tên khác nhau có thể thành một, nên cần người nhìn lại \
            một lần xem đúng đơn vị không.",
        fix: "So đơn vị được nêu với chữ ký trên phiếu hoặc thư gửi kèm. Nếu đúng thì không phải làm gì; để không \
            còn cảnh báo, thêm cách ghi này vào cột tên gọi khác (aliases) của đơn vị trong danh sách (units.csv). \
            Nếu sai, đơn vị sửa ô tên rồi gửi lại.",
        example: "Phieu tu danh gia 2017 - So Tai chinh.xlsx: Thông tin chung!B5: tên đơn vị ghi không dấu “So Tai \
            chinh”; đọc là Sở Tài chính",
    },
    en: Page {
        title: "Unit name without diacritics",
        message: "the unit's name is written without diacritics, {found}; read as {expected}",
        advice: "nothing to do if that is the unit",
        finds: "The unit's name in the form is written wholly without diacritics and, with those of the registry \
            left off as well (Đ as D), fits exactly one unit. A name that fits none, or two and more, has TH103; \
            one in which only some marks are missing is not guessed at in this way. File names without diacritics \
            are normal and raise nothing.",
        why: "The file counts for that unit. Without diacritics two different names can become one, so somebody \
            should see once that it is the right unit.",
        fix: "Compare the unit with the signature in the form or the mail that came with it. If it is right, there \
            is nothing to do; to end the finding, add the spelling to the unit's column aliases in the registry \
            (units.csv). If not, the unit corrects the name and sends the form again.",
        example: "Phieu tu danh gia 2017 - So Tai chinh.xlsx: Thông tin chung!B5: the unit's name is written \
            without diacritics, \"So Tai chinh\"; read as Sở Tài chính",
    },
};
