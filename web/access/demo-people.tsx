import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Failure, Loaded } from '../ui/state.tsx';
import { formatAccessRole } from './role-words.ts';

/** The invented people of a demonstration, one for each role, entered with one click. */
export function DemoPeople({ onIn }: { readonly onIn: () => unknown }) {
  const people = useQuery({ queryKey: ['demo'], queryFn: () => api.demo.people() });
  const enter = useMutation({
    mutationFn: (personId: string) => api.demo.signIn({ personId }),
    onSuccess: onIn,
  });
  return (
    <section aria-labelledby="nguoi-mau" className="demo-people">
      <Stack gap="xs">
        <Text id="nguoi-mau" fw={600} component="h2" size="md">
          {t('Xem thử với vai')}
        </Text>
        {enter.error === null ? null : (
          <Failure title={t('Chưa đăng nhập được')} sentences={explainFailure(enter.error)} />
        )}
        <Loaded query={people}>
          {(found) =>
            found.map((person) => (
              <Button
                key={person.id}
                variant="default"
                justify="flex-start"
                className="demo-person"
                disabled={enter.isPending}
                onClick={() => enter.mutate(person.id)}
              >
                <span>
                  <span className="demo-role">{formatAccessRole(person.role)}</span>
                  <span className="small dim">
                    {person.name} · {person.title}, {person.agencyName}
                  </span>
                </span>
              </Button>
            ))
          }
        </Loaded>
      </Stack>
    </section>
  );
}
