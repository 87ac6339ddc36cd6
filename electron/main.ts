import { startDesktop } from './hosts/desktop/desktop-host.ts';

startDesktop();
