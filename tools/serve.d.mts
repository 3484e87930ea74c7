import type { Server } from 'node:http';
export const contentSecurityPolicy: string;
export function serveFolder(folder: string, port?: number, policy?: string): Promise<Server>;
