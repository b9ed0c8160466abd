import { Menu } from '@mantine/core';
import type { SampleSummary } from '@msp-impact/contract';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { MenuGroup } from '../../ui/MenuGroup.tsx';
import { TEMPLATES } from './DataFiles.tsx';
import { LoadSampleDialog } from './LoadSampleDialog.tsx';

interface DataMenuProps {
  /** Opens the Data screen, where lists are brought in and changes are listed. */
  readonly onOpenData: () => void;
  readonly onSampleLoaded?: (sample: SampleSummary) => void;
  readonly className?: string | undefined;
  /** On the button: which data this is. */
  readonly children: ReactNode;
}

/** Samples, the way to one's own list, and what is here as files: from any screen. */
export function DataMenu(props: DataMenuProps) {
  const { onOpenData, onSampleLoaded, className, children } = props;
  const [asked, setAsked] = useState<SampleSummary>();
  const samples = useAnswer('samples', {}, async () => ({
    ...(await api.samples()),
    revision: undefined,
  }));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={className}>
            {children}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOpenData}>Bring in my own list</Menu.Item>
          <MenuGroup title="Samples">
            {samples.data?.samples.map((sample) => (
              <Menu.Item key={sample.id} onClick={() => setAsked(sample)}>
                {sample.title}
              </Menu.Item>
            ))}
          </MenuGroup>
          <MenuGroup title="Files">
            <Menu.Item component="a" href={api.exportAddress('document')} download>
              Graph document, contacts too
            </Menu.Item>
            {TEMPLATES.map(({ name }) => (
              <Menu.Item key={name} component="a" href={api.templateAddress(name)} download={name}>
                Template {name}
              </Menu.Item>
            ))}
          </MenuGroup>
        </Menu.Dropdown>
      </Menu>
      <LoadSampleDialog
        sample={asked}
        onClose={() => setAsked(undefined)}
        onLoaded={onSampleLoaded}
      />
    </>
  );
}
