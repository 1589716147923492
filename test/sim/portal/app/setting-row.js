import { computed, h, inject, resolveComponent } from 'vue';
import { boot, say } from './boot.js';

/** Rows of boxes: one line a subject, Read and Write beside it (portal.md 2.4). */
function drawBoxes({ row, value, pick }) {
  const UiCheck = resolveComponent('ui-check');
  const flip = (box) => pick(value.includes(box) ? value.filter((one) => one !== box) : [...value, box]);
  const line = (subject) =>
    h('div', { class: 'boxes', key: subject }, [
      h('span', { class: 'boxes__subject' }, say(subject)),
      ...['read', 'write'].map((right) => {
        const box = `${subject}-${right}`;
        return h(UiCheck, {
          key: box,
          label: say(right),
          checked: value.includes(box),
          disabled: row.lockedAbove,
          onFlip: () => flip(box),
        });
      }),
    ]);
  return [line('calendar'), line('contacts')];
}

function drawBody(context) {
  const { row, value, pick } = context;
  const common = { label: row.title, options: row.options, value, disabled: row.lockedAbove, onPick: pick };
  if (row.kind === 'select') return h(resolveComponent('ui-select'), common);
  if (row.kind === 'radios' || row.kind === 'toggle-radios') return h(resolveComponent('ui-radios'), common);
  if (row.kind === 'boxes') return drawBoxes(context);
  const [clear, ticked] = row.options;
  const box = h(resolveComponent('ui-check'), {
    label: row.title,
    checked: value === ticked.value,
    disabled: row.lockedAbove,
    onFlip: () => pick(value === ticked.value ? clear.value : ticked.value),
  });
  const address = h('input', {
    class: 'plain-input',
    type: 'text',
    'aria-label': say('ewsUrl'),
    disabled: row.lockedAbove,
  });
  return value === ticked.value ? [box, address] : [box];
}

/** One setting; its outer shape comes from the component family. */
export function settingRow(template) {
  return {
    name: 'setting-row',
    props: ['row', 'children', 'child'],
    setup(props) {
      const page = inject('settings');
      const value = computed(() => page.valueOf(props.row));
      const isToggle = computed(() => props.row.kind === 'toggle' || props.row.kind === 'toggle-radios');
      const isOn = computed(() => value.value !== 'off');
      const words = computed(() => props.row.title.split(' '));
      const RowBody = () =>
        drawBody({ row: props.row, value: value.value, pick: (next) => page.pick(props.row, next) });
      return {
        say,
        isToggle,
        isOn,
        RowBody,
        titleStart: computed(() => words.value.slice(0, -1).join(' ')),
        titleEnd: computed(() => words.value.at(-1)),
        hasBody: computed(
          () => props.row.kind !== 'toggle' && (props.row.kind !== 'toggle-radios' || isOn.value),
        ),
        dirty: computed(() => page.isDirty(props.row)),
        saveLabel: computed(() => (page.needsAuthorizing(props.row) ? say('authorizeAndSave') : say('save'))),
        flip: () => page.flip(props.row),
        flipLock: () => page.flipLock(props.row),
        save: () => page.save(props.row),
        cancel: () => page.cancel(props.row),
      };
    },
    template,
  };
}

/** Rows with the settings that hang on them: apart, or inside, as the scenario says. */
export function nest(rows) {
  if (boot.nesting === 'rows') return rows.map((row) => ({ row, children: [] }));
  const roots = rows.filter(
    (row) => row.under.length === 0 || !rows.some(({ key }) => key === row.under[0][0]),
  );
  return roots.map((row) => ({ row, children: rows.filter(({ under }) => under[0]?.[0] === row.key) }));
}
