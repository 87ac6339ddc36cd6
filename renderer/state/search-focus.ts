let field: HTMLInputElement | null = null;

/** Makes a field the one that the search command goes to; null when it is gone. */
export function registerSearchField(input: HTMLInputElement | null): void {
  field = input;
}

/** Puts the cursor into the search field, what it holds selected. */
export function focusSearch(): void {
  field?.focus();
  field?.select();
}
