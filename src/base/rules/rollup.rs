//! Rules about results that are rolled up (`TH521`–`TH529`).

use crate::base::rules::{Bearing, Page, Rule, Severity};

/// A file that was named as a result and is none, or that cannot be taken in.
pub static NO_RESULT: Rule = Rule {
    code: "TH521",
    name: "not-rolled-up",
    severity: Severity::Error,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Tệp không gộp được",
        message: "tệp này chưa được gộp: {found}",
        advice: "dùng bảng tổng hợp (THƯ MỤC-tong-hop.xlsx), danh sách giá trị (-du-lieu.csv, .parquet) hoặc bản JSON do tonghop ghi ra, rồi gộp lại",
        finds: "Tệp được nêu tên để gộp, hoặc tệp trong thư mục mang dấu của tonghop, nhưng không lấy được số liệu: không phải bảng \
            tổng hợp, bị hỏng, thiếu dòng ở trang Dữ liệu, có số không thể có, hoặc không ghi năm đánh giá.",
        why: "Đơn vị của tệp này không có trong bảng gộp. Bỏ qua mà không nói thì tổng của cả nước, cả tỉnh sẽ thiếu.",
        fix: "Tổng hợp lại từ các phiếu để có bảng mới, rồi gộp lại. Nếu tệp không phải kết quả thì đừng nêu tên tệp.",
        example: "gia-lai-tong-hop.xlsx: tệp này chưa được gộp: trang Dữ liệu có 1203 dòng, lẽ ra phải có 1210",
    },
    en: Page {
        title: "File that was not rolled up",
        message: "this file was not rolled up: {found}",
        advice: "use the consolidated workbook (FOLDER-tong-hop.xlsx), the data file (-du-lieu.csv, .parquet) or the JSON that tonghop wrote, and roll up again",
        finds: "A file that was named, or one in the folder with the stamp of tonghop, gave no numbers: it is no consolidated workbook, \
            is damaged, lacks rows of its list of values, has impossible numbers, or does not say its year.",
        why: "The units of this file are not in the roll-up. Passed over without a word, the sums of the country or the province \
            would lack them.",
        fix: "Consolidate the returns again for a new workbook, then roll up again. A file that is no result is not to be named.",
        example: "gia-lai-tong-hop.xlsx: this file was not rolled up: the list of values has 1203 rows, not 1210",
    },
};

/// A file in the folder that is no result.
pub static OTHER_FILE: Rule = Rule {
    code: "TH522",
    name: "other-file-beside-results",
    severity: Severity::Info,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Tệp khác trong thư mục kết quả",
        message: "không phải bảng tổng hợp: {found}",
        advice: "không phải làm gì; nếu đây là bảng tổng hợp đã đổi dạng thì nêu tên tệp khi chạy lệnh",
        finds: "Tệp trong thư mục kết quả không mang dấu của một bảng tổng hợp: phiếu, tệp quyết định, bảng so sánh, bảng kiểm tra, \
            bảng đã gộp, phụ lục, trang web. Chỉ nêu một lần cho mỗi loại.",
        why: "Để biết chắc tệp nào đã được gộp, tệp nào không.",
        fix: "Không phải làm gì. Bảng tổng hợp đã đổi sang .xls thì mất dấu: nêu tên tệp khi chạy lệnh.",
        example: "ket-qua: không phải bảng tổng hợp: kontum-2017-quyet-dinh.xlsx",
    },
    en: Page {
        title: "Other files beside the results",
        message: "no consolidated workbooks: {found}",
        advice: "there is nothing to do; a consolidated workbook that was converted has to be named",
        finds: "Files in the folder of results without the stamp of a consolidated workbook: returns, decision workbooks, comparisons, \
            audits, earlier roll-ups, annexes, pages.",
        why: "So that it is certain which files were rolled up and which were not.",
        fix: "Nothing. A consolidated workbook that was converted to .xls has lost its stamp: name the file.",
        example: "ket-qua: no consolidated workbooks: kontum-2017-quyet-dinh.xlsx",
    },
};

