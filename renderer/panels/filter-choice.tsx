import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { TopicDot } from '../parts/topic-dot.tsx';
import { foldTerm } from '../state/mark-terms.ts';

export interface FilterOption {
  value: string;
  label: string;
  /** Papers that it leaves, where that is known. */
  papers?: number;
}

interface Props {
  label: string;
  placeholder: string;
  options: readonly FilterOption[];
  value: string[];
  onChange: (value: string[]) => void;
  /** Place in the palette of an option's colour, where options have one. */
  dot?: (value: string) => number | null;
  /** Whether it has the focus when the panel opens. */
  isFirst?: boolean;
}

/** Options listed at a time: a map may have thousands of concepts, of which the list would draw all. */
const MOST_OPTIONS = 60;

/** Some of many options, found by typing. */
export function FilterChoice({ label, placeholder, options, value, onChange, dot, isFirst = false }: Props) {
  const [text, setText] = useState('');
  const shown = useMemo(() => fittingOptions(options, text, value), [options, text, value]);
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      data={shown}
      value={value}
      onChange={onChange}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      clearable
      openOnFocus={false}
      data-autofocus={isFirst || undefined}
      hidePickedOptions
      selectFirstOptionOnChange
      size="sm"
      nothingFoundMessage="Nothing of that name"
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      renderOption={dot ? ({ option }) => <span className="filter-option"><TopicDot position={dot(option.value)} />{option.label}</span> : undefined}
    />
  );
}

/** Those chosen, which the field has to name, and the first that have all words typed. */
function fittingOptions(options: readonly FilterOption[], text: string, value: readonly string[]): FilterOption[] {
  const words = foldTerm(text).split(/\s+/).filter((word) => word !== '');
  const chosen = new Set(value);
  const shown: FilterOption[] = [];
  let others = 0;
  for (const option of options) {
    const isChosen = chosen.has(option.value);
    if (!isChosen && (others >= MOST_OPTIONS || !words.every((word) => foldTerm(option.label).includes(word)))) continue;
    if (!isChosen) others++;
    shown.push({ value: option.value, label: option.papers === undefined ? option.label : `${option.label} (${option.papers.toLocaleString('en')})` });
  }
  return shown;
}
