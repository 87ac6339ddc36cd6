import { EventEmitter } from 'node:events';

/** Stands for Electron's nativeTheme on a system that is light; pages follow it. */
class NativeTheme extends EventEmitter {
  private source: 'system' | 'light' | 'dark' = 'system';

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.source;
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    this.source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  colorScheme(): 'light' | 'dark' {
    return this.shouldUseDarkColors ? 'dark' : 'light';
  }
}

export const nativeTheme = new NativeTheme();
