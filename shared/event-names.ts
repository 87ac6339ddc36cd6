/** Names of the events that a host sends to its page; the contract says what each carries. Apart from it so that preload and page need no schemas. */
export const EVENT_NAMES = ['progress', 'menu', 'files.open', 'trouble'] as const;
