import type app from './en/app.json';
import type audit from './en/audit.json';
import type baseline from './en/baseline.json';
import type checks from './en/checks.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type guide from './en/guide.json';
import type meetings from './en/meetings.json';
import type notes from './en/notes.json';
import type notify from './en/notify.json';
import type options from './en/options.json';
import type policy from './en/policy.json';
import type popup from './en/popup.json';
import type report from './en/report.json';
import type teach from './en/teach.json';

type Catalogue = typeof app &
  typeof audit &
  typeof baseline &
  typeof checks &
  typeof common &
  typeof errors &
  typeof guide &
  typeof meetings &
  typeof notes &
  typeof notify &
  typeof options &
  typeof policy &
  typeof popup &
  typeof report &
  typeof teach;

type Entry = Extract<keyof Catalogue, string>;
type PluralBase = Entry extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Every key of the English catalogue; for plurals the key without its form. */
export type MessageKey = Entry | PluralBase;
