import { type KeyboardEvent, type MouseEvent, useId, useMemo } from 'react';
import { inReadingOrder } from '../../picture/navigate.ts';
import type { Picture } from '../../picture/types.ts';
import { MAIN_VIEW } from '../../ui/ids.ts';

/**
 * The same as the drawing, for screen readers and keys: one stop of the Tab key, arrows follow the
 * links, and the one that is selected is read out. The drawing itself is hidden from them.
 */
export function ParallelList(props: {
  readonly picture: Picture;
  readonly selection: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocused: (focused: boolean) => void;
}) {
  const { picture, selection } = props;
  const prefix = useId();
  const boxes = useMemo(() => inReadingOrder(picture), [picture]);
  const known = boxes.some((box) => box.id === selection);
  const onClick = ({ target }: MouseEvent) => {
    const option = (target as Element).closest('[role="option"]');
    if (option) props.onSelect(option.id.slice(prefix.length));
  };
  // Most renders change none of the hundreds of options: one handler for all lets them stay.
  const options = useMemo(
    () =>
      boxes.map((box) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus (aria-activedescendant)
        <div
          key={box.id}
          id={`${prefix}${box.id}`}
          role="option"
          aria-selected={box.id === selection}
        >
          {box.label}
        </div>
      )),
    [boxes, prefix, selection],
  );
  return (
    <div
      id={MAIN_VIEW}
      className="only-heard"
      role="listbox"
      tabIndex={0}
      aria-label="Graph: arrow keys follow the links, Enter opens, D stops"
      aria-activedescendant={known ? `${prefix}${selection}` : undefined}
      onKeyDown={props.onKeyDown}
      onClick={onClick}
      onFocus={() => props.onFocused(true)}
      onBlur={() => props.onFocused(false)}
    >
      {options}
    </div>
  );
}
