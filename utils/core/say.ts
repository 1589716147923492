/** Structural twin of `model/words`: the core may not look up. */
interface Sentence {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number | { at: number; style: MomentStyle } | Sentence>>;
}
type MomentStyle = 'date' | 'day' | 'time' | 'date-time' | 'weekday-time';

const MOMENT: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  'date-time': { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  'weekday-time': { weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
};

/**
 * A writer of sentences over one catalogue.
 *
 * @param lookup gives the catalogue's text, or an empty string when there is none (as `browser.i18n.getMessage` does)
 * @param locale BCP 47 tag of the catalogue, for plurals, numbers and moments
 * @param timeZone IANA name; the browser's own when absent
 * @returns a function that gives the sentence, or the key itself when the catalogue lacks it (visible, never silent)
 */
export function createSay(
  lookup: (key: string) => string,
  locale: string,
  timeZone?: string,
): (sentence: Sentence) => string {
  // Made at first need: each costs some milliseconds, and most sentences ask for neither.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const plural = (count: number) => (plurals ??= new Intl.PluralRules(locale)).select(count);
  const written = (value: number) => (numbers ??= new Intl.NumberFormat(locale)).format(value);
  const moments = new Map<MomentStyle, Intl.DateTimeFormat>();
  const moment = (at: number, style: MomentStyle) => {
    let format = moments.get(style);
    if (!format) {
      // A reader of English sentences gets a 24-hour clock too: the popup's figures must not change width by half a day.
      format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        ...MOMENT[style],
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      moments.set(style, format);
    }
    return format.format(at);
  };
  const say = ({ key, params = {} }: Sentence): string => {
    const count = params['count'];
    const text =
      (typeof count === 'number' && (lookup(`${key}_${plural(count)}`) || lookup(`${key}_other`))) ||
      lookup(key) ||
      key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (typeof value === 'number') return written(value);
      if (typeof value === 'string') return value;
      return 'key' in value ? say(value) : moment(value.at, value.style);
    });
  };
  return say;
}
