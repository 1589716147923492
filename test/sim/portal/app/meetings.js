import { onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { boot, read, say } from './boot.js';

const TABS = [
  ['/upcoming', 'upcoming'],
  ['/previous', 'previous'],
  ['/pmi', 'personalRoom'],
  ['/template/list', 'templates'],
];

/** Upcoming meetings: always the older family, on a router of the hash (portal.md 4.2, 4.3, 5.1). */
export const MeetingsPage = {
  setup() {
    const route = ref('');
    const page = ref(1);
    const list = ref(undefined);
    const follow = () => {
      if (!location.hash) history.replaceState(null, '', `${location.pathname}${location.search}#/upcoming`);
      route.value = location.hash.slice(1);
    };
    const load = async () => {
      list.value = undefined;
      list.value =
        route.value === '/upcoming'
          ? await read('/rest/meeting/list', { page: page.value })
          : { days: [], pages: 1 };
    };
    onMounted(() => {
      follow();
      addEventListener('hashchange', follow);
    });
    onBeforeUnmount(() => removeEventListener('hashchange', follow));
    watch([route, page], load);
    const action = (row) => (row.host ? say('join') : say('start'));
    return { boot, say, TABS, route, page, list, action };
  },
  template: `<h2 class="page-title">{{ boot.title }}</h2>
    <div class="zm-tabs"><div class="zm-tabs__nav" role="tablist"><a v-for="[path, word] in TABS" :key="path" class="zm-tabs__item" :class="{ 'is-active': path === route }" :id="'tab-' + path" role="tab" :aria-selected="String(path === route)" :href="'#' + path">{{ say(word) }}</a></div></div>
    <div v-if="!list" class="page-loading"><span class="spinner"></span></div>
    <p v-else-if="!list.days.length" class="page-empty">{{ say('nothing') }}</p>
    <div v-else class="meeting-fixed-list">
      <div v-for="day in list.days" :key="day.title" class="fixed-time"><div class="title"><span>{{ day.title }}</span></div><div class="meeting-day">
        <div v-for="row in day.rows" :key="row.number" class="meeting-item"><div class="meeting-time"><span class="schedule-time">{{ row.time }}</span></div>
          <div class="meeting-detail"><a :href="'/meeting/' + row.number"><span class="topic">{{ row.topic }}</span></a><p class="meeting-id">{{ row.id }}</p><p v-if="row.host" class="host-name">{{ row.host }}</p></div>
          <div class="meeting-action"><a class="meeting-start zm-button zm-button--small" :href="'/s/' + row.number">{{ action(row) }}</a><template v-if="!row.host"><a class="meeting-edit" :href="'/meeting/' + row.number + '/edit'">{{ say('edit') }}</a><button type="button" class="meeting-delete">{{ say('delete') }}</button></template></div></div></div></div>
      <div v-if="list.pages > 1" class="zm-pagination"><button v-for="number in list.pages" :key="number" type="button" :class="{ 'is-active': number === page }" @click="page = number">{{ number }}</button></div>
    </div>`,
};
