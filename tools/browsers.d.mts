export const chromiumArgs: string[];
export function installedChromium(): string | undefined;
export function chromiumPath(): Promise<string>;
