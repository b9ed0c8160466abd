/** Fields of a form: each names its place, shows the fault found there, and is labelled by it. */
import { NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useFault } from './faults-context.ts';

export interface FieldProps<V> {
  /** JSON pointer inside the item: where faults of this field are found. */
  readonly place: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** Only heard: where what stands beside the field says it. */
  readonly hideLabel?: boolean;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

const labelled = (label: string, hide = false) => (hide ? { 'aria-label': label } : { label });

interface TextFieldProps extends FieldProps<string> {
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** Stands inside the field, at its right: "%", "hours". */
  readonly unit?: string | undefined;
  readonly numeric?: boolean;
  readonly type?: 'text' | 'date' | 'url';
}

export function TextField(props: TextFieldProps) {
  const { place, label, description, value, onChange, unit, numeric, required = false } = props;
  return (
    <TextInput
      data-place={place}
      {...labelled(label, props.hideLabel)}
      description={description}
      value={value}
      error={useFault(place)}
      withAsterisk={required}
      aria-required={required}
      readOnly={props.readOnly ?? false}
      placeholder={props.placeholder ?? ''}
      type={props.type ?? 'text'}
      autoComplete="off"
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      {...(unit
        ? { rightSection: <Unit text={unit} />, rightSectionWidth: unit.length * 8 + 14 }
        : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Unit({ text }: { readonly text: string }) {
  return (
    <span aria-hidden="true" style={{ color: 'var(--text-2)' }}>
      {text}
    </span>
  );
}

export function LongTextField(props: FieldProps<string> & { readonly required?: boolean }) {
  return (
    <Textarea
      data-place={props.place}
      label={props.label}
      description={props.description}
      value={props.value}
      rows={2}
      error={useFault(props.place)}
      withAsterisk={props.required ?? false}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** The unit is read out with the label, because a screen reader skips what stands in the field. */
export function PercentField(props: FieldProps<string>) {
  return <TextField {...props} label={`${props.label}, %`} unit="%" numeric />;
}

export function HoursField(props: FieldProps<string>) {
  return <TextField {...props} label={`${props.label}, hours`} unit="hours" numeric />;
}

export function DayField(props: FieldProps<string>) {
  return <TextField {...props} type="date" />;
}

interface ChoiceFieldProps<V extends string> extends FieldProps<V> {
  readonly choices: readonly { readonly value: V; readonly label: string }[];
}

export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  return (
    <NativeSelect
      data-place={props.place}
      {...labelled(props.label, props.hideLabel)}
      description={props.description}
      value={props.value}
      error={useFault(props.place)}
      data={props.choices.map((choice) => ({ ...choice }))}
      size="xs"
      onChange={(event) => props.onChange(event.currentTarget.value as V)}
    />
  );
}

export function TagsField(props: FieldProps<readonly string[]>) {
  return (
    <TagsInput
      data-place={props.place}
      label={props.label}
      description={props.description ?? 'Press Enter or a comma after each.'}
      value={[...props.value]}
      error={useFault(props.place)}
      size="xs"
      splitChars={[',', ' ']}
      onChange={props.onChange}
    />
  );
}
