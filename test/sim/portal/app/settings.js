import { computed, nextTick, onBeforeUnmount, onMounted, provide, reactive, ref } from 'vue';
import { bent, boot, change, read, say } from './boot.js';
import { showDecoys } from './decoys.js';
import { ask, toast } from './overlay.js';
import { nest } from './setting-row.js';

/** Content of a row that arrives only when it comes near the window (portal.md 5.2). */
export const LazyRow = {
  setup() {
    const near = ref(!boot.lazyRows);
    const root = ref(null);
    let watch;
    onMounted(() => {
      if (near.value) return;
      watch = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        near.value = true;
      });
      watch.observe(root.value);
    });
    onBeforeUnmount(() => watch?.disconnect());
    return { near, root, lazy: boot.lazyRows };
  },
  template: `<div v-if="lazy" class="lazy-component" :class="{ 'is-empty': !near }" ref="root"><slot v-if="near" /></div><slot v-else />`,
};

/** How often the page throws its rows away (the scenario's `reRender`). */
function useStamp() {
  const stamp = ref(0);
  const bump = () => {
    if (boot.reRender === 'replace-rows') stamp.value += 1;
  };
  const timer = boot.reRender === 'churn' ? setInterval(() => (stamp.value += 1), 250) : 0;
  onBeforeUnmount(() => clearInterval(timer));
  return { stamp, bump };
}

function scrollToFragment() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (!/^\w+$/.test(key)) return;
  const row = document.getElementById(key) ?? document.getElementById(`feature-${key}`);
  row?.scrollIntoView({ block: 'center' });
  row?.classList.add('is-target');
}

/** Settings of one level: tabs, inner anchors, sections, rows. `group` only for a group's page. */
export const SettingsPage = {
  props: ['level', 'group', 'tab'],
  emits: ['tab'],
  setup(props, { emit }) {
    const view = ref(undefined);
    const drafts = reactive({});
    const { stamp, bump } = useStamp();
    const rows = computed(() => view.value?.sections.flatMap((section) => section.rows) ?? []);
    const where = () => ({ level: props.level, group: props.group });

    const valueOf = (row) => drafts[row.key] ?? row.value;
    const visible = (row) =>
      row.under.every(([key, values]) => {
        const parent = rows.value.find((one) => one.key === key);
        return !parent || (values.includes(valueOf(parent)) && visible(parent));
      });
    const accept = (answer) => {
      if (!answer) return;
      view.value = answer.view;
      toast(answer.message);
      bump();
    };
    const post = (row, value) =>
      change('/rest/setting/save', { ...where(), key: row.key, value }, { tab: props.tab });
    const needsAuthorizing = (row) => valueOf(row) === 'application-permissions';

    provide('settings', {
      valueOf,
      needsAuthorizing,
      isDirty: (row) => drafts[row.key] !== undefined,
      pick(row, value) {
        if (JSON.stringify(value) === JSON.stringify(row.value)) delete drafts[row.key];
        else drafts[row.key] = value;
        bump();
      },
      cancel(row) {
        delete drafts[row.key];
        bump();
      },
      async save(row) {
        const value = drafts[row.key];
        if (needsAuthorizing(row)) {
          // Consent happens in a browser tab of its own (KB0077944); what came of it is read when this one is looked at again.
          open(
            bent('/sim/microsoft-consent', { ...where(), purpose: 'application', key: row.key }),
            '_blank',
            'noopener',
          );
        } else accept(await post(row, value));
        delete drafts[row.key];
        bump();
      },
      async flip(row) {
        const on = valueOf(row) !== 'off';
        const act = say(boot.generation === 1 ? (on ? 'turnOff' : 'turnOn') : on ? 'disable' : 'enable');
        if (boot.confirm && !(await ask({ title: `${act} “${row.title}”`, text: say('askSwitch'), act })))
          return;
        delete drafts[row.key];
        accept(await post(row, on ? 'off' : (row.options[0]?.value ?? 'on')));
      },
      async flipLock(row) {
        const act = say(row.locked ? 'unlock' : 'lock');
        const text = say(row.locked ? 'askUnlock' : 'askLock');
        if (!(await ask({ title: `${act} “${row.title}”?`, text, act }))) return;
        accept(
          await change(
            '/rest/setting/lock',
            { ...where(), key: row.key, value: !row.locked },
            { tab: props.tab },
          ),
        );
      },
    });

    const load = async () => {
      view.value = await read('/rest/setting/list', { ...where(), tab: props.tab });
      bump();
      await nextTick();
      if (boot.decoys) showDecoys(rows.value);
      scrollToFragment();
    };
    const again = () => document.visibilityState === 'visible' && view.value && load();
    onMounted(() => {
      void load();
      document.addEventListener('visibilitychange', again);
    });
    onBeforeUnmount(() => document.removeEventListener('visibilitychange', again));

    const jump = (id) => document.getElementById(`section-${id}`)?.scrollIntoView({ behavior: 'smooth' });
    const shown = (section) => nest(section.rows.filter(visible));
    return { say, boot, view, stamp, shown, jump, visible, go: (key) => emit('tab', key) };
  },
  template: `
    <div v-if="view === undefined" class="page-loading"><span class="spinner"></span></div>
    <p v-else-if="view === null" class="page-empty">{{ say('notFound') }}</p>
    <div v-else class="settings-page">
      <slot :view="view" />
      <ui-tabs :tabs="view.tabs" :current="view.tab" :label="boot.title" @go="go" />
      <nav v-if="view.sections.length > 1" class="setting-anchors"><a v-for="(section, at) in view.sections" :key="section.id" :class="{ 'is-active': at === 0 }" href="javascript:;" @click.prevent="jump(section.id)">{{ section.title }}</a></nav>
      <section v-for="section in view.sections" :key="section.id" class="setting-section" :id="'section-' + section.id">
        <h3 class="setting-section__title">{{ section.title }}</h3>
        <lazy-row v-for="{ row, children } in shown(section)" :key="row.key + '/' + stamp"><setting-row :row="row" :children="children" /></lazy-row>
      </section>
      <p v-if="!view.sections.length" class="page-empty">{{ say('nothing') }}</p>
    </div>`,
};
