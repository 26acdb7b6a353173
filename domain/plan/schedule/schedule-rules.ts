import leadTimes from './data/lead-times.json' with { type: 'json' };
import reportDates from './data/report-dates.json' with { type: 'json' };
import type { CitedRule } from './schedule-item.ts';

export const LAST_DAY_RULE: CitedRule = {
  words:
    'Thời hạn tính theo tháng, quý, năm kết thúc vào cuối ngày cuối cùng; nếu là ngày nghỉ thì kết thúc vào cuối ngày làm việc kế tiếp',
  source: 'Bộ luật Dân sự 2015, Điều 148',
  verified: true,
};

export const EVENT_RULE: CitedRule = {
  words:
    'Ngày của sự kiện không được tính, tính từ ngày tiếp theo; ngày cuối cùng là ngày nghỉ thì kết thúc vào cuối ngày làm việc kế tiếp',
  source: 'Bộ luật Dân sự 2015, Điều 147 và Điều 148',
  verified: true,
};

export const BACKWARD_RULE: CitedRule = {
  words:
    'Tính lùi mà gặp ngày nghỉ thì lấy ngày làm việc liền trước, để người được báo trước không thiệt ngày nào',
  source: 'Cách tính của hệ thống; luật không nêu',
  verified: false,
};

export const WORDS_RULE: CitedRule = {
  words: 'Văn bản ấn định ngày nên giữ nguyên, kể cả khi là ngày nghỉ',
  source: 'Lời văn của kế hoạch',
  verified: true,
};

export const REPORT_RULE: CitedRule = {
  words: 'Ngày chốt số liệu và hạn gửi báo cáo cải cách hành chính định kỳ',
  source: reportDates.source,
  verified: reportDates.verified,
};

export const LEAD_TIME_RULE: CitedRule = {
  words: 'Thời gian thường cần cho từng loại sản phẩm, tính lùi theo ngày làm việc',
  source: leadTimes.source,
  verified: leadTimes.verified,
};

export const YEAR_RULE: CitedRule = {
  words: 'Nhiệm vụ của kế hoạch năm nào thì chậm nhất hết năm đó',
  source: leadTimes.source,
  verified: leadTimes.verified,
};

export const OWNER_RULE: CitedRule = {
  words: 'Ngày do cơ quan chủ trì kế hoạch quyết định',
  source: 'Quyết định trên hệ thống, có trong nhật ký',
  verified: true,
};
