import { describe, expect, test } from 'vitest';
import { readMeta } from './read-meta.ts';

describe('what the lines above a plan say', () => {
  test('of a ministry, with the documents it cites', () => {
    expect(
      readMeta([
        'BỘ Y TẾ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 512/KH-BYT',
        'Hà Nội, ngày 15 tháng 01 năm 2026',
        'KẾ HOẠCH',
        'Chuyển đổi số ngành y tế năm 2026',
        'Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, Bộ Y tế ban hành kế hoạch:',
        'I. MỤC ĐÍCH, YÊU CẦU',
      ]),
    ).toEqual({
      number: '512/KH-BYT',
      date: '2026-01-15',
      issuer: 'BỘ Y TẾ',
      title: 'Chuyển đổi số ngành y tế năm 2026',
      period: '2026',
    });
  });

  test('of a department below a province', () => {
    expect(
      readMeta([
        'UBND TỈNH CAO BẰNG',
        'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
        'Số: 88 /KH-SNNMT',
        'Cao Bằng, ngày 5 tháng 3 năm 2026',
        'KẾ HOẠCH PHÁT TRIỂN CÂY DƯỢC LIỆU',
        'GIAI ĐOẠN 2026 – 2030',
      ]),
    ).toEqual({
      number: '88/KH-SNNMT',
      date: '2026-03-05',
      issuer: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      title: 'KẾ HOẠCH PHÁT TRIỂN CÂY DƯỢC LIỆU GIAI ĐOẠN 2026 - 2030',
      period: '2026-2030',
    });
  });

  test('of a commune whose name goes over two lines', () => {
    expect(
      readMeta(['ỦY BAN NHÂN DÂN', 'XÃ TÂN THÀNH', 'Số: 45/KH-UBND', 'KẾ HOẠCH', 'Chăm sóc người cao tuổi']),
    ).toMatchObject({
      issuer: 'ỦY BAN NHÂN DÂN XÃ TÂN THÀNH',
      number: '45/KH-UBND',
      date: null,
      period: null,
    });
  });

  test('of an annex that names its decision', () => {
    expect(
      readMeta([
        'Phụ lục II',
        'DANH MỤC NHIỆM VỤ NĂM 2027',
        '(Ban hành kèm theo Quyết định số 1203/QĐ-UBND ngày 30/12/2026 của Chủ tịch Ủy ban nhân dân tỉnh Sơn La)',
      ]),
    ).toEqual({
      number: '1203/QĐ-UBND',
      date: '2026-12-30',
      issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sơn La',
      title: 'DANH MỤC NHIỆM VỤ NĂM 2027',
      period: '2027',
    });
  });

  test('nothing at all', () => {
    expect(readMeta([])).toEqual({ number: null, date: null, issuer: null, title: 'Kế hoạch', period: null });
  });

  test('of a draft that has no number and no day yet', () => {
    expect(
      readMeta([
        'UBND TỈNH LÀO CAI',
        'Số:      /KH-UBND',
        'Lào Cai, ngày     tháng 02 năm 2026',
        'KẾ HOẠCH',
        'Cải cách hành chính',
      ]),
    ).toMatchObject({ number: null, date: null, title: 'Cải cách hành chính' });
  });
});
