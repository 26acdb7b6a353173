import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './ui/mantine.css';
import './main.css';
import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findStoredLocale, updateLocale } from './i18n/translate.ts';
import { isOpenToAnybody } from './paths.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { askForSession } from './session.tsx';
import { registerServiceWorker } from './task/offline/register-service-worker.ts';
import { resolveVariables, theme } from './ui/theme.ts';

/** Every sentence is looked up while rendering, so another language draws the pages anew. */
function Pages() {
  const { i18n: language } = useLingui();
  return <RouterProvider key={language.locale} router={router} />;
}

if (!isOpenToAnybody(location.pathname)) askForSession();
const stored = findStoredLocale();
if (stored !== 'vi') await updateLocale(stored);
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={resolveVariables}>
        <QueryClientProvider client={queries}>
          <I18nProvider i18n={i18n}>
            <Pages />
          </I18nProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
registerServiceWorker();
