import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExportMenu } from './ExportMenu.tsx';

const files: Blob[] = [];
beforeEach(() => {
  files.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    files.push(blob as Blob);
    return 'blob:test';
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const rows = ({ contacts }: { contacts: boolean }) => (contacts ? 'name,ada@example.org' : 'name');

function open(canShowContacts = true) {
  render(
    <MantineProvider env="test">
      <ExportMenu
        title="NHS 111"
        rows={rows}
        canShowContacts={canShowContacts}
        link={() => 'https://example.org/?stop=advanced'}
      />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Export/ }));
}

test('contacts stay in unless they are ticked', async () => {
  open();
  fireEvent.click(await screen.findByRole('menuitem', { name: 'CSV of the rows shown' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(await files[0]?.text()).toBe('name');
});

test('ticked contacts leave with the table', async () => {
  open();
  const tick = await screen.findByRole('menuitemcheckbox', { name: /contacts/ });
  fireEvent.click(tick);
  expect(tick.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('menuitem', { name: 'CSV of the rows shown' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(await files[0]?.text()).toBe('name,ada@example.org');
});

test('without a picture on screen no picture is offered', async () => {
  open();
  await screen.findByRole('menuitem', { name: 'Copy link' });
  expect(screen.queryByRole('menuitem', { name: 'PNG' })).toBeNull();
});

test('where nothing shows contacts no tick is offered', async () => {
  open(false);
  await screen.findByRole('menuitem', { name: 'Copy link' });
  expect(screen.queryByRole('menuitemcheckbox')).toBeNull();
});
