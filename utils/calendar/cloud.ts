import { cloudRow } from '../model/clouds.ts';

/** Host of the cloud's Graph; `null` for a cloud we do not know, which gets no token. */
export function graphHost(cloud: string): string | null {
  return cloudRow(cloud)?.graph ?? null;
}

/**
 * Whether a link may be asked with a bearer token: https, the account's Graph host, nothing beside it. A stored link comes from an
 * answer, and an answer is not proof of who wrote it (microsoft.md A.3).
 */
export function trusted(link: string, cloud: string): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  return (
    url.protocol === 'https:' && url.host === graphHost(cloud) && url.username === '' && url.password === ''
  );
}
