/* oxlint-disable import/no-unassigned-import -- styles have nothing to assign */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { showMotion } from './state/motion-store.ts';
import { start } from './state/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
showMotion();
void start();
