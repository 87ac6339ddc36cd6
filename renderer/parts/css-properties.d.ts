// oxlint-disable-next-line import/no-unassigned-import -- makes this an addition to React's types
import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties that styles.css reads, such as --topic and --part. */
    [name: `--${string}`]: string | undefined;
  }
}
