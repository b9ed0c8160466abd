import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { LINK_COPIED } from '../../ui/copy.ts';
import { fileName, saveFile } from '../../ui/download.ts';
import { MenuGroup } from '../../ui/MenuGroup.tsx';
import { errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';

/** Contacts leave only when this is true. */
interface Leave {
  readonly contacts: boolean;
}

export interface ExportMenuProps {
  /** What the files are called after, e.g. the graph's name. */
  readonly title: string;
  /** The picture that is on screen; left out where none is drawn (table view). */
  readonly picture?:
    | {
        readonly png: (leave: Leave) => Promise<Blob>;
        readonly svg: (leave: Leave) => string | Promise<string>;
      }
    | undefined;
  /** CSV of exactly the rows that are shown (ui/csv.ts writes it); left out where there are none. */
  readonly rows?: ((leave: Leave) => string | Promise<string>) | undefined;
  /** The picture or the rows can show the owners' contacts: then a tick is offered, off at first. */
  readonly canShowContacts?: boolean;
  /** The whole address of this view. */
  readonly link: () => string;
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) =>
    sayProblem(`${what} was not made. ${errorSentence(error)}`),
  );
}

/** Takes the view away: picture, rows, data, link. */
export function ExportMenu(props: ExportMenuProps) {
  const { title, picture, rows, canShowContacts = false, link } = props;
  const [contacts, setContacts] = useState(false);
  const leave = { contacts };
  const save = (what: string, ending: string, type: string, make: () => Promise<Blob | string>) =>
    void attempt(what, async () => saveFile(`${fileName(title)}.${ending}`, await make(), type));
  const copy = () =>
    void attempt('The link', async () => {
      await navigator.clipboard.writeText(link());
      sayDone(LINK_COPIED);
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">Export ▾</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {picture && (
          <MenuGroup title="Picture">
            <Menu.Item
              onClick={() => save('The picture', 'png', 'image/png', () => picture.png(leave))}
            >
              PNG
            </Menu.Item>
            <Menu.Item
              onClick={() =>
                save('The picture', 'svg', 'image/svg+xml', async () => picture.svg(leave))
              }
            >
              SVG
            </Menu.Item>
          </MenuGroup>
        )}
        {rows && (
          <MenuGroup title="Table">
            <Menu.Item
              onClick={() => save('The table', 'csv', 'text/csv', async () => rows(leave))}
            >
              CSV of the rows shown
            </Menu.Item>
          </MenuGroup>
        )}
        {canShowContacts && (picture || rows) && (
          <Menu.CheckboxItem
            checked={contacts}
            onChange={setContacts}
            closeMenuOnClick={false}
            checkIcon={null}
            rightSection={<span aria-hidden="true">{contacts ? '☑' : '☐'}</span>}
          >
            With the owners’ contacts
          </Menu.CheckboxItem>
        )}
        <MenuGroup title="Data">
          <Menu.Item component="a" href={api.exportAddress('document')} download>
            Graph document, contacts too
          </Menu.Item>
        </MenuGroup>
        <MenuGroup title="Share">
          <Menu.Item onClick={copy}>Copy link</Menu.Item>
        </MenuGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
