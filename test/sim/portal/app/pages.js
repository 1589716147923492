import { computed, onBeforeUnmount, onMounted, ref } from 'vue';
import { boot, read, say } from './boot.js';

/** Which tab the address names: `?tab=`, or the last path segment (portal.md 4.2). */
function tabOfAddress() {
  const { pathname, searchParams } = new URL(location.href);
  return searchParams.get('tab') ?? /\/setting\/(\w+)$/.exec(pathname)?.[1] ?? null;
}

/** A ref of the tab in the address; choosing one changes the address without a navigation. */
function useTab() {
  const tab = ref(tabOfAddress());
  const follow = () => (tab.value = tabOfAddress());
  onMounted(() => addEventListener('popstate', follow));
  onBeforeUnmount(() => removeEventListener('popstate', follow));
  const go = (key) => {
    const url = new URL(location.href);
    url.pathname = url.pathname.replace(/\/setting\/\w+$/, '/setting');
    url.searchParams.set('tab', key);
    if (boot.page !== 'groups') url.hash = '';
    history.pushState(null, '', url);
    tab.value = key;
  };
  return { tab, go };
}

/** Account settings and the person's own settings. */
export const SettingLevelPage = {
  setup: () => ({ ...useTab(), boot, level: boot.page === 'account-setting' ? 'account' : 'user' }),
  template: `<settings-page :key="tab" :level="level" :group="null" :tab="tab" @tab="go"><h2 class="page-title">{{ boot.title }}</h2></settings-page>`,
};

const GroupList = {
  setup() {
    const groups = ref(undefined);
    onMounted(async () => (groups.value = (await read('/rest/group/list')).groups));
    return { groups, say, boot };
  },
  template: `<h2 class="page-title">{{ boot.title }}</h2>
    <div v-if="!groups" class="page-loading"><span class="spinner"></span></div>
    <table v-else class="zm-table"><thead><tr><th>{{ say('groupName') }}</th><th>{{ say('members') }}</th></tr></thead>
      <tbody class="zm-table__body"><tr v-for="group in groups" :key="group.id" class="zm-table__row normal-row">
        <td class="zm-table_1_column_1"><div class="cell"><a :href="'#/detail/' + group.id + '/detail'">{{ group.name }}</a></div></td>
        <td class="zm-table_1_column_3"><div class="cell">{{ group.members }}</div></td></tr></tbody></table>`,
};

/** Groups: a router on the hash, which changes the page with no navigation (portal.md 5.2). */
export const GroupsPage = {
  components: { GroupList },
  setup() {
    const hash = ref(location.hash);
    const follow = () => (hash.value = location.hash);
    onMounted(() => addEventListener('hashchange', follow));
    onBeforeUnmount(() => removeEventListener('hashchange', follow));
    const group = computed(() => /^#\/detail\/([^/]+)\/detail/.exec(hash.value)?.[1] ?? null);
    return { ...useTab(), group, say };
  },
  template: `<settings-page v-if="group" :key="group + '/' + tab" level="group" :group="group" :tab="tab" @tab="go" v-slot="{ view }">
      <p class="page-crumb"><a href="#/">{{ say('groups') }}</a> / <b>{{ view.group.name }}</b></p><h2 class="page-title">{{ view.group.name }}</h2></settings-page>
    <GroupList v-else />`,
};

export const EmptyPage = {
  setup: () => ({ boot, say }),
  template: `<h2 class="page-title">{{ boot.title }}</h2><p class="page-empty">{{ say('nothing') }}</p>`,
};
