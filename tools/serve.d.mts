import type { Server } from 'node:http';
export const contentSecurityPolicy: string;
export function fileFor(
  folder: string,
  pathname: string,
  policy?: string,
): { readonly file: string; readonly headers: Readonly<Record<string, string>> } | undefined;
export function serveFolder(folder: string, port?: number, policy?: string): Promise<Server>;
