/** What a provider is told to call a message in its reports: the client id without hyphens, as CM.com allows it. */
export function referenceOf(clientId: string): string {
  return clientId.replaceAll('-', '').slice(0, 32).toLowerCase();
}
