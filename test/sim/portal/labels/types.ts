import type { LevelSettingId } from '../scenario.ts';

/** Words of the portal in one language. */
export interface PortalWords {
  readonly lang: string;
  /** Titles by generation; an empty string where that generation has no such setting. */
  readonly titles: Readonly<Record<LevelSettingId, readonly [string, string, string]>>;
  readonly chrome: Readonly<Record<string, string>>;
}