/// A result that says the same as another.
pub static SAME_RESULT: Rule = Rule {
    code: "TH523",
    name: "result-twice",
    severity: Severity::Info,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Một kết quả có hai tệp",
        message: "kết quả này giống hệt {found}, chỉ tính một lần",
        advice: "không phải làm gì; nếu lẽ ra là kết quả của nơi khác thì tìm đúng tệp rồi gộp lại",
        finds: "Hai tệp ghi cùng một kết quả, từng số như nhau: bản sao, bản đã lưu lại, hoặc bảng Excel và bản JSON của một lần chạy.",
        why: "Tính hai lần thì mọi tổng đều gấp đôi.",
        fix: "Không phải làm gì. Nếu một nơi gửi nhầm tệp của nơi khác, xin lại đúng tệp.",
        example: "ban-sao/kontum-2017-tong-hop.xlsx: kết quả này giống hệt kontum-2017-tong-hop.xlsx, chỉ tính một lần",
    },
    en: Page {
        title: "One result in two files",
        message: "this result is the same as {found} and counts once",
        advice: "there is nothing to do; if it should be that of another office, find the right file and roll up again",
        finds: "Two files say the same, number by number: a copy, one that was saved again, or the workbook and the JSON of one run.",
        why: "Counted twice, every sum would be too high.",
        fix: "Nothing. If an office sent the file of another, ask for the right one.",
        example: "ban-sao/kontum-2017-tong-hop.xlsx: this result is the same as kontum-2017-tong-hop.xlsx and counts once",
    },
};

/// Units that two results of one year have a result of.
pub static UNIT_TWICE: Rule = Rule {
    code: "TH524",
    name: "unit-in-two-results",
    severity: Severity::Error,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Một đơn vị có kết quả ở hai nơi trong cùng một năm",
        message: "năm {about}: {expected} cũng có kết quả của {found}; các đơn vị này không được xếp hạng chung, thống kê của năm không được cộng",
        advice: "bỏ ra tệp thừa (thường là bản cũ của cùng một kết quả) rồi gộp lại",
        finds: "Hai kết quả cùng năm, cùng cơ quan ban hành, có cùng một đơn vị (cùng mã; cùng tên, hoặc tên ở bên này là tên khác của đơn vị ở bên kia) và cả hai đều có điểm. Một nơi có \
            điểm, nơi kia ghi chưa nộp thì không báo: đơn vị được tính một lần.",
        why: "Cộng cả hai thì số liệu của đơn vị bị tính hai lần, và không biết điểm nào đúng.",
        fix: "Thường đó là hai bản của một kết quả: giữ bản sau, bỏ bản trước ra khỏi thư mục. Nếu là hai đơn vị khác nhau, ghi cơ \
            quan ban hành (authority) khác nhau trong tệp đợt đánh giá rồi tổng hợp lại.",
        example: "kontum-2017-tong-hop (cũ).xlsx: năm 2017: kontum-2017-tong-hop.xlsx cũng có kết quả của Sở Tài chính; các đơn vị \
            này không được xếp hạng chung, thống kê của năm không được cộng",
    },
    en: Page {
        title: "One unit with results in two files of one year",
        message: "year {about}: {expected} has results of {found} as well; these units have no common place, and statistics of the year are not added up",
        advice: "take out the file that is not needed (mostly an older version of one result) and roll up again",
        finds: "Two results of one year and one authority have the same unit (one code, and one name or what a registry calls it besides), both with points. Where one has points and \
            the other says that nothing was returned, nothing is told: the unit counts once.",
        why: "Added up, the figures of the unit would count twice, and nobody knows which points are right.",
        fix: "Mostly these are two versions of one result: keep the later one. If they are two units, give the campaigns different \
            authorities and consolidate again.",
        example: "kontum-2017-tong-hop (cũ).xlsx: year 2017: kontum-2017-tong-hop.xlsx has results of Sở Tài chính as well; these \
            units have no common place, and statistics of the year are not added up",
    },
};

