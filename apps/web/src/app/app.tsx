import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { theme } from './theme.js';

/** Toasts come after the first page: none is shown before someone has acted. */
const Toasts = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Suspense>
          <Toasts position="bottom-right" />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
