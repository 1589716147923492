import { expect, it } from 'vitest';
import { CHECKS } from '../../../utils/checks/index.ts';
import { LANGUAGES } from '../../../utils/locales/index.ts';
import { checkName } from '../../../utils/model/finding-words.ts';
import { sayIn } from '../components/help.tsx';

it.each(LANGUAGES)('no two checks have one name in %s, and each has one', (language) => {
  const say = sayIn(language);
  const names = CHECKS.map(({ id, setting }) => {
    const name = checkName({ check: id, ...(setting ? { setting } : {}) });
    return name ? say(name) : '';
  });
  expect(names.filter((name, at) => name === '' || names.indexOf(name) !== at)).toEqual([]);
});
