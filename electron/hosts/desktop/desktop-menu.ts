import { Menu } from 'electron';
import type { AppMenu } from '../../../shared/app-menu.ts';
import { menuTemplate, type RunCommand } from './menu.ts';

/** The application menu, drawn anew when the page tells another one. */
export interface DesktopMenu {
  readonly show: (menu: AppMenu) => void;
}

/** The system's menu of the app; its entries run the page's commands. Before the page has told any, it holds the system's own. */
export function createDesktopMenu(run: RunCommand): DesktopMenu {
  let shown: AppMenu = [];
  const draw = () => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, shown, runAndDraw)));
  /** The system changes an entry's tick by itself when it is clicked: what is on is the page's to say. */
  const runAndDraw: RunCommand = (command, argument) => {
    run(command, argument);
    draw();
  };
  return {
    show(menu) {
      shown = menu;
      draw();
    },
  };
}
