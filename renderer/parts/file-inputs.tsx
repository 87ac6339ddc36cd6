import { useCallback, type ChangeEvent } from 'react';
import type { FilePurpose } from '../../shared/contract.ts';
import { registerFileInput } from '../state/file-picker.ts';
import { takePageFiles } from '../state/import-actions.ts';

/** The inputs through which a browser shows its file dialog. */
export function FileInputs() {
  return (
    <div hidden>
      <FileInput purpose="import" />
      <FileInput purpose="open" />
      <FileInput purpose="thesaurus" />
    </div>
  );
}

function FileInput({ purpose }: { purpose: FilePurpose }) {
  const register = useCallback((input: HTMLInputElement) => registerFileInput(purpose, input), [purpose]);
  const take = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void takePageFiles(files, purpose);
  };
  return purpose === 'open'
    ? <input type="file" accept=".atlas" ref={register} onChange={take} aria-label="Library to open" />
    : <input type="file" multiple ref={register} onChange={take} aria-label={purpose === 'thesaurus' ? 'Thesauri to add' : 'Files to import'} />;
}
