// Every expected "no" of the product, in one place: its HTTP status and the Vietnamese sentence that says what
// to do. A bug is an exception and never stands here. `{place}`, `{value}` … are filled from the refusal's `at`.

export const REFUSALS = {
  'not-found': { status: 404, message: 'Không tìm thấy {what}. Có thể nó đã bị xóa hoặc địa chỉ bị gõ sai.' },
  'input-invalid': { status: 400, message: 'Dữ liệu gửi lên chưa đúng ở {place}: {problem}.' },
  'rate-limited': {
    status: 429,
    message: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau {seconds} giây.',
  },
  'too-many-rows': {
    status: 422,
    message: 'Có hơn {limit} dòng, quá nhiều cho một bảng tính. Hãy chọn ít ngày hơn, hoặc xuất tệp .jsonl.',
  },
  'not-ready': { status: 503, message: 'Hệ thống đang khởi động. Hãy thử lại sau ít giây.' },
  'storage-full': {
    status: 507,
    message:
      'Đĩa của máy chủ đã đầy nên chưa lưu được gì. Hãy báo người quản trị giải phóng dung lượng rồi làm lại.',
  },
  'file-empty': { status: 422, message: 'Tệp "{file}" rỗng. Hãy chọn lại tệp kế hoạch.' },
  'file-too-large': { status: 413, message: 'Tệp "{file}" lớn hơn {limit} MB. Hãy bỏ bớt ảnh rồi thử lại.' },
  'file-kind-unknown': {
    status: 415,
    message:
      'Tệp "{file}" không phải là .docx, .xlsx, .pdf, .txt hay .tsv (xét theo nội dung tệp). Hãy lưu lại theo một trong các dạng này.',
  },
  'evidence-empty': { status: 422, message: 'Tệp "{file}" rỗng. Hãy chọn lại tệp.' },
  'evidence-kind-unknown': {
    status: 415,
    message:
      'Tệp "{file}" không phải PDF, Word (.docx), Excel (.xlsx) hay ảnh PNG, JPEG, WebP, HEIC (xét theo nội dung tệp). Hãy lưu lại theo một trong các dạng này.',
  },
  'evidence-too-large': {
    status: 413,
    message: 'Tệp "{file}" lớn hơn {limit} MB. Hãy giảm cỡ ảnh, tách tệp hoặc lưu lại ở dạng PDF gọn hơn.',
  },
  'evidence-claimed-already': {
    status: 409,
    message: 'Tệp "{file}" đã được nộp cho việc này. Không cần nộp lại.',
  },
  'evidence-same-version': {
    status: 409,
    message: 'Tệp "{file}" giống hệt bản đang có. Hãy chọn tệp đã sửa.',
  },
  'evidence-other-agency': {
    status: 422,
    message:
      'Tài liệu này của {agency}, không dùng cho việc của cơ quan khác. Hãy nộp tài liệu của cơ quan mình.',
  },
  'evidence-withdrawn-already': { status: 409, message: 'Tài liệu này đã được rút. Hãy tải lại trang.' },
  'evidence-fact-invalid': {
    status: 422,
    message: 'Ô "{fact}" ghi "{value}", không phải là một ngày. Hãy ghi lại ngày.',
  },
  'upload-offset': {
    status: 409,
    message: 'Máy chủ đã nhận {received} byte của tệp "{file}". Hãy gửi tiếp từ đó.',
  },
  'upload-incomplete': {
    status: 409,
    message: 'Tệp "{file}" mới gửi được {received} trên {size} byte. Hãy gửi nốt phần còn lại.',
  },
  'upload-other': {
    status: 409,
    message: 'Lượt gửi này thuộc một tệp khác. Hãy chọn lại tệp để gửi từ đầu.',
  },
  'file-encrypted': { status: 422, message: 'Tệp "{file}" đặt mật khẩu. Hãy bỏ mật khẩu rồi thử lại.' },
  'file-damaged': {
    status: 422,
    message: 'Tệp "{file}" bị hỏng, không mở được. Hãy mở bằng Word hoặc Excel, lưu lại rồi thử lại.',
  },
  'file-bomb': { status: 422, message: 'Tệp "{file}" khi giải nén lớn bất thường nên không được đọc.' },
  'file-old-format': {
    status: 415,
    message: 'Tệp "{file}" là dạng cũ (.doc, .xls). Hãy lưu lại thành .docx hoặc .xlsx.',
  },
  'file-macro': {
    status: 415,
    message: 'Tệp "{file}" có macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx không có macro.',
  },
  'file-encoding': {
    status: 422,
    message:
      'Tệp chữ "{file}" không dùng bảng mã Unicode (có thể là TCVN3 hoặc VNI). Hãy lưu lại bằng UTF-8 rồi thử lại.',
  },
  'pdf-scanned': {
    status: 422,
    message:
      'Tệp PDF "{file}" là bản quét, không có chữ để đọc. Hãy dùng tệp Word gốc hoặc bản PDF xuất từ Word.',
  },
  'reading-too-long': {
    status: 422,
    message: 'Đọc tệp "{file}" quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng. Hãy tách tệp nhỏ hơn.',
  },
  'no-table': { status: 422, message: 'Tệp "{file}" không có bảng nào. Kế hoạch phải có bảng nhiệm vụ.' },
  'no-plan-table': {
    status: 422,
    message:
      'Tệp "{file}" có bảng nhưng không phải bảng nhiệm vụ của kế hoạch: cần có cột nhiệm vụ và cột cơ quan chủ trì hoặc thời hạn. {problem}',
  },
  'no-rows': { status: 422, message: 'Bảng nhiệm vụ trong tệp "{file}" không có dòng nào.' },
  'import-already-confirmed': {
    status: 409,
    message: 'Bản nhập này đã được xác nhận. Hãy mở kế hoạch để xem.',
  },
  'import-already-undone': { status: 409, message: 'Bản nhập này đã được hủy.' },
  'plan-changed': {
    status: 409,
    message: 'Kế hoạch vừa được người khác sửa. Hãy tải lại trang rồi làm lại.',
  },
  'nothing-to-undo': { status: 409, message: 'Không còn thay đổi nào để hoàn tác.' },
  'task-code-missing': { status: 422, message: 'Nhiệm vụ chưa có số thứ tự. Hãy ghi số thứ tự.' },
  'task-code-taken': {
    status: 409,
    message: 'Đã có nhiệm vụ mang số "{code}" trong kế hoạch. Hãy chọn số khác.',
  },
  'parent-is-task': {
    status: 422,
    message: 'Dòng "{task}" là một nhiệm vụ, không chứa nhiệm vụ khác. Hãy chọn lĩnh vực hoặc mục.',
  },
  'area-inside': {
    status: 422,
    message: 'Lĩnh vực đứng ở cấp ngoài cùng của kế hoạch, không nằm trong mục khác.',
  },
  'import-has-later-changes': {
    status: 409,
    message:
      'Sau lần nhập này kế hoạch đã được sửa. Hãy hoàn tác các lần sửa đó trước (trang Lịch sử), rồi hủy bản nhập.',
  },
  'task-name-missing': { status: 422, message: 'Nhiệm vụ chưa có tên. Hãy ghi tên nhiệm vụ.' },
  'task-has-children': {
    status: 409,
    message: 'Mục "{task}" còn nhiệm vụ bên trong. Hãy chuyển hoặc xóa các nhiệm vụ đó trước.',
  },
  'move-into-itself': {
    status: 422,
    message: 'Không thể chuyển một mục vào chính nó hoặc vào nhiệm vụ con của nó.',
  },
  'sign-in-required': { status: 401, message: 'Phiên làm việc đã hết hoặc chưa có. Hãy đăng nhập.' },
  'session-of-another': {
    status: 409,
    message:
      'Trên máy này nay là người khác đăng nhập. Hãy tải lại trang rồi đăng nhập bằng tài khoản của bạn.',
  },
  'sign-in-wrong': {
    status: 401,
    message: 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy thử lại, hoặc dùng "Quên mật khẩu".',
  },
  'sign-in-wait': {
    status: 429,
    message: 'Sai quá nhiều lần. Hãy chờ {seconds} giây rồi thử lại, hoặc dùng "Quên mật khẩu".',
  },
  'password-wrong': { status: 403, message: 'Mật khẩu hiện tại chưa đúng. Hãy nhập lại.' },
  'password-short': {
    status: 422,
    message: 'Mật khẩu cần ít nhất {least} ký tự. Một câu ngắn dễ nhớ là tốt; không cần chữ hoa hay ký hiệu.',
  },
  'password-long': { status: 422, message: 'Mật khẩu dài quá {most} ký tự. Hãy chọn mật khẩu ngắn hơn.' },
  'password-common': {
    status: 422,
    message: 'Mật khẩu này nằm trong danh sách mật khẩu nhiều người dùng. Hãy chọn mật khẩu khác.',
  },
  'password-pattern': {
    status: 422,
    message: 'Mật khẩu chỉ lặp lại hoặc theo dãy phím liền nhau. Hãy chọn mật khẩu khác.',
  },
  'password-known': {
    status: 422,
    message: 'Mật khẩu dựa vào tên, thư điện tử của bạn hoặc tên hệ thống. Hãy chọn mật khẩu khác.',
  },
  'link-spent': {
    status: 410,
    message: 'Đường dẫn này đã dùng hoặc đã hết hạn. Hãy xin đường dẫn mới.',
  },
  'email-taken': {
    status: 409,
    message: 'Đã có người dùng với thư điện tử {email}. Hãy tìm người đó trong danh sách.',
  },
  'demo-only': {
    status: 404,
    message:
      'Chỉ bản chạy thử (--demo) mới vào vai người dùng mẫu được. Hãy đăng nhập bằng tài khoản của bạn.',
  },
  'provider-away': {
    status: 502,
    message: 'Chưa kết nối được hệ thống đăng nhập {name}. Hãy thử lại sau ít phút hoặc dùng mật khẩu.',
  },
  'code-wrong': { status: 401, message: 'Mã chưa đúng hoặc đã hết hạn. Hãy nhập mã mới nhất.' },
  reauthenticate: {
    status: 403,
    message: 'Việc này cần xác nhận lại mật khẩu. Hãy nhập mật khẩu của bạn rồi làm lại.',
  },
  'cross-site': {
    status: 403,
    message: 'Yêu cầu không đến từ trang của hệ thống nên không được nhận. Hãy mở lại trang rồi thử lại.',
  },
  'access-role': {
    status: 403,
    message: 'Chức vụ hiện tại của bạn không được {act}. Việc này dành cho: {roles}.',
  },
  'access-scope': {
    status: 403,
    message: 'Bạn chỉ được {act} trong phạm vi cơ quan của mình. Hãy nhờ người có thẩm quyền.',
  },
  'access-own-work': {
    status: 403,
    message: 'Người soạn không được {act} của chính mình. Hãy nhờ người khác duyệt.',
  },
  'access-oneself': {
    status: 403,
    message: 'Bạn không được {act} cho chính mình. Hãy nhờ người quản trị khác.',
  },
  'access-state': {
    status: 409,
    message: 'Ở trạng thái này chưa được {act}. Hãy tải lại trang để xem trạng thái mới nhất.',
  },
  'backup-file-exists': {
    status: 409,
    message: 'Đã có tệp "{file}". Hãy chọn tên khác, hoặc thêm --replace để thay tệp cũ.',
  },
  'backup-not-writable': {
    status: 422,
    message: 'Không ghi được "{file}" ({problem}). Hãy kiểm tra thư mục và quyền ghi.',
  },
  'backup-disk-full': {
    status: 507,
    message:
      'Hết chỗ trên đĩa khi ghi "{file}". Chưa có gì thay đổi. Hãy giải phóng dung lượng hoặc chọn đĩa khác rồi làm lại.',
  },
  'backup-file-shrank': {
    status: 409,
    message: 'Tệp "{file}" trong thư mục dữ liệu bị cắt ngắn trong lúc sao lưu. Hãy sao lưu lại.',
  },
  'backup-wrong-file': {
    status: 415,
    message:
      'Tệp "{file}" không phải là bản sao lưu của Đôn Đốc. Hãy chọn tệp do lệnh "don-doc backup" tạo ra.',
  },
  'backup-damaged': {
    status: 422,
    message: 'Bản sao lưu "{file}" bị hỏng ở phần "{member}". Hãy dùng một bản sao lưu khác.',
  },
  'backup-too-new': {
    status: 409,
    message:
      'Bản sao lưu "{file}" ở phiên bản {held}, mới hơn chương trình ({known}). Hãy cài bản chương trình mới hơn rồi khôi phục.',
  },
  'backup-other-schema': {
    status: 409,
    message:
      'Bản sao lưu "{file}" dùng tệp nâng cấp {name} khác với chương trình này. Hãy khôi phục bằng đúng bản chương trình đã tạo ra nó.',
  },
  'database-unreachable': {
    status: 503,
    message:
      'Không làm việc được với cơ sở dữ liệu: {problem}. Hãy kiểm tra rằng nó đang chạy và DATABASE_URL đúng, rồi làm lại.',
  },
  'restore-not-empty': {
    status: 409,
    message:
      'Chỉ khôi phục vào nơi còn trống, nhưng {place} đã có {found}. Hãy chọn nơi khác hoặc dời dữ liệu cũ đi trước.',
  },
  'restore-unequal': {
    status: 422,
    message:
      'Sau khi khôi phục, "{member}" khác với bản sao lưu nên không có gì được giữ lại. Hãy thử lại; nếu vẫn vậy, hãy dùng một bản sao lưu khác.',
  },
  'restore-mount': {
    status: 422,
    message:
      'Thư mục {folder} là điểm gắn của một đĩa nên không thể được thay trong một bước. Hãy đặt DON_DOC_DATA sang một thư mục con của nó.',
  },
  'person-disabled': { status: 409, message: 'Tài khoản của {name} đang bị khóa. Hãy chọn người khác.' },
  'person-enabled-already': { status: 409, message: 'Tài khoản của {name} đang mở. Hãy tải lại trang.' },
  'person-disabled-already': { status: 409, message: 'Tài khoản của {name} đã bị khóa. Hãy tải lại trang.' },
  'person-name-missing': { status: 422, message: 'Chưa có họ và tên. Hãy ghi họ và tên.' },
  'last-administrator': {
    status: 409,
    message: 'Hiện chỉ còn {name} làm quản trị. Hãy trao chức vụ quản trị cho người khác trước.',
  },
  'post-days-reversed': { status: 422, message: 'Ngày kết thúc trước ngày bắt đầu. Hãy sửa lại ngày.' },
  'post-title-missing': { status: 422, message: 'Chưa có tên chức vụ. Hãy ghi chức vụ.' },
  'post-agency-away': {
    status: 422,
    message:
      'Cơ quan {agency} không hoạt động suốt thời gian này ({days}). Hãy sửa ngày hoặc chọn cơ quan khác.',
  },
  'post-roles-incompatible': {
    status: 409,
    message:
      'Một người không vừa là "{role}" vừa là "{other}" trong cùng thời gian. Hãy kết thúc chức vụ kia hoặc chọn người khác.',
  },
  'post-held-already': {
    status: 409,
    message: 'Người này đã giữ vai trò "{role}" ở {agency} trong thời gian đó. Hãy sửa ngày.',
  },
  'post-ended-already': { status: 409, message: 'Chức vụ này đã kết thúc ngày {day}. Hãy tải lại trang.' },
  'post-end-before-start': {
    status: 422,
    message: 'Chức vụ bắt đầu ngày {day}, không thể kết thúc trước đó quá một ngày. Hãy sửa ngày.',
  },
  'delegation-to-oneself': {
    status: 422,
    message: 'Không thể ủy quyền cho chính người ủy quyền. Hãy chọn người khác.',
  },
  'delegation-outside-post': {
    status: 422,
    message: 'Chức vụ được giữ {days}; ủy quyền phải nằm trong thời gian đó. Hãy sửa ngày.',
  },
  'delegation-too-long': {
    status: 422,
    message: 'Ủy quyền dài {days} ngày, nhiều nhất là {most}. Vắng lâu hơn thì bàn giao chức vụ.',
  },
  'delegation-past': {
    status: 422,
    message: 'Không ủy quyền cho ngày đã qua. Hãy bắt đầu từ hôm nay hoặc sau đó.',
  },
  'delegation-overlap': {
    status: 409,
    message: 'Chức vụ này đã ủy quyền cho {name} {days}. Hãy thu hồi trước hoặc chọn ngày khác.',
  },
  'delegation-chain': {
    status: 403,
    message: 'Người được ủy quyền không ủy quyền tiếp. Hãy nhờ người giữ chức vụ.',
  },
  'delegation-ended-already': {
    status: 409,
    message: 'Ủy quyền này đã hết hoặc đã thu hồi. Hãy tải lại trang.',
  },
  'handover-to-oneself': { status: 422, message: 'Không thể bàn giao cho chính mình. Hãy chọn người khác.' },
  'handover-receiver-outside': {
    status: 422,
    message:
      'Sau ngày {day}, {name} không giữ chức vụ nào ở {agency}. Hãy trao chức vụ trước hoặc chọn người khác.',
  },
  'handover-receiver-role': {
    status: 422,
    message:
      'Vai trò của {name} không được {act} nên không nhận bàn giao được. Hãy chọn người có vai trò "{roles}".',
  },
  'handover-list-changed': {
    status: 409,
    message: 'Danh sách bàn giao vừa thay đổi. Hãy xem lại danh sách rồi xác nhận.',
  },
  'holder-outside': {
    status: 422,
    message: 'Hiện {name} không giữ chức vụ nào ở {agency}. Hãy chọn người của cơ quan.',
  },
  'invitation-accepted-already': {
    status: 409,
    message: 'Người được mời ({name}) đã nhận lời mời và có tài khoản. Hãy tải lại trang.',
  },
  'invitation-withdrawn': { status: 409, message: 'Lời mời này đã được rút lại. Hãy gửi lời mời mới.' },
  'calendar-notice-empty': {
    status: 422,
    message: 'Thông báo chưa nêu ngày nào. Hãy thêm ít nhất một ngày nghỉ hoặc ngày làm bù.',
  },
  'calendar-notice-idle': {
    status: 422,
    message:
      'Thông báo không đổi gì: {days} vốn đã như vậy trong lịch. Hãy kiểm tra lại ngày và cách áp dụng.',
  },
  'calendar-notice-future': {
    status: 422,
    message: 'Ngày văn bản {day} sau hôm nay ({today}). Hãy kiểm tra lại ngày văn bản.',
  },
  'calendar-withdrawal-stands': {
    status: 422,
    message: 'Không thu hồi được một lần thu hồi. Hãy ghi lại thông báo với các ngày đúng.',
  },
  'calendar-notice-withdrawn': {
    status: 409,
    message: 'Thông báo này đã được thu hồi. Hãy tải lại trang để xem lịch hiện tại.',
  },
  'calendar-day-twice': {
    status: 422,
    message: 'Ngày {day} được nêu hai lần. Hãy để lại một dòng.',
  },
  'calendar-day-outside': {
    status: 422,
    message: 'Ngày {day} nằm ngoài lịch ({first} đến {last}). Hãy kiểm tra lại năm.',
  },
  'schedule-changed': {
    status: 409,
    message:
      'Đề xuất "{label}" của nhiệm vụ {task} không còn như bạn thấy. Hãy tải lại trang để xem đề xuất hiện tại.',
  },
  'schedule-reason-missing': {
    status: 422,
    message: 'Ngày khác với ngày đề xuất cho "{label}" cần có lý do. Hãy ghi lý do.',
  },
  'schedule-day-unreal': {
    status: 422,
    message: 'Ngày {day} không có thật hoặc nằm ngoài lịch. Hãy ghi lại ngày.',
  },
  'schedule-before-issue': {
    status: 422,
    message: 'Ngày {day} trước ngày ban hành kế hoạch ({issued}). Hãy chọn ngày muộn hơn.',
  },
  'schedule-after-whole': {
    status: 422,
    message:
      'Ngày {day} sau thời hạn của cả nhiệm vụ ({end}). Hãy chọn ngày sớm hơn, hoặc sửa thời hạn của nhiệm vụ.',
  },
  'schedule-of-document': {
    status: 409,
    message: 'Ngày của "{label}" theo lời văn của kế hoạch. Hãy sửa thời hạn của nhiệm vụ để đổi.',
  },
  'schedule-day-missing': { status: 422, message: 'Chưa có ngày. Hãy nhập ngày cuối cùng còn đúng hạn.' },
  'schedule-no-event': {
    status: 422,
    message: 'Lời văn của mốc này không tính từ ngày của một sự kiện. Hãy nhập ngày cuối cùng còn đúng hạn.',
  },
  'schedule-label-missing': { status: 422, message: 'Mốc chưa có tên. Hãy ghi tên mốc.' },
  'schedule-label-taken': {
    status: 409,
    message: 'Nhiệm vụ đã có mốc "{label}". Hãy đặt tên khác, hoặc sửa mốc đó.',
  },
  'schedule-finished': {
    status: 409,
    message: 'Đã có {n} phần việc hoàn thành "{label}". Hãy giữ mốc này, hoặc mở lại các phần việc đó trước.',
  },
  'work-state': {
    status: 409,
    message: 'Việc này đang "{state}" nên không thể {deed}. Hãy tải lại trang để xem trạng thái hiện tại.',
  },
  'work-changed': {
    status: 409,
    message:
      'Người khác vừa cập nhật việc này ({n} lần). Hãy xem nội dung mới bên cạnh nội dung của bạn rồi chọn.',
  },
  'work-act-reused': {
    status: 409,
    message: 'Lần gửi này trùng mã với một lần gửi khác nội dung. Hãy tải lại trang rồi làm lại.',
  },
  'work-retired': {
    status: 409,
    message: 'Kế hoạch không còn yêu cầu việc này. Hãy tải lại trang để xem việc hiện tại.',
  },
  'work-day-ahead': { status: 422, message: 'Ngày {day} chưa đến. Hãy ghi ngày hôm nay hoặc trước đó.' },
  'work-next-day-past': {
    status: 422,
    message: 'Ngày báo tiếp {day} phải sau ngày báo cáo. Hãy chọn ngày khác.',
  },
  'work-asked-already': {
    status: 409,
    message: 'Đã có một đề nghị đang chờ quyết định. Hãy chờ trả lời, hoặc trao đổi với người duyệt.',
  },
  'work-nothing-asked': { status: 409, message: 'Không có đề nghị nào đang chờ. Hãy tải lại trang.' },
  'work-extension-not-later': {
    status: 422,
    message: 'Ngày {day} không sau thời hạn hiện tại. Hãy chọn ngày muộn hơn.',
  },
  'work-extension-far': {
    status: 422,
    message: 'Ngày {day} muộn hơn {years} năm nữa. Hãy xem lại năm đã ghi.',
  },
  'work-blocked-by-itself': {
    status: 422,
    message: 'Việc không thể chờ chính nó. Hãy chọn việc hoặc cơ quan khác.',
  },
  'work-blocker-unknown': {
    status: 422,
    message: 'Không tìm thấy việc hoặc cơ quan đang chờ. Hãy chọn lại, hoặc chỉ ghi bằng lời.',
  },
  'mention-outside': {
    status: 422,
    message:
      'Không nhắc được {name} vì không có phần trong nhiệm vụ này. Hãy bỏ nhắc tên, hoặc trao đổi với chủ trì kế hoạch.',
  },
  'table-empty': {
    status: 422,
    message: 'Không thấy dòng nào của bảng. Hãy dán bảng từ Excel (kèm dòng tiêu đề), hoặc chọn tệp có bảng.',
  },
  'table-column-missing': {
    status: 422,
    message: 'Bảng thiếu cột "{column}". Hãy thêm cột hoặc dán theo đúng thứ tự mẫu.',
  },
  'table-too-long': {
    status: 422,
    message: 'Bảng có {rows} dòng, nhiều nhất là {most}. Hãy chia làm nhiều lần.',
  },
  'table-cell-unread': { status: 422, message: 'Dòng {row}, cột "{column}": {problem}' },
  'table-changed': {
    status: 409,
    message: 'Danh sách người dùng vừa thay đổi. Hãy xem lại bảng rồi xác nhận.',
  },
  'reform-changed': {
    status: 409,
    message: 'Phương án vừa được người khác thay đổi. Hãy tải lại trang rồi làm lại.',
  },
  'reform-empty': {
    status: 422,
    message: 'Phương án chưa có sự kiện nào. Hãy thêm sự kiện hoặc nhập bảng đơn vị cũ → đơn vị mới.',
  },
  'reform-owner-missing': {
    status: 422,
    message:
      'Chưa chọn nơi nhận cho {count} mục của "{agency}", ví dụ: {item}. Hãy chọn cơ quan nhận, hoặc đóng lại.',
  },
  'reform-owner-ended': {
    status: 422,
    message:
      'Nơi nhận "{owner}" cho phần việc của "{agency}" không tồn tại vào ngày {day}. Hãy chọn cơ quan khác.',
  },
  'reform-has-later': {
    status: 409,
    message:
      'Không đảo lại được vì sau khi thực hiện đã có: {what}. Hãy xử lý việc đó trước, rồi đảo lại phương án.',
  },
  'table-headers': {
    status: 422,
    message: 'Bảng thiếu cột "{column}". Dòng tiêu đề cần có "Đơn vị cũ" và "Đơn vị mới"; đã thấy: {found}.',
  },
  'progress-table-row': {
    status: 409,
    message: 'Việc {work}: {problem} Chưa có dòng nào được lưu; hãy đọc lại bảng.',
  },
  'progress-table-headers': {
    status: 422,
    message:
      'Không thấy dòng tiêu đề của bảng tiến độ. Bảng cần cột "Kết quả thực hiện" cùng "TT" hoặc "Nhiệm vụ"; đã thấy: {found}.',
  },
  'history-agency-missing': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): không có cơ quan "{agency}". Hãy chọn cơ quan có trong danh mục, hoặc thành lập trước.',
  },
  'history-agency-ended': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): "{agency}" đã kết thúc hoạt động từ sau ngày {ended}. Hãy chọn cơ quan kế thừa, hoặc sửa ngày hiệu lực.',
  },
  'history-before-founding': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): "{agency}" đến {founded} mới thành lập. Hãy sửa ngày hiệu lực cho sau ngày đó.',
  },
  'history-id-taken': {
    status: 422,
    message: 'Sự kiện "{event}" ({day}): mã "{id}" của "{agency}" đã là của "{held}". Hãy dùng mã khác.',
  },
  'history-heir-missing': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): cơ quan tiếp nhận "{agency}" không tồn tại vào ngày này. Hãy chọn cơ quan khác, hoặc thành lập nó cùng ngày.',
  },
  'history-parent-missing': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): cơ quan cấp trên "{parent}" của "{agency}" không tồn tại vào ngày này. Hãy chọn cơ quan cấp trên khác.',
  },
  'history-parent-circle': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): "{agency}" sẽ trực thuộc chính nó theo vòng tròn. Hãy chọn cơ quan cấp trên khác.',
  },
  'history-orphan': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): "{agency}" trực thuộc "{parent}" sẽ không còn cơ quan cấp trên. Hãy thêm sự kiện chuyển nó về cơ quan khác.',
  },
  'history-own-heir': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}): một cơ quan không thể kế thừa chính nó. Hãy bỏ nó khỏi danh sách tiếp nhận.',
  },
  'history-event-empty': {
    status: 422,
    message:
      'Sự kiện "{event}" ({day}) không làm thay đổi cơ quan nào. Hãy chọn ít nhất một cơ quan, hoặc xóa sự kiện.',
  },
  'history-twice': {
    status: 422,
    message: 'Sự kiện "{event}" ({day}) trùng việc với một sự kiện khác cùng ngày. Hãy giữ lại một.',
  },
  'history-event-twice': {
    status: 422,
    message: 'Sự kiện "{event}" có hai lần với cùng một mã. Hãy xóa một.',
  },
  'outbox-file-large': {
    status: 413,
    message:
      'Tệp "{file}" lớn hơn {mb} MB nên không giữ chờ gửi được khi mất mạng. Hãy chọn tệp nhỏ hơn, hoặc gắn khi có mạng.',
  },
  'outbox-full': {
    status: 413,
    message:
      'Hộp chờ gửi đã gần đầy ({mb} MB) nên không giữ thêm "{file}" được. Hãy chờ có mạng để gửi bớt, hoặc bỏ tệp không cần.',
  },
  'history-day-unknown': {
    status: 422,
    message: 'Sự kiện "{event}": ngày hiệu lực "{day}" không có thật. Hãy ghi lại ngày.',
  },
  'notice-rule-days': {
    status: 422,
    message: 'Quy tắc "{rule}": số ngày làm việc phải là số nguyên từ {least} đến {most}. Hãy ghi lại.',
  },
  'notice-rule-recipients': {
    status: 422,
    message: 'Quy tắc "{rule}" chưa có người nhận, hoặc người nhận không hợp với quy tắc. Hãy chọn lại.',
  },
  'notice-rule-order': {
    status: 422,
    message:
      'Các lần nhắc phải theo thứ tự và khác ngày nhau: trước hạn lần sau gần hạn hơn lần trước, quá hạn lần sau xa hơn. Hãy sửa số ngày.',
  },
  'letter-empty': {
    status: 422,
    message: 'Không có nhiệm vụ quá hạn nào để đôn đốc. Hãy chọn ít nhất một cơ quan còn nhiệm vụ quá hạn.',
  },
  'letter-work-done': {
    status: 409,
    message: 'Việc "{work}" của "{agency}" không còn quá hạn. Hãy bỏ việc này khỏi công văn rồi xem lại.',
  },
  'letter-number-taken': {
    status: 409,
    message: 'Số {number} năm {year} không dùng được: sổ đã đến số {last}. Hãy lấy số {next} hoặc lớn hơn.',
  },
  'letter-symbol': {
    status: 422,
    message:
      'Ký hiệu "{symbol}" chưa đúng. Hãy ghi chữ in hoa, gạch nối và không có khoảng trắng, ví dụ SNV-CCHC.',
  },
  'letter-signer-missing': {
    status: 422,
    message: 'Công văn chưa có người ký. Hãy ghi chức vụ và họ tên người ký.',
  },
  'letter-recipients-missing': {
    status: 422,
    message: 'Công văn chưa có nơi nhận. Hãy ghi ít nhất một dòng.',
  },
  'letter-ask-by-past': {
    status: 422,
    message: 'Ngày yêu cầu hoàn thành phải sau ngày ban hành. Hãy chọn ngày khác.',
  },
  'letter-withdrawn': {
    status: 409,
    message: 'Công văn này đã được thu hồi từ trước. Hãy tải lại trang.',
  },
  'letter-reason-missing': {
    status: 422,
    message: 'Chưa ghi lý do thu hồi công văn. Hãy ghi lý do; số đã lấy vẫn được giữ trong sổ.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** One expected "no": its code and the particulars its sentence needs (file, place, value …). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly at: Readonly<Record<string, string | number>>;
}

export function refusal(code: RefusalCode, at: Readonly<Record<string, string | number>> = {}): Refusal {
  return { code, at };
}

/** The Vietnamese sentence of a refusal, particulars filled in. */
export function refusalSentence({ code, at }: Refusal): string {
  return REFUSALS[code].message.replace(/\{(\w+)\}/g, (_, key: string) => String(at[key] ?? '')).trim();
}