/// Results of one year that judge otherwise.
pub static JUDGED_OTHERWISE: Rule = Rule {
    code: "TH525",
    name: "results-of-other-schemes",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Kết quả cùng năm theo bộ tiêu chí khác nhau",
        message: "{about}: các kết quả không cùng bộ tiêu chí, điểm tối đa hoặc mức xếp loại, nên chỉ xếp hạng trong từng nhóm: {found}",
        advice: "không so điểm giữa các nhóm; nếu lẽ ra phải cùng bộ tiêu chí thì tổng hợp lại theo một bộ",
        finds: "Ở một năm và một cấp, các kết quả khác nhau về mã, phiên bản hoặc nội dung bộ tiêu chí: tên tiêu chí, quy tắc chấm, \
            điểm tối đa, mức xếp loại.",
        why: "800 điểm theo bộ này không bằng 800 điểm theo bộ kia. Thứ hạng chung và số đơn vị theo xếp loại chỉ có nghĩa khi \
            chấm như nhau.",
        fix: "Nếu là hai phiên bản của một bộ tiêu chí, tổng hợp lại tất cả theo phiên bản mới.",
        example: "ket-qua: 2017, Cấp tỉnh: các kết quả không cùng bộ tiêu chí, điểm tối đa hoặc mức xếp loại, nên chỉ xếp hạng trong từng nhóm: \
            kontum-2017 1 (kontum-2017); kontum-2017 2 (gia-lai-2017)",
    },
    en: Page {
        title: "Results of one year by different schemes",
        message: "{about}: the results differ in scheme, maxima or grades, so places are given within each group: {found}",
        advice: "do not compare points of different groups; if all should follow one scheme, consolidate them again by it",
        finds: "In a year and a level, results differ in the scheme's id, version or contents: names of criteria, rules, maxima, grades.",
        why: "800 points by one scheme are not 800 points by another. Common places and counts of grades mean something only where all \
            are judged alike.",
        fix: "If these are two versions of one scheme, consolidate all by the newer one.",
        example: "ket-qua: 2017, Cấp tỉnh: the results differ in scheme, maxima or grades, so places are given within each group: kontum-2017 1 \
            (kontum-2017); kontum-2017 2 (gia-lai-2017)",
    },
};

/// One statistic, computed in two ways.
pub static STATISTIC_APART: Rule = Rule {
    code: "TH526",
    name: "statistic-computed-otherwise",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Một chỉ tiêu được tính theo cách khác nhau",
        message: "chỉ tiêu {about} có tên hoặc cách tính khác nhau giữa các kết quả nên để riêng: {found}",
        advice: "xem từng dòng của chỉ tiêu ở trang Thống kê; muốn có một số chung thì thống nhất cách tính rồi tổng hợp lại",
        finds: "Các kết quả có chỉ tiêu cùng mã nhưng khác tên, đơn vị tính hoặc cách tính.",
        why: "Cộng hai tỷ lệ tính trên mẫu số khác nhau thì được một số không ai hiểu.",
        fix: "Dùng một bộ tiêu chí cho mọi nơi. Nếu cố ý tính khác nhau thì đặt mã khác nhau.",
        example: "ket-qua: chỉ tiêu ty_le_may_tinh có tên hoặc cách tính khác nhau giữa các kết quả nên để riêng: Σ máy tính ÷ Σ CBCC \
            (kontum-2017); Σ máy tính ÷ Σ biên chế (gia-lai-2017)",
    },
    en: Page {
        title: "One statistic, computed in different ways",
        message: "statistic {about} has another name or formula in some results and stands apart: {found}",
        advice: "see each of its rows on the sheet of statistics; for one number, agree on one formula and consolidate again",
        finds: "Results have a statistic of one id with another name, unit of measure or formula.",
        why: "Two shares of different wholes make a sum that nobody understands.",
        fix: "Use one scheme everywhere. Where the difference is meant, give other ids.",
        example: "ket-qua: statistic ty_le_may_tinh has another name or formula in some results and stands apart: Σ máy tính ÷ Σ CBCC \
            (kontum-2017); Σ máy tính ÷ Σ biên chế (gia-lai-2017)",
    },
};

/// Points that were measured by the best unit of each result.
pub static BEST_OF_EACH: Rule = Rule {
    code: "TH527",
    name: "measured-by-the-best-of-each-result",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Điểm so với đơn vị tốt nhất của từng kết quả",
        message: "{about}: điểm của tiêu chí {found} được tính so với đơn vị tốt nhất trong từng kết quả, không phải trong tất cả",
        advice: "thứ hạng chung chỉ để tham khảo; muốn so trong tất cả thì tổng hợp mọi phiếu trong một đợt",
        finds: "Bộ tiêu chí có tiêu chí tính theo đơn vị tốt nhất của cấp (best_of_level), và các kết quả được gộp ở cùng năm, cùng cấp.",
        why: "Cùng một số liệu, nơi có đơn vị dẫn đầu cao thì được ít điểm hơn nơi khác. Gộp không tính lại điểm.",
        fix: "Tổng hợp tất cả phiếu trong một đợt nếu cần điểm so với đơn vị tốt nhất của tất cả.",
        example: "ket-qua: 2017, Cấp tỉnh: điểm của tiêu chí 1.2 được tính so với đơn vị tốt nhất trong từng kết quả, không phải trong tất cả",
    },
    en: Page {
        title: "Points by the best unit of each result",
        message: "{about}: points of criterion {found} are measured by the best unit of each result, not of all",
        advice: "common places are an indication only; to measure by the best of all, consolidate all returns in one campaign",
        finds: "The scheme has criteria that are measured by the best unit of the level (best_of_level), and several results of one year \
            and level are rolled up.",
        why: "The same figures bring fewer points where the leading unit is far ahead. A roll-up does not score again.",
        fix: "Consolidate all returns in one campaign if points by the best of all are needed.",
        example: "ket-qua: 2017, Cấp tỉnh: points of criterion 1.2 are measured by the best unit of each result, not of all",
    },
};

