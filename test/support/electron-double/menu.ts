export interface MenuTemplate {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  enabled?: boolean;
  checked?: boolean;
  submenu?: MenuTemplate[];
  click?: () => void;
}

/** Stands for Electron's Menu: keeps the template. */
export const Menu = {
  current: [] as MenuTemplate[],
  buildFromTemplate: (template: MenuTemplate[]): MenuTemplate[] => template,
  setApplicationMenu(menu: MenuTemplate[]): void {
    Menu.current = menu;
  },
};
