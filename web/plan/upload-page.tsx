import { Alert, Button, Card, FileInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, explainFailure } from '../api.ts';
import { paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';

const STATES: Readonly<Record<string, string>> = {
  draft: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  undone: 'Đã hủy',
};

export function UploadPage() {
  const navigate = useNavigate();
  const upload = useMutation({
    mutationFn: (file: File) => api.plan.import.create({ file }),
    onSuccess: ({ importId }) => navigate({ to: paths.import(importId) }),
  });
  const imports = useQuery({ queryKey: ['imports'], queryFn: () => api.plan.import.list() });
  return (
    <Page title="Nhập văn bản kế hoạch">
      <Card
        withBorder
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file !== undefined) upload.mutate(file);
        }}
      >
        <Stack gap="sm">
          <Text>
            Thả tệp kế hoạch vào đây, hoặc chọn tệp. Nhận .docx, .xlsx, .pdf có chữ, .txt, .tsv, tối đa 25 MB.
          </Text>
          <FileInput
            label="Tệp kế hoạch"
            placeholder="Chọn tệp"
            accept=".docx,.xlsx,.pdf,.txt,.tsv"
            onChange={(file) => file !== null && upload.mutate(file)}
          />
          {upload.isPending ? <Text role="status">Đang đọc văn bản …</Text> : null}
          {upload.isError ? (
            <Alert color="red" title="Không nhận được tệp" role="alert">
              {explainFailure(upload.error)}
            </Alert>
          ) : null}
        </Stack>
      </Card>
      {(imports.data ?? []).length === 0 ? null : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">Tệp đã nhập</th>
              <th scope="col">Kế hoạch</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {imports.data?.map((held) => (
              <tr key={held.id}>
                <td>
                  <Link to={paths.import(held.id)}>{held.fileName}</Link>
                </td>
                <td>{held.title}</td>
                <td data-label="Tình trạng">{STATES[held.state] ?? held.state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button component="a" variant="subtle" href={paths.plans()} w="fit-content">
        Về danh sách kế hoạch
      </Button>
    </Page>
  );
}