/// Units of different authorities that are called alike.
pub static CALLED_ALIKE: Rule = Rule {
    code: "TH528",
    name: "units-called-alike",
    severity: Severity::Info,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Đơn vị trùng tên ở các cơ quan khác nhau",
        message: "năm {about}: các đơn vị trùng mã và tên ở kết quả của các cơ quan khác nhau được tính là các đơn vị khác nhau: {found}",
        advice: "không phải làm gì nếu đó là các đơn vị khác nhau; nếu là một đơn vị thì bỏ ra kết quả thừa rồi gộp lại",
        finds: "Kết quả của hai cơ quan ban hành khác nhau, cùng năm, có đơn vị cùng mã và cùng tên: Sở Tài chính của tỉnh này và của \
            tỉnh kia.",
        why: "Thường là các đơn vị khác nhau và phải cộng cả hai. Nếu là một đơn vị đã nộp cho hai nơi thì số liệu bị tính hai lần.",
        fix: "Xem danh sách. Nếu đúng là một đơn vị, chỉ gộp một trong hai kết quả.",
        example: "ket-qua: năm 2017: các đơn vị trùng mã và tên ở kết quả của các cơ quan khác nhau được tính là các đơn vị khác nhau: Sở Tài chính",
    },
    en: Page {
        title: "Units of different authorities that are called alike",
        message: "year {about}: units of one code and name in results of different authorities count as different units: {found}",
        advice: "there is nothing to do if they are; if one of them is the same unit, leave one result out and roll up again",
        finds: "Results of two authorities and one year have units of one code and name: the department of finance of two provinces.",
        why: "Mostly these are different units, and both have to be added. If a unit returned to two offices, it counts twice.",
        fix: "See the list. If it is one unit, roll up only one of the results.",
        example: "ket-qua: year 2017: units of one code and name in results of different authorities count as different units: Sở Tài chính",
    },
};

/// Units of one authority that may be one.
pub static MAY_BE_ONE: Rule = Rule {
    code: "TH529",
    name: "units-that-may-be-one",
    severity: Severity::Warning,
    bearing: Bearing::OfResult,
    vi: Page {
        title: "Có thể là một đơn vị",
        message: "năm {about}: cùng mã nhưng khác tên, hoặc cùng tên nhưng khác mã, nên được tính là các đơn vị khác nhau: {found}",
        advice: "nếu là một đơn vị thì thống nhất mã, thêm tên còn lại vào cột “Tên khác” của danh sách đơn vị, tổng hợp lại rồi gộp lại",
        finds: "Hai kết quả cùng năm, cùng cơ quan ban hành (hoặc đều không ghi), cùng cấp, có đơn vị cùng mã mà khác tên, hoặc cùng \
            tên (kể cả tên khác) mà khác mã, và cả hai đều có điểm.",
        why: "Chương trình không đoán theo sự giống nhau. Nếu thật ra là một đơn vị, số liệu đã bị tính hai lần.",
        fix: "Dùng chung một danh sách đơn vị (units.csv) cho các đợt của một cơ quan.",
        example: "ket-qua: năm 2017: cùng mã nhưng khác tên, hoặc cùng tên nhưng khác mã, nên được tính là các đơn vị khác nhau: Sở Tài chính (đợt 1) / \
            Sở Nội vụ (đợt 2)",
    },
    en: Page {
        title: "Units that may be one",
        message: "year {about}: one code with two names, or one name with two codes, so they count as different units: {found}",
        advice: "if they are one unit, agree on the code, add the other name as an alias in the registry, consolidate and roll up again",
        finds: "Two results of one year, one authority (or none said) and one level have units of one code and two names, or of one name \
            (other names as well) and two codes, both with points.",
        why: "The program does not guess by likeness. If it is one unit, its figures count twice.",
        fix: "Use one registry (units.csv) for all campaigns of an authority.",
        example: "ket-qua: year 2017: one code with two names, or one name with two codes, so they count as different units: Sở Tài chính (campaign 1) / \
            Sở Nội vụ (campaign 2)",
    },
};
