import type { Server } from 'node:http';
import { join } from 'node:path';
import { readPageFile } from '../page-files.ts';
import type { PageHandler } from './server.ts';

/** Serves the built page from its folder. */
export function builtPage(folder: string): PageHandler {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const file = await readPageFile(folder, pathname);
    response.writeHead(file.status, { ...file.headers, 'content-length': file.body.length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  };
}

/** Serves the page from its sources with hot reload, for development: without the page's policy, which forbids what hot reload does. */
export async function sourcePage(http: Server, projectFolder: string): Promise<PageHandler> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(projectFolder, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server: http } },
    appType: 'spa',
  });
  http.once('close', () => void vite.close());
  return (request, response) => new Promise((_done, failed) => {
    response.once('close', () => _done());
    vite.middlewares(request, response, failed);
  });
}
