const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>"'`;,]+/gi;

/**
 * The place without addresses: a join link carries the meeting's password in its query, and a person reads a room, not a link.
 * What the link leads to is kept apart (meeting number and host).
 */
export function placeText(displayName: string): string {
  return displayName
    .replace(ADDRESS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s;,|/–-]+|[\s;,|/–-]+$/g, '');
}
