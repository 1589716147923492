import type app from './en/app.json';
import type checks from './en/checks.json';
import type common from './en/common.json';
import type errors from './en/errors.json';
import type notes from './en/notes.json';
import type options from './en/options.json';
import type popup from './en/popup.json';

type Catalogue = typeof app &
  typeof checks &
  typeof common &
  typeof errors &
  typeof notes &
  typeof options &
  typeof popup;

type Entry = Extract<keyof Catalogue, string>;
type PluralBase = Entry extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Every key of the English catalogue; for plurals the key without its form. */
export type MessageKey = Entry | PluralBase;
