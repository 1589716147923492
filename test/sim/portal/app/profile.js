import { computed, onMounted, reactive, ref } from 'vue';
import { bent, boot, read, say } from './boot.js';

const SERVICES = ['google', 'exchange', 'office365'];
const BOXES = ['calendar-read', 'calendar-write', 'contacts-read', 'contacts-write'];

/**
 * The two steps of connecting: a service, then how and what for (portal.md 3.7). How the first one is titled is not
 * public, so it bears the name of the button that opens it.
 */
const ConnectDialog = {
  props: ['profile', 'editing'],
  emits: ['close'],
  setup(props) {
    const preselected = props.profile.preselected;
    const choice = reactive({
      step: props.editing ? 2 : 1,
      service: SERVICES.includes(preselected) ? preselected : 'office365',
      oauth: true,
      type: 'office365',
      boxes: [...(props.profile.forced ?? (props.editing ? props.profile.connection.permissions : BOXES))],
    });
    const forced = computed(() => props.profile.forced !== null);
    const flip = (box) => {
      const at = choice.boxes.indexOf(box);
      if (at < 0) choice.boxes.push(box);
      else choice.boxes.splice(at, 1);
    };
    const authorize = () =>
      location.assign(bent('/sim/microsoft-consent', { permissions: choice.boxes.join(',') }));
    const types = [{ value: 'office365', label: say('serviceTypeDefault') }];
    const title = computed(() => (choice.step === 1 ? say(`connect${boot.generation}`) : say('addService')));
    return { say, SERVICES, choice, forced, flip, authorize, types, title, close: say('close') };
  },
  template: `<ui-dialog :title="title" @close="$emit('close')">
    <template v-if="choice.step === 1"><p>{{ say('selectService') }}</p>
      <div class="service-cards"><button v-for="service in SERVICES" :key="service" type="button" class="service-card" :class="{ 'is-selected': service === choice.service }" :aria-pressed="String(service === choice.service)" :disabled="forced" @click="choice.service = service">{{ say(service) }}</button></div></template>
    <template v-else>
      <div class="dialog-line"><ui-check :label="say('useOauth')" :checked="choice.oauth" @flip="choice.oauth = !choice.oauth" /></div>
      <div class="dialog-line boxes" v-for="subject in ['calendar', 'contacts']" :key="subject"><span class="boxes__subject">{{ say(subject) }}</span>
        <ui-check v-for="right in ['read', 'write']" :key="right" :label="say(right)" :checked="choice.boxes.includes(subject + '-' + right)" :disabled="forced" @flip="flip(subject + '-' + right)" /></div>
      <div class="dialog-line"><p>{{ say('serviceType') }}</p><ui-select :label="say('serviceType')" :options="types" :value="choice.type" @pick="choice.type = $event" /></div></template>
    <template #footer>
      <ui-button kind="secondary" :label="say('cancel')" @press="$emit('close')" />
      <ui-button v-if="choice.step === 1" kind="primary" :label="say('next')" @press="choice.step = 2" />
      <ui-button v-else kind="primary" :label="say('authorize')" :disabled="!choice.oauth" @press="authorize" />
    </template></ui-dialog>`,
};

/** The person's profile: plain sections, and the calendar connection as the last one (portal.md 3.7). */
export const ProfilePage = {
  components: { ConnectDialog },
  setup() {
    const profile = ref(undefined);
    const dialog = ref(null);
    onMounted(async () => (profile.value = await read('/rest/profile')));
    const granted = computed(() =>
      ['calendar', 'contacts']
        .map((subject) => {
          const rights = ['read', 'write'].filter((right) =>
            profile.value.connection.permissions.includes(`${subject}-${right}`),
          );
          return rights.length > 0 ? `${say(subject)}: ${rights.map(say).join(', ')}` : '';
        })
        .filter(Boolean),
    );
    const connected = computed(() => profile.value.connection.status !== 'not-connected');
    return {
      say,
      boot,
      profile,
      dialog,
      granted,
      connected,
      section: say(`connection${boot.generation}`),
      connect: say(`connect${boot.generation}`),
    };
  },
  template: `<h2 class="page-title">{{ boot.title }}</h2>
    <div v-if="!profile" class="page-loading"><span class="spinner"></span></div>
    <div v-else class="profile-page">
      <section><h3>{{ say('personal') }}</h3><dl class="kv"><dt>{{ say('displayName') }}</dt><dd>{{ profile.name }}</dd><dt>{{ say('language') }}</dt><dd>{{ say('languageName') }}</dd><dt>{{ say('timeZone') }}</dt><dd>{{ profile.timeZone }}</dd></dl></section>
      <section><h3>{{ say('account') }}</h3><dl class="kv"><dt>{{ say('license') }}</dt><dd>{{ say('licensed') }}</dd></dl></section>
      <section><h3>{{ say('signIn') }}</h3><dl class="kv"><dt>{{ say('signInEmail') }}</dt><dd class="profile-email">{{ profile.zoomEmail }}</dd></dl></section>
      <section><h3>{{ say('whereSignedIn') }}</h3><dl class="kv"><dt>{{ say('thisBrowser') }}</dt><dd>{{ profile.timeZone }}</dd></dl></section>
      <section v-if="profile.enabled" id="calendar-contacts"><h3>{{ say('others') }}</h3>
        <div class="kv calendar-integration"><h4 class="kv__name">{{ section }}</h4>
          <div v-if="!connected"><p>{{ say('services') }} <a :href="'/user/personalContact'">{{ say('personalContacts') }}</a></p><p><ui-button kind="secondary" :label="connect" @press="dialog = 'new'" /></p></div>
          <div v-else><ui-notice v-if="profile.connection.status === 'needs-attention'" :text="say('attention')" />
            <p class="connected-service"><span class="ms-icon" role="img" aria-label="Microsoft"><icon-windows /></span> <span>{{ say(profile.connection.service) }}</span> <span class="connected-email">{{ profile.connection.email }}</span> <ui-button kind="tertiary" :label="say('edit')" @press="dialog = 'edit'" /></p>
            <ul class="granted"><li v-for="line in granted" :key="line">{{ line }}</li></ul></div></div></section>
      <ConnectDialog v-if="dialog" :profile="profile" :editing="dialog === 'edit'" @close="dialog = null" />
    </div>`,
};
