import type { Target } from './target.ts';

// Product phrases of plans of many fields, each with the reading a careful person gives it.

export const TARGET_PHRASES: readonly (readonly [string, readonly Target[]])[] = [
  [
    'Tối thiểu 80% hồ sơ được giải quyết đúng hạn',
    [{ comparator: '>=', value: 80, unit: '%', subject: 'hồ sơ' }],
  ],
  [
    'Ít nhất 90% TTHC đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn trình',
    [{ comparator: '>=', value: 90, unit: '%', subject: 'TTHC đủ điều kiện' }],
  ],
  ['Đạt 95% trở lên', [{ comparator: '>=', value: 95, unit: '%' }]],
  [
    'Tỷ lệ hài lòng của người dân đạt trên 90%',
    [{ comparator: '>', value: 90, unit: '%', subject: 'Tỷ lệ hài lòng của người dân' }],
  ],
  [
    'Trên 98% hồ sơ giải quyết trước và đúng hạn',
    [{ comparator: '>', value: 98, unit: '%', subject: 'hồ sơ giải quyết trước và đúng hạn' }],
  ],
  [
    'Không quá 5% văn bản ban hành chậm',
    [{ comparator: '<=', value: 5, unit: '%', subject: 'văn bản ban hành chậm' }],
  ],
  [
    'Thời gian giải quyết không quá 15 phút/hồ sơ',
    [{ comparator: '<=', value: 15, unit: 'phút/hồ sơ', subject: 'Thời gian giải quyết' }],
  ],
  ['Tỷ lệ hộ nghèo còn dưới 3%', [{ comparator: '<', value: 3, unit: '%', subject: 'Tỷ lệ hộ nghèo' }]],
  [
    'Tỷ lệ hộ nghèo giảm xuống dưới 15%',
    [{ comparator: '<', value: 15, unit: '%', subject: 'Tỷ lệ hộ nghèo' }],
  ],
  [
    'Tỷ lệ đô thị hóa tăng lên đạt 50%',
    [{ comparator: '=', value: 50, unit: '%', subject: 'Tỷ lệ đô thị hóa' }],
  ],
  [
    'Giảm 2-3% tỷ lệ hộ nghèo so với năm 2023',
    [
      {
        comparator: 'decrease',
        value: 2,
        upper: 3,
        unit: '%',
        subject: 'tỷ lệ hộ nghèo',
        bound: 'between',
        baseline: '2023',
      },
    ],
  ],
  [
    'Giảm ít nhất 10% số lượng đơn vị sự nghiệp công lập so với năm 2021',
    [
      {
        comparator: 'decrease',
        value: 10,
        unit: '%',
        subject: 'số lượng đơn vị sự nghiệp công lập',
        bound: '>=',
        baseline: '2021',
      },
    ],
  ],
  [
    'Tăng 02 bậc so với năm 2024',
    [{ comparator: 'increase', value: 2, unit: 'bậc', bound: '=', baseline: '2024' }],
  ],
  [
    'Cải thiện thứ hạng, tăng ít nhất 5 bậc',
    [{ comparator: 'increase', value: 5, unit: 'bậc', subject: 'thứ hạng', bound: '>=' }],
  ],
  [
    'Chỉ số PAR INDEX thuộc nhóm 20 tỉnh đứng đầu',
    [{ comparator: '<=', value: 20, subject: 'Chỉ số PAR INDEX' }],
  ],
  ['Phấn đấu lọt top 10 cả nước', [{ comparator: '<=', value: 10 }]],
  ['Xếp thứ 15 trở lên trong bảng xếp hạng PCI', [{ comparator: '<=', value: 15 }]],
  ['Thứ hạng 10 - 15/63', [{ comparator: 'between', value: 10, upper: 15, subject: 'Thứ hạng' }]],
  [
    'Chỉ số SIPAS đạt 85% trở lên, xếp hạng nhóm 20',
    [
      { comparator: '>=', value: 85, unit: '%', subject: 'Chỉ số SIPAS' },
      { comparator: '<=', value: 20, subject: 'Chỉ số SIPAS' },
    ],
  ],
  [
    '100% cơ quan, đơn vị sử dụng chữ ký số',
    [{ comparator: '=', value: 100, unit: '%', subject: 'cơ quan, đơn vị sử dụng chữ ký số' }],
  ],
  [
    '100% TTHC được công khai; 80% hồ sơ trực tuyến',
    [
      { comparator: '=', value: 100, unit: '%', subject: 'TTHC' },
      { comparator: '=', value: 80, unit: '%', subject: 'hồ sơ trực tuyến' },
    ],
  ],
  [
    'Tối thiểu 70% cấp huyện và 45% cấp xã',
    [
      { comparator: '>=', value: 70, unit: '%', scope: 'cấp huyện' },
      { comparator: '>=', value: 45, unit: '%', scope: 'cấp xã' },
    ],
  ],
  [
    'Cấp tỉnh đạt 80%, cấp huyện đạt 60%, cấp xã đạt 40%',
    [
      { comparator: '=', value: 80, unit: '%', scope: 'Cấp tỉnh' },
      { comparator: '=', value: 60, unit: '%', scope: 'cấp huyện' },
      { comparator: '=', value: 40, unit: '%', scope: 'cấp xã' },
    ],
  ],
  ['02 lần/năm', [{ comparator: 'count', value: 2, unit: 'lần/năm' }]],
  ['01 cuộc/quý', [{ comparator: 'count', value: 1, unit: 'cuộc/quý' }]],
  [
    'Mỗi quý tổ chức ít nhất 01 cuộc đối thoại',
    [{ comparator: '>=', value: 1, unit: 'cuộc đối thoại', scope: 'Mỗi quý' }],
  ],
  [
    '25 xã đạt chuẩn nông thôn mới',
    [{ comparator: 'count', value: 25, unit: 'xã', subject: 'xã đạt chuẩn nông thôn mới' }],
  ],
  [
    '02 hội nghị tập huấn; 01 hội thảo',
    [
      { comparator: 'count', value: 2, unit: 'hội nghị tập huấn' },
      { comparator: 'count', value: 1, unit: 'hội thảo' },
    ],
  ],
  ['Quyết định của UBND tỉnh', [{ comparator: 'exists', subject: 'Quyết định của UBND tỉnh' }]],
  ['Báo cáo kết quả thực hiện', [{ comparator: 'exists', subject: 'Báo cáo kết quả thực hiện' }]],
  ['Không để xảy ra tình trạng chậm trễ', [{ comparator: '=', value: 0, subject: 'tình trạng chậm trễ' }]],
  ['Không có hồ sơ quá hạn', [{ comparator: '=', value: 0, subject: 'hồ sơ quá hạn' }]],
  [
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng giảm còn 15%',
    [{ comparator: '=', value: 15, unit: '%', subject: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng' }],
  ],
  [
    'Tỷ lệ người từ 15 tuổi trở lên biết chữ đạt 98%',
    [{ comparator: '=', value: 98, unit: '%', subject: 'Tỷ lệ người từ 15 tuổi trở lên biết chữ' }],
  ],
  ['Đã đạt 97% năm 2023', []],
  [
    'Tỷ suất tử vong trẻ em dưới 1 tuổi còn 10‰',
    [{ comparator: '=', value: 10, unit: '‰', subject: 'Tỷ suất tử vong trẻ em dưới 1 tuổi' }],
  ],
  [
    '1/3 số xã trên địa bàn tỉnh',
    [{ comparator: '=', value: 0.3333333333333333, subject: 'số xã trên địa bàn tỉnh' }],
  ],
  [
    'Số bác sĩ trên 10.000 dân đạt 9 bác sĩ',
    [{ comparator: '=', value: 9, unit: 'bác sĩ', subject: 'Số bác sĩ trên 10.000 dân' }],
  ],
  [
    'Thu ngân sách trên địa bàn đạt 10.000 tỷ đồng',
    [{ comparator: '=', value: 10000, unit: 'tỷ đồng', subject: 'Thu ngân sách trên địa bàn' }],
  ],
  [
    'Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm',
    [{ comparator: '=', value: 65, unit: 'triệu đồng/người/năm', subject: 'Thu nhập bình quân đầu người' }],
  ],
  [
    'GRDP tăng 8 - 8,5%',
    [{ comparator: 'increase', value: 8, upper: 8.5, unit: '%', subject: 'GRDP', bound: 'between' }],
  ],
  [
    'Tốc độ tăng trưởng GRDP đạt 8,5%',
    [{ comparator: '=', value: 8.5, unit: '%', subject: 'Tốc độ tăng trưởng GRDP' }],
  ],
  [
    'Giải ngân vốn đầu tư công đạt trên 95% kế hoạch',
    [{ comparator: '>', value: 95, unit: '%', subject: 'Giải ngân vốn đầu tư công' }],
  ],
  ['Giảm tối đa số lượng phòng', [{ comparator: 'decrease', subject: 'số lượng phòng' }]],
  [
    'Rút ngắn ít nhất 30% thời gian giải quyết TTHC',
    [{ comparator: 'decrease', value: 30, unit: '%', subject: 'thời gian giải quyết TTHC', bound: '>=' }],
  ],
  [
    'Cắt giảm tối thiểu 20% chi phí tuân thủ',
    [{ comparator: 'decrease', value: 20, unit: '%', subject: 'chi phí tuân thủ', bound: '>=' }],
  ],
  ['Trong thời hạn 05 ngày làm việc', [{ comparator: '<=', value: 5, unit: 'ngày làm việc' }]],
  [
    'Đến hết năm 2025 đạt 80%, đến năm 2030 đạt 100%',
    [
      { comparator: '=', value: 80, unit: '%', deadline: '2025-12-31' },
      { comparator: '=', value: 100, unit: '%', deadline: '2030-12-31' },
    ],
  ],
  [
    'Phấn đấu đến 30/6/2025 hoàn thành 50% kế hoạch',
    [{ comparator: '=', value: 50, unit: '%', subject: 'kế hoạch', deadline: '2025-06-30' }],
  ],
  [
    'Khoảng 90% người dân tham gia bảo hiểm y tế',
    [{ comparator: '=', value: 90, unit: '%', approx: true, subject: 'người dân tham gia bảo hiểm y tế' }],
  ],
  [
    'Xấp xỉ 100 doanh nghiệp thành lập mới',
    [
      {
        comparator: 'count',
        value: 100,
        unit: 'doanh nghiệp',
        approx: true,
        subject: 'doanh nghiệp thành lập mới',
      },
    ],
  ],
  [
    'Tỷ lệ số hóa hồ sơ: cấp tỉnh 100%, cấp xã 90%',
    [
      { comparator: '=', value: 100, unit: '%', subject: 'Tỷ lệ số hóa hồ sơ', scope: 'cấp tỉnh' },
      { comparator: '=', value: 90, unit: '%', subject: 'Tỷ lệ số hóa hồ sơ', scope: 'cấp xã' },
    ],
  ],
  ['Trồng mới 5.000 ha rừng', [{ comparator: 'count', value: 5000, unit: 'ha', subject: 'rừng' }]],
  [
    'Hoàn thành 100% chỉ tiêu theo Nghị quyết số 76/NQ-CP ngày 15/7/2021',
    [{ comparator: '=', value: 100, unit: '%', subject: 'chỉ tiêu theo Nghị quyết số 76/NQ-CP' }],
  ],
  ['Kế hoạch số 126/KH-UBND', [{ comparator: 'exists', subject: 'Kế hoạch số 126/KH-UBND' }]],
  [
    'Cung cấp DVC mức độ 4 đạt 50%',
    [{ comparator: '=', value: 50, unit: '%', subject: 'Cung cấp DVC mức độ 4' }],
  ],
  [
    'Đề án 06 được triển khai tại 100% xã, phường',
    [{ comparator: '=', value: 100, unit: '%', subject: 'xã, phường' }],
  ],
  [
    'Xây dựng ít nhất 03 mô hình chuyển đổi số',
    [{ comparator: '>=', value: 3, unit: 'mô hình', subject: 'mô hình chuyển đổi số' }],
  ],
  [
    'Tối thiểu 50% người dân từ 15 tuổi trở lên có tài khoản định danh điện tử mức độ 2',
    [
      {
        comparator: '>=',
        value: 50,
        unit: '%',
        subject: 'người dân từ 15 tuổi trở lên có tài khoản định danh điện tử mức độ 2',
      },
    ],
  ],
  [
    'Tỷ lệ văn bản điện tử ký số đạt 100% (trừ văn bản mật)',
    [{ comparator: '=', value: 100, unit: '%', subject: 'Tỷ lệ văn bản điện tử ký số' }],
  ],
  [
    'Điểm số tăng 2 điểm so với năm 2023',
    [{ comparator: 'increase', value: 2, unit: 'điểm', subject: 'Điểm số', bound: '=', baseline: '2023' }],
  ],
  [
    'Tinh giản biên chế 5%',
    [{ comparator: 'decrease', value: 5, unit: '%', subject: 'biên chế', bound: '=' }],
  ],
  [
    'Giảm 10% biên chế hưởng lương từ ngân sách so với năm 2021',
    [
      {
        comparator: 'decrease',
        value: 10,
        unit: '%',
        subject: 'biên chế hưởng lương từ ngân sách',
        bound: '=',
        baseline: '2021',
      },
    ],
  ],
  ['Đạt từ 80 điểm trở lên', [{ comparator: '>=', value: 80, unit: 'điểm' }]],
  ['>= 90%', [{ comparator: '>=', value: 90, unit: '%' }]],
  ['≥ 85 điểm', [{ comparator: '>=', value: 85, unit: 'điểm' }]],
  ['< 5%', [{ comparator: '<', value: 5, unit: '%' }]],
  ['10 - 15%', [{ comparator: 'between', value: 10, upper: 15, unit: '%' }]],
  ['từ 80% đến 90%', [{ comparator: 'between', value: 80, upper: 90, unit: '%' }]],
  ['95', [{ comparator: '=', value: 95 }]],
  ['Từ 3 đến 5 sáng kiến', [{ comparator: 'between', value: 3, upper: 5, unit: 'sáng kiến' }]],
  ['ít nhất một sáng kiến', [{ comparator: '>=', value: 1, unit: 'sáng kiến' }]],
  ['hai lần trong năm', [{ comparator: 'count', value: 2, unit: 'lần' }]],
  ['Hoàn thành trong tháng 12/2024', []],
  ['50% trở lên số đơn vị', [{ comparator: '>=', value: 50, unit: '%', subject: 'số đơn vị' }]],
  ['không dưới 60 phút', [{ comparator: '>=', value: 60, unit: 'phút' }]],
  ['Không thấp hơn 90%', [{ comparator: '>=', value: 90, unit: '%' }]],
  [
    'tỷ lệ nghèo đa chiều giảm 3%/năm',
    [{ comparator: 'decrease', value: 3, unit: '%', subject: 'tỷ lệ nghèo đa chiều', bound: '=' }],
  ],
  ['Duy trì 100% thôn có điện', [{ comparator: '=', value: 100, unit: '%', subject: 'thôn có điện' }]],
  [
    'Số vụ tai nạn giao thông giảm trên 5% cả 3 tiêu chí',
    [{ comparator: 'decrease', value: 5, unit: '%', subject: 'Số vụ tai nạn giao thông', bound: '>' }],
  ],
  ['Tối thiểu 02 tin/tháng', [{ comparator: '>=', value: 2, unit: 'tin/tháng' }]],
  ['Tăng cường công tác tuyên truyền', []],
  [
    'Ban hành 01 Nghị quyết, 02 Quyết định',
    [
      { comparator: 'count', value: 1, unit: 'Nghị quyết' },
      { comparator: 'count', value: 2, unit: 'Quyết định' },
    ],
  ],
  [
    'Có trên 80% hồ sơ được tiếp nhận qua Cổng DVCQG',
    [{ comparator: '>', value: 80, unit: '%', subject: 'hồ sơ' }],
  ],
  [
    'Ít nhất 30% số cơ quan, đơn vị được kiểm tra',
    [{ comparator: '>=', value: 30, unit: '%', subject: 'số cơ quan, đơn vị' }],
  ],
  [
    '100% nhiệm vụ đề ra tại Kế hoạch được thực hiện hoàn thành',
    [{ comparator: '=', value: 100, unit: '%', subject: 'nhiệm vụ đề ra tại Kế hoạch' }],
  ],
  [
    'TỶ LỆ HÀI LÒNG ĐẠT TỐI THIỂU 85%',
    [{ comparator: '>=', value: 85, unit: '%', subject: 'TỶ LỆ HÀI LÒNG' }],
  ],
  [
    'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn đạt tối thiểu 95%, trong đó lĩnh vực đất đai đạt tối thiểu 90%',
    [
      { comparator: '>=', value: 95, unit: '%', subject: 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn' },
      { comparator: '>=', value: 90, unit: '%', subject: 'lĩnh vực đất đai' },
    ],
  ],
  [
    'Phấn đấu năm 2025 có 80% xã đạt chuẩn nông thôn mới, trong đó 20% xã đạt chuẩn nâng cao',
    [
      { comparator: '=', value: 80, unit: '%', subject: 'xã', deadline: '2025-12-31' },
      { comparator: '=', value: 20, unit: '%', subject: 'xã', deadline: '2025-12-31' },
    ],
  ],
  [
    'Giảm tỷ lệ hộ nghèo bình quân 1,5 - 2%/năm; riêng các huyện nghèo giảm 4 - 5%/năm',
    [
      {
        comparator: 'decrease',
        value: 1.5,
        upper: 2,
        unit: '%',
        subject: 'tỷ lệ hộ nghèo',
        bound: 'between',
      },
      { comparator: 'decrease', value: 4, upper: 5, unit: '%', subject: 'các huyện nghèo', bound: 'between' },
    ],
  ],
  [
    'Tỷ lệ bao phủ bảo hiểm y tế đạt 95,15% dân số',
    [{ comparator: '=', value: 95.15, unit: '%', subject: 'Tỷ lệ bao phủ bảo hiểm y tế' }],
  ],
  [
    'Số giường bệnh trên 10.000 dân đạt 32 giường',
    [{ comparator: '=', value: 32, unit: 'giường', subject: 'Số giường bệnh trên 10.000 dân' }],
  ],
  [
    '100% cán bộ, công chức cấp xã được bồi dưỡng kỹ năng số',
    [{ comparator: '=', value: 100, unit: '%', subject: 'cán bộ, công chức cấp xã' }],
  ],
  [
    'Tỷ lệ dân số nông thôn được sử dụng nước hợp vệ sinh đạt 98%; nước sạch đạt 60%',
    [
      {
        comparator: '=',
        value: 98,
        unit: '%',
        subject: 'Tỷ lệ dân số nông thôn được sử dụng nước hợp vệ sinh',
      },
      { comparator: '=', value: 60, unit: '%', subject: 'nước sạch' },
    ],
  ],
  [
    'Tổng thu ngân sách nhà nước trên địa bàn đạt 12.500 tỷ đồng, tăng 10% so với dự toán',
    [
      { comparator: '=', value: 12500, unit: 'tỷ đồng', subject: 'thu ngân sách nhà nước trên địa bàn' },
      {
        comparator: 'increase',
        value: 10,
        unit: '%',
        subject: 'thu ngân sách nhà nước trên địa bàn',
        bound: '=',
        baseline: 'dự toán',
      },
    ],
  ],
  [
    'Kim ngạch xuất khẩu đạt 1,5 tỷ USD',
    [{ comparator: '=', value: 1.5, unit: 'tỷ USD', subject: 'Kim ngạch xuất khẩu' }],
  ],
  ['Tạo việc làm mới cho 15.000 lao động', [{ comparator: 'count', value: 15000, unit: 'lao động' }]],
  [
    'Tỷ lệ lao động qua đào tạo đạt 65%, trong đó có bằng cấp, chứng chỉ đạt 30%',
    [
      { comparator: '=', value: 65, unit: '%', subject: 'Tỷ lệ lao động qua đào tạo' },
      { comparator: '=', value: 30, unit: '%', subject: 'bằng cấp, chứng chỉ' },
    ],
  ],
  [
    'Tỷ lệ thất nghiệp ở khu vực thành thị dưới 3%',
    [{ comparator: '<', value: 3, unit: '%', subject: 'Tỷ lệ thất nghiệp', scope: 'khu vực thành thị' }],
  ],
  [
    'Độ che phủ rừng duy trì ở mức 63%',
    [{ comparator: '=', value: 63, unit: '%', subject: 'Độ che phủ rừng' }],
  ],
  [
    'Chỉ số PCI tăng ít nhất 03 bậc so với năm 2024',
    [{ comparator: 'increase', value: 3, unit: 'bậc', subject: 'Chỉ số PCI', bound: '>=', baseline: '2024' }],
  ],
  ['Chỉ số PAPI nằm trong nhóm trung bình cao', []],
  [
    'Phấn đấu Chỉ số DTI thuộc nhóm 30 tỉnh, thành phố dẫn đầu',
    [{ comparator: '<=', value: 30, subject: 'Chỉ số DTI' }],
  ],
  ['Xếp hạng PAR INDEX từ 30 lên 25', [{ comparator: '=', value: 25, subject: 'Xếp hạng PAR INDEX' }]],
  [
    'Nâng tỷ lệ thanh toán trực tuyến từ 30% lên 50%',
    [{ comparator: '=', value: 50, unit: '%', subject: 'tỷ lệ thanh toán trực tuyến', baseline: '30%' }],
  ],
  [
    'Giảm thời gian giải quyết từ 30 ngày xuống còn 20 ngày',
    [{ comparator: '=', value: 20, unit: 'ngày', subject: 'thời gian giải quyết', baseline: '30 ngày' }],
  ],
  [
    'Giảm số đơn vị sự nghiệp công lập từ 650 xuống còn 580 đơn vị',
    [
      {
        comparator: '=',
        value: 580,
        unit: 'đơn vị',
        subject: 'số đơn vị sự nghiệp công lập',
        baseline: '650',
      },
    ],
  ],
  [
    'Rút ngắn 1/3 thời gian giải quyết',
    [{ comparator: 'decrease', value: 0.3333333333333333, subject: 'thời gian giải quyết', bound: '=' }],
  ],
  [
    'Cắt giảm 50% thời gian',
    [{ comparator: 'decrease', value: 50, unit: '%', subject: 'thời gian', bound: '=' }],
  ],
  ['Giảm ít nhất 02 đầu mối', [{ comparator: 'decrease', value: 2, unit: 'đầu mối', bound: '>=' }]],
  ['Ít nhất 01 đợt kiểm tra/năm', [{ comparator: '>=', value: 1, unit: 'đợt', subject: 'đợt kiểm tra/năm' }]],
  [
    'Kiểm tra tối thiểu 30% số xã, phường',
    [{ comparator: '>=', value: 30, unit: '%', subject: 'số xã, phường' }],
  ],
  ['Tối thiểu 01 lần/năm/đơn vị', [{ comparator: '>=', value: 1, unit: 'lần/năm/đơn vị' }]],
  [
    'Mỗi năm bồi dưỡng ít nhất 200 lượt cán bộ',
    [{ comparator: '>=', value: 200, unit: 'lượt cán bộ', scope: 'Mỗi năm' }],
  ],
  [
    'Mỗi đơn vị có ít nhất 01 sáng kiến được công nhận',
    [
      {
        comparator: '>=',
        value: 1,
        unit: 'sáng kiến',
        subject: 'sáng kiến được công nhận',
        scope: 'Mỗi đơn vị',
      },
    ],
  ],
  [
    'Thực hiện 12 chuyên mục, 24 tin bài',
    [
      { comparator: 'count', value: 12, unit: 'chuyên mục' },
      { comparator: 'count', value: 24, unit: 'tin bài' },
    ],
  ],
  [
    'Tổ chức 04 lớp tập huấn với 400 học viên',
    [
      { comparator: 'count', value: 4, unit: 'lớp tập huấn' },
      { comparator: 'count', value: 400, unit: 'học viên' },
    ],
  ],
  [
    'Phát hành 5.000 tờ rơi, 200 băng rôn',
    [
      { comparator: 'count', value: 5000, unit: 'tờ rơi' },
      { comparator: 'count', value: 200, unit: 'băng rôn' },
    ],
  ],
  ['Thành lập mới 500 doanh nghiệp', [{ comparator: 'count', value: 500, unit: 'doanh nghiệp' }]],
  ['Trên 90% văn bản', [{ comparator: '>', value: 90, unit: '%', subject: 'văn bản' }]],
  ['dưới 2 lần', [{ comparator: '<', value: 2, unit: 'lần' }]],
  ['Không quá 02 ngày làm việc', [{ comparator: '<=', value: 2, unit: 'ngày làm việc' }]],
  ['Chậm nhất 03 ngày', [{ comparator: '<=', value: 3, unit: 'ngày' }]],
  ['Trong vòng 24 giờ', [{ comparator: '<=', value: 24, unit: 'giờ' }]],
  [
    'Tỷ lệ phản ánh kiến nghị được xử lý đúng hạn đạt 100%',
    [{ comparator: '=', value: 100, unit: '%', subject: 'Tỷ lệ phản ánh kiến nghị được xử lý đúng hạn' }],
  ],
  ['Bảo đảm 100% hồ sơ được cập nhật', [{ comparator: '=', value: 100, unit: '%', subject: 'hồ sơ' }]],
  [
    'Không có khiếu nại, tố cáo kéo dài',
    [{ comparator: '=', value: 0, subject: 'khiếu nại, tố cáo kéo dài' }],
  ],
  [
    'Không còn hộ nghèo là gia đình chính sách',
    [{ comparator: '=', value: 0, subject: 'hộ nghèo là gia đình chính sách' }],
  ],
  ['Không để nợ đọng xây dựng cơ bản', [{ comparator: '=', value: 0, subject: 'nợ đọng xây dựng cơ bản' }]],
  [
    'Không phát sinh điểm nóng về an ninh trật tự',
    [{ comparator: '=', value: 0, subject: 'điểm nóng về an ninh trật tự' }],
  ],
  ['Không có cán bộ vi phạm', [{ comparator: '=', value: 0, subject: 'cán bộ vi phạm' }]],
  ['Hạn chế thấp nhất hồ sơ trễ hạn', []],
  ['Tỷ lệ hồ sơ trễ hạn dưới 2%', [{ comparator: '<', value: 2, unit: '%', subject: 'Tỷ lệ hồ sơ trễ hạn' }]],
  ['0% hồ sơ trễ hạn', [{ comparator: '=', value: 0, unit: '%', subject: 'hồ sơ trễ hạn' }]],
  ['Kế hoạch được phê duyệt', [{ comparator: 'exists', subject: 'Kế hoạch được phê duyệt' }]],
  ['Văn bản chỉ đạo của UBND tỉnh', [{ comparator: 'exists', subject: 'Văn bản chỉ đạo của UBND tỉnh' }]],
  [
    'Nghị quyết của HĐND tỉnh được ban hành',
    [{ comparator: 'exists', subject: 'Nghị quyết của HĐND tỉnh được ban hành' }],
  ],
  [
    'Hệ thống phần mềm được đưa vào vận hành',
    [{ comparator: 'exists', subject: 'Hệ thống phần mềm được đưa vào vận hành' }],
  ],
  ['Báo cáo định kỳ hàng quý', [{ comparator: 'exists', subject: 'Báo cáo định kỳ hàng quý' }]],
  ['01 báo cáo/quý', [{ comparator: 'count', value: 1, unit: 'báo cáo/quý' }]],
  ['04 báo cáo/năm', [{ comparator: 'count', value: 4, unit: 'báo cáo/năm' }]],
  [
    'Kế hoạch; Báo cáo kết quả',
    [
      { comparator: 'exists', subject: 'Kế hoạch' },
      { comparator: 'exists', subject: 'Báo cáo kết quả' },
    ],
  ],
  ['Danh mục TTHC được công bố', [{ comparator: 'exists', subject: 'Danh mục TTHC được công bố' }]],
  [
    'Các văn bản QPPL được ban hành đúng thời hạn',
    [{ comparator: 'exists', subject: 'Các văn bản QPPL được ban hành đúng thời hạn' }],
  ],
  [
    '100% văn bản QPPL được ban hành đúng trình tự, thủ tục',
    [{ comparator: '=', value: 100, unit: '%', subject: 'văn bản QPPL' }],
  ],
  [
    'Hồ sơ giải quyết đúng hạn đạt từ 98% đến 100%',
    [{ comparator: 'between', value: 98, upper: 100, unit: '%', subject: 'Hồ sơ giải quyết đúng hạn' }],
  ],
  [
    'Mức độ hài lòng đạt 85 - 90%',
    [{ comparator: 'between', value: 85, upper: 90, unit: '%', subject: 'Mức độ hài lòng' }],
  ],
  [
    'Tăng trưởng kinh tế (GRDP) đạt 9 - 10%/năm',
    [{ comparator: 'between', value: 9, upper: 10, unit: '%', subject: 'Tăng trưởng kinh tế (GRDP)' }],
  ],
  [
    'Tốc độ tăng giá trị sản xuất công nghiệp đạt 12%',
    [{ comparator: '=', value: 12, unit: '%', subject: 'Tốc độ tăng giá trị sản xuất công nghiệp' }],
  ],
  [
    'Quy mô GRDP đạt 60.000 tỷ đồng',
    [{ comparator: '=', value: 60000, unit: 'tỷ đồng', subject: 'Quy mô GRDP' }],
  ],
  [
    'Sản lượng lương thực đạt 300 nghìn tấn',
    [{ comparator: '=', value: 300, unit: 'nghìn tấn', subject: 'Sản lượng lương thực' }],
  ],
  [
    'Giảm 10% số vụ phạm tội so với cùng kỳ',
    [
      {
        comparator: 'decrease',
        value: 10,
        unit: '%',
        subject: 'số vụ phạm tội',
        bound: '=',
        baseline: 'cùng kỳ',
      },
    ],
  ],
  [
    'Số người chết do tai nạn giao thông giảm 5 - 10% so với năm trước',
    [
      {
        comparator: 'decrease',
        value: 5,
        upper: 10,
        unit: '%',
        subject: 'Số người chết do tai nạn giao thông',
        bound: 'between',
        baseline: 'năm trước',
      },
    ],
  ],
  [
    'Tỷ lệ xã đạt tiêu chí quốc gia về y tế đạt 100%',
    [{ comparator: '=', value: 100, unit: '%', subject: 'Tỷ lệ xã đạt tiêu chí quốc gia về y tế' }],
  ],
  [
    'Tuổi thọ trung bình đạt 74 tuổi',
    [{ comparator: '=', value: 74, unit: 'tuổi', subject: 'Tuổi thọ trung bình' }],
  ],
  [
    'Tỷ lệ tiêm chủng đầy đủ cho trẻ dưới 1 tuổi đạt trên 95%',
    [{ comparator: '>', value: 95, unit: '%', subject: 'Tỷ lệ tiêm chủng đầy đủ cho trẻ dưới 1 tuổi' }],
  ],
  [
    'Tỷ lệ hộ gia đình văn hóa đạt 85%; thôn, bản văn hóa đạt 75%; cơ quan văn hóa đạt 95%',
    [
      { comparator: '=', value: 85, unit: '%', subject: 'Tỷ lệ hộ gia đình văn hóa' },
      { comparator: '=', value: 75, unit: '%', subject: 'thôn, bản văn hóa' },
      { comparator: '=', value: 95, unit: '%', subject: 'cơ quan văn hóa' },
    ],
  ],
  [
    'Có ít nhất 2/3 số trường đạt chuẩn quốc gia',
    [{ comparator: '>=', value: 0.6666666666666666, subject: 'số trường' }],
  ],
  [
    'Thu hút 1,2 triệu lượt khách du lịch',
    [{ comparator: 'count', value: 1.2, unit: 'triệu lượt khách du lịch' }],
  ],
  ['Đạt 100% so với kế hoạch', [{ comparator: '=', value: 100, unit: '%' }]],
  [
    'Vượt 5% so với dự toán',
    [{ comparator: 'increase', value: 5, unit: '%', bound: '=', baseline: 'dự toán' }],
  ],
  [
    'Số hóa 100% kết quả giải quyết TTHC còn hiệu lực',
    [{ comparator: '=', value: 100, unit: '%', subject: 'kết quả giải quyết TTHC còn hiệu lực' }],
  ],
  [
    'Tái sử dụng thông tin, dữ liệu số hóa đạt tối thiểu 80%',
    [{ comparator: '>=', value: 80, unit: '%', subject: 'Tái sử dụng thông tin, dữ liệu số hóa' }],
  ],
  [
    'Tỷ lệ hồ sơ nộp trực tuyến đạt ≥ 70%',
    [{ comparator: '>=', value: 70, unit: '%', subject: 'Tỷ lệ hồ sơ nộp trực tuyến' }],
  ],
  ['Tỷ lệ >= 60%', [{ comparator: '>=', value: 60, unit: '%' }]],
  ['từ 80 - dưới 90 điểm', [{ comparator: 'between', value: 80, upper: 90, unit: 'điểm' }]],
  [
    'Điểm số đạt 92,5 điểm, xếp thứ 10',
    [
      { comparator: '=', value: 92.5, unit: 'điểm', subject: 'Điểm số' },
      { comparator: '=', value: 10, subject: 'Điểm số' },
    ],
  ],
  [
    'Phấn đấu không còn nhà tạm, nhà dột nát',
    [{ comparator: '=', value: 0, subject: 'nhà tạm, nhà dột nát' }],
  ],
  ['Tối thiểu 2 năm/lần', []],
  ['Hàng năm giảm từ 2 - 3%', [{ comparator: 'decrease', value: 2, upper: 3, unit: '%', bound: 'between' }]],
  [
    'Hằng năm có từ 80% trở lên tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ',
    [{ comparator: '>=', value: 80, unit: '%', subject: 'tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ' }],
  ],
  [
    'Tỷ lệ cán bộ nữ tham gia cấp ủy từ 15% trở lên',
    [{ comparator: '>=', value: 15, unit: '%', subject: 'Tỷ lệ cán bộ nữ tham gia cấp ủy' }],
  ],
  ['Bình quân mỗi xã đạt 15 tiêu chí', [{ comparator: '=', value: 15, unit: 'tiêu chí', scope: 'mỗi xã' }]],
  ['Bình quân đạt 17,5 tiêu chí/xã', [{ comparator: '=', value: 17.5, unit: 'tiêu chí/xã' }]],
];
