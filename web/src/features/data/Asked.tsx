import { NumberInput, Radio, Stack } from '@mantine/core';
import type { SheetProps } from './Sheets.tsx';

const DEFAULT_PERCENT = 50;

/** What only a person can say of a file, asked once. */
export function Asked({ sheet, options, onOptions }: SheetProps) {
  return (
    <>
      {sheet.asks.includes('valueBasis') && (
        <Radio.Group
          label="The values of this file are"
          description="Totals and values a year are never added together."
          value={options.valueBasis ?? ''}
          onChange={(basis) => onOptions({ ...options, valueBasis: basis as 'total' | 'annual' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="total" label="for the whole time of the contract" />
            <Radio value="annual" label="for a year" />
          </Stack>
        </Radio.Group>
      )}
      {sheet.asks.includes('minimumLevel') && (
        <NumberInput
          label="The lowest level that is tolerated meanwhile, in percent"
          description="The file says for how long a disruption is tolerable, not how low things may fall. 50 is an assumption, and is marked as one."
          value={(options.minimumLevel ?? DEFAULT_PERCENT / 100) * 100}
          min={0}
          max={100}
          clampBehavior="strict"
          onChange={(percent) => {
            if (typeof percent === 'number')
              onOptions({ ...options, minimumLevel: Number((percent / 100).toFixed(4)) });
          }}
        />
      )}
    </>
  );
}
