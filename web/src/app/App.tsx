import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RevisionWatch } from '../api/Connection.tsx';
import { createQueryClient } from '../api/query-client.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { Frame } from './Frame.tsx';

/** Everything that the screens share: theme, answers, messages, and the frame around them. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RevisionWatch />
        <Frame />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
