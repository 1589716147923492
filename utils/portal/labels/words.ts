/**
 * Short words of the portal around its settings, all in the normalised form. Sources: portal.md 6; those without a
 * source there are plain dictionary words and only ever make the reader more careful, never more certain.
 */
export const LOCK_WORDS = {
  lock: ['lock', 'verrouiller', 'sperren', 'bloquear', 'ロック', '鎖定', '锁定'],
  unlock: [
    'unlock',
    'déverrouiller',
    'entsperren',
    'desbloquear',
    'ロック解除',
    'ロックを解除',
    '解除鎖定',
    '解锁',
  ],
  locked: ['locked', 'verrouillé', 'gesperrt', 'bloqueado', 'ロック済み'],
  unlocked: ['unlocked', 'déverrouillé', 'entsperrt', 'desbloqueado'],
} as const;

/** The note of a row that was locked one level above. */
export const LOCKED_NOTE = /\blocked\b|verrouill|gesperrt|bloquead|ロック|鎖定|锁定/i;

/** Buttons of the portal's confirmation dialogs; older portals say Turn On and Turn Off. */
export const ACT_WORDS = {
  'turn-on': [
    'enable',
    'turn on',
    'activer',
    'aktivieren',
    'activar',
    '有効にする',
    'abilita',
    'aktifkan',
    'włącz',
    '啟用',
  ],
  'turn-off': [
    'disable',
    'turn off',
    'désactiver',
    'deaktivieren',
    'desactivar',
    '無効にする',
    'disabilita',
    'nonaktifkan',
    '停用',
  ],
  lock: LOCK_WORDS.lock,
  unlock: LOCK_WORDS.unlock,
} as const;

/** Text beside a switch that is no title. */
export const STATE_WORDS: ReadonlySet<string> = new Set(
  (
    'on|off|enabled|disabled|modified|modified reset|reset|new|beta|lock|unlock|toggle|switch|' +
    'activé|désactivé|modifié|modifié réinitialiser|réinitialiser|nouveau|nouveauté|ein|aus|オン|オフ'
  ).split('|'),
);

/** A mark behind a title. */
export const BADGE = / (?:new|beta|preview|nouveau|nouveauté|neu|nuevo|新規)$/;

/** Subjects and rights of the permission boxes; French, German, Spanish and Japanese words are unverified. */
export const RIGHTS = {
  calendar: /calend|kalender|カレンダー/i,
  contacts: /contact|kontakt|連絡先/i,
  read: /\bread\b|\blire\b|lecture|\blesen\b|\bleer\b|lectura|読み取/i,
  write: /\bwrite\b|écri|écrire|schreib|escrib|escrit|書き込/i,
} as const;
