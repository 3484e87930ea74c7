// The test runner serves this; see tools/gateway-for-tests.mjs.
const address = '/virtual/gateway.js';
const { control } = (await import(address)) as { readonly control: string };

/** A small business on a gateway in another process, reached as a page reaches one. */
export interface RemoteBusiness {
  readonly baseUrl: string;
  act<T>(act: string, body?: object): Promise<T>;
}

/** Makes a business of its own on a gateway with this database. */
export async function remoteBusiness(database: 'pglite' | 'postgres'): Promise<RemoteBusiness> {
  const { id, baseUrl } = await post<{ readonly id: number; readonly baseUrl: string }>('/businesses', { database });
  return { baseUrl, act: (act, body = {}) => post(`/businesses/${id}/${act}`, body) };
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(control + path, {
    method: 'POST',
    // Plain text needs no permission asked beforehand, which would double the requests.
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer as T;
}
