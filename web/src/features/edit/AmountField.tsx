import { Checkbox } from '@mantine/core';
import type { AmountDraft } from './draft/draft-parts.ts';
import css from './edit.module.css';
import type { FieldProps } from './fields.tsx';
import { TextField } from './fields.tsx';

interface AmountFieldProps extends FieldProps<AmountDraft> {
  readonly unit: '%' | 'hours';
  readonly placeholder?: string;
}

/** A number, or what is known of it: lowest, likely, highest. */
export function AmountField(props: AmountFieldProps) {
  const { place, label, description, value, onChange, unit, placeholder = '' } = props;
  const end = (name: 'low' | 'likely' | 'high', words: string) => (
    <TextField
      place={`${place}/${name}`}
      label={words}
      unit={unit}
      numeric
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
  return (
    <div className={css.amount}>
      {value.ranged ? (
        <fieldset className={css.set}>
          <legend>
            {label}, {unit}
          </legend>
          {description && <p className={css.quiet}>{description}</p>}
          <div className={css.three}>
            {end('low', 'At least')}
            {end('likely', 'Likely')}
            {end('high', 'At most')}
          </div>
        </fieldset>
      ) : (
        <TextField
          place={place}
          label={`${label}, ${unit}`}
          description={description}
          unit={unit}
          numeric
          placeholder={placeholder}
          value={value.point}
          onChange={(point) => onChange({ ...value, point })}
        />
      )}
      <Checkbox
        label={
          <span>
            Known only as a range<span className="only-heard"> ({label})</span>
          </span>
        }
        checked={value.ranged}
        onChange={(event) => onChange(switchRange(value, event.currentTarget.checked))}
      />
    </div>
  );
}

/** What was typed is carried over, as far as one number can stand for a range. */
function switchRange(value: AmountDraft, ranged: boolean): AmountDraft {
  if (ranged) return { ...value, ranged, likely: value.likely || value.point };
  return { ...value, ranged, point: value.point || value.likely };
}
