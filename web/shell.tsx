import { AppShell, Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { paths } from './paths.ts';

/** What stands around every page. */
export function Shell() {
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <a className="skip" href="#noi-dung">
        Bỏ qua đến nội dung
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="lg" wrap="nowrap">
          <Text fw={600}>Đôn Đốc</Text>
          <Group component="nav" gap="md" aria-label="Chính" wrap="nowrap">
            <Link to={paths.plans()}>Kế hoạch</Link>
            <Link to={paths.upload()}>Nhập văn bản</Link>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="noi-dung" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
