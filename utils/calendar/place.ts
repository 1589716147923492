/** Longer texts hold no room name; Outlook's own limit is 255. Cut before any pattern runs, so that none takes long. */
const READ_AT_MOST = 2_000;
const ADDRESS = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s<>"'`;,]+/gi;
const BARE_ADDRESS = /\b(?:[a-z0-9-]{1,63}\.){0,5}zoom(?:gov)?\.(?:us|com(?:\.cn)?)\/[^\s<>"'`;,]*/gi;
const PASSWORD = /[?&]?\bpwd=[^\s&<>"'`;,]+/gi;
/** As invitations write it, in the languages of the interface: the word, a colon or equals sign, and the code. */
const PASSCODE =
  /\b(?:pass ?code|password|code secret|mot de passe|kenncode|passwort|código de acceso|contraseña|senha|パスコード)\s{0,3}[:=：]\s{0,3}[^\s;,|]+/giu;

/**
 * A text without what lets a stranger into the meeting: addresses (a join link carries the password in its query), `pwd=…`, and
 * passcodes written out. What a link leads to is kept apart (meeting number and host).
 */
export function withoutSecrets(text: string): string {
  const read = text.slice(0, READ_AT_MOST);
  const clean = [ADDRESS, BARE_ADDRESS, PASSWORD, PASSCODE].reduce(
    (left, secret) => left.replace(secret, ' '),
    read,
  );
  return clean === read ? read : clean.replace(/\s+/g, ' ').trim();
}

/** The place as a person reads it: a room, not a link, nor what separated it from one. */
export function placeText(displayName: string): string {
  return withoutSecrets(displayName)
    .replace(/\s+/g, ' ')
    .replace(/^[\s;,|/–-]+|[\s;,|/–-]+$/g, '');
}
