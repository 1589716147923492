import { createHash } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Both forms of an event's id (Learn outlook-immutable-id): long, opaque, case-sensitive, and with the `=` that must be
 * percent-encoded in a path. The immutable form survives moves in the mailbox; here both simply last.
 */
export function createIds(mailbox: string) {
  const uids = new Map<string, string>();
  const forms = new Map<string, { immutable: string; plain: string }>();
  const of = (uid: string) => {
    let form = forms.get(uid);
    if (!form) {
      const base = digest(`${mailbox}/${uid}`);
      form = {
        immutable: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${base}${digest(base).slice(0, 20)}AAA=`,
        plain: `AAMkAGI1${digest(`plain/${base}`)}${digest(`folder/${mailbox}`)}${base.slice(0, 24)}AAA=`,
      };
      forms.set(uid, form);
      uids.set(form.immutable, uid).set(form.plain, uid);
    }
    return form;
  };
  return {
    of,
    /** The event an id of either form means; `undefined` for an id never given out. */
    uidOf: (id: string) => uids.get(id),
  };
}

export type Ids = ReturnType<typeof createIds>;
