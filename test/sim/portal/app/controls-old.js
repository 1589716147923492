import { computed, onBeforeUnmount, onMounted, ref } from 'vue';

/** The older component family: `zm-*` classes, native inputs hidden behind drawn parts, few roles and names (portal.md 5.1). */
let uid = 0;

const UiSwitch = {
  props: ['on', 'disabled', 'label', 'name'],
  emits: ['toggle'],
  setup(props, { emit }) {
    // The box changes only after the portal's own confirmation, so the browser's own tick is taken back first.
    const flip = (event) => {
      event.target.checked = props.on;
      emit('toggle');
    };
    return { flip };
  },
  template: `<label class="zm-switch" :class="{ 'is-checked': on, 'is-disabled': disabled }"><input type="checkbox" class="zm-switch__input" :checked="on" :disabled="disabled"
    :aria-describedby="name + '_label'" @change="flip"><span class="zm-switch__core"></span></label>`,
};

const UiLock = {
  props: ['locked'],
  emits: ['press'],
  template: `<span class="feature-lock" :class="{ 'is-locked': locked }" tabindex="0" @click="$emit('press')" @keydown.enter="$emit('press')"><i class="zm-icon" :class="locked ? 'zm-icon-lock' : 'zm-icon-unlock'"><icon-lock v-if="locked" /><icon-unlock v-else /></i></span>`,
};

const UiRadios = {
  props: ['label', 'options', 'value', 'disabled'],
  emits: ['pick'],
  setup: () => ({ base: `zm-radio-group${(uid += 1)}` }),
  template: `<div class="zm-radio-group"><label v-for="(option, at) in options" :key="option.value" class="zm-radio" :class="{ 'is-checked': option.value === value, 'is-disabled': disabled }">
    <span class="zm-radio__input"><span class="zm-radio__inner"></span><input class="zm-radio__original" type="radio" :name="base" :id="base + '-radio-' + at" :value="option.value" :checked="option.value === value" :disabled="disabled" @change="$emit('pick', option.value)"></span>
    <span class="zm-radio__label">{{ option.label }}</span></label></div>`,
};

const UiCheck = {
  props: ['label', 'checked', 'disabled'],
  emits: ['flip'],
  template: `<label class="zm-checkbox" :class="{ 'is-checked': checked, 'is-disabled': disabled }"><span class="zm-checkbox__input"><span class="zm-checkbox__inner"></span><input class="zm-checkbox__original" type="checkbox" :checked="checked" :disabled="disabled" @change="$emit('flip')"></span><span class="zm-checkbox__label">{{ label }}</span></label>`,
};

const UiSelect = {
  props: ['label', 'options', 'value', 'disabled'],
  emits: ['pick'],
  setup(props, { emit }) {
    const open = ref(false);
    const place = ref({});
    const root = ref(null);
    const number = (uid += 1);
    const shown = computed(() => props.options.find(({ value }) => value === props.value)?.label ?? '');
    const toggle = () => {
      if (props.disabled) return;
      const box = root.value.getBoundingClientRect();
      place.value = {
        left: `${box.left + scrollX}px`,
        top: `${box.bottom + scrollY + 2}px`,
        width: `${box.width}px`,
      };
      open.value = !open.value;
    };
    const choose = (value) => {
      open.value = false;
      emit('pick', value);
    };
    const outside = (event) => {
      if (open.value && !root.value.contains(event.target) && !event.target.closest?.('.zm-select-dropdown'))
        open.value = false;
    };
    onMounted(() => document.addEventListener('mousedown', outside));
    onBeforeUnmount(() => document.removeEventListener('mousedown', outside));
    return { open, place, root, number, shown, toggle, choose };
  },
  template: `<div class="zm-select" :class="{ 'is-disabled': disabled }" ref="root" @click="toggle"><div class="zm-input"><input type="text" readonly class="zm-select__input" role="combobox" :value="shown" :disabled="disabled" :aria-expanded="String(open)"><span class="zm-select__caret"><icon-down /></span></div></div>
    <teleport to="body"><div v-if="open" class="zm-select-dropdown zm-popper" :style="place"><dl class="zm-select-dropdown__list">
      <dd v-for="(option, at) in options" :key="option.value" class="zm-select-dropdown__item" :class="{ selected: option.value === value }" :id="'select-item-select-' + number + '-' + (101 + at)" @click="choose(option.value)">{{ option.label }}</dd></dl></div></teleport>`,
};

const UiButton = {
  props: ['kind', 'label', 'disabled'],
  emits: ['press'],
  template: `<button type="button" class="zm-button" :class="{ primary: 'zm-button--primary', secondary: 'zm-button--plain', tertiary: 'zm-button--text' }[kind]" :disabled="disabled" @click="$emit('press')"><span class="zm-button__slot">{{ label }}</span></button>`,
};

const UiDialog = {
  props: ['title'],
  emits: ['close'],
  setup() {
    const box = ref(null);
    onMounted(() => box.value.querySelector('.zm-button--primary')?.focus());
    return { box };
  },
  template: `<teleport to="body"><div class="zm-dialog__wrapper" @keydown.esc="$emit('close')"><div class="zm-dialog" ref="box">
    <div class="zm-dialog__header"><span class="zm-dialog__title">{{ title }}</span><button type="button" class="zm-dialog__headerbtn" @click="$emit('close')"><icon-close /></button></div>
    <div class="zm-dialog__body"><slot /></div>
    <div class="zm-dialog__footer"><slot name="footer" /></div></div></div><div class="v-modal" tabindex="0"></div></teleport>`,
};

const UiToast = {
  props: ['text'],
  template: `<teleport to="body"><div class="zm-message zm-message--success"><p class="zm-message__content">{{ text }}</p></div></teleport>`,
};

const UiNotice = { props: ['text'], template: `<div class="zm-alert zm-alert--warning">{{ text }}</div>` };

const UiTabs = {
  props: ['tabs', 'current', 'label'],
  emits: ['go'],
  template: `<div class="zm-tabs"><div class="zm-tabs__nav" role="tablist"><div v-for="tab in tabs" :key="tab.key" class="zm-tabs__item" :class="{ 'is-active': tab.key === current }"
    :id="'tab-' + tab.key" role="tab" :aria-selected="tab.key === current ? 'true' : undefined" tabindex="0" @click="$emit('go', tab.key)">{{ tab.label }}</div></div></div>`,
};

export const controls = {
  'ui-switch': UiSwitch,
  'ui-lock': UiLock,
  'ui-radios': UiRadios,
  'ui-check': UiCheck,
  'ui-select': UiSelect,
  'ui-button': UiButton,
  'ui-dialog': UiDialog,
  'ui-toast': UiToast,
  'ui-notice': UiNotice,
  'ui-tabs': UiTabs,
};

/** One setting: `div#feature-<key>` around everything (portal.md 5.1). */
export const rowTemplate = `
  <div class="zm-form-item feature" :id="'feature-' + row.key" :class="{ 'feature-disabled': row.lockedAbove, 'sub-feature': child }">
    <div class="feature-control" v-if="isToggle">
      <ui-switch :on="isOn" :disabled="row.lockedAbove" :label="row.title" :name="row.key" @toggle="flip" />
      <ui-lock v-if="row.locked !== null && !row.lockedAbove" :locked="row.locked" @press="flipLock" />
    </div>
    <div class="feature-main">
      <p class="feature-title" v-if="row.kind !== 'checkbox'"><span :id="row.key + '_label'">{{ row.title }}</span></p>
      <p class="feature-desc" v-if="row.text">{{ row.text }}</p>
      <div class="feature-options" v-if="hasBody"><component :is="RowBody" /></div>
      <p class="feature-locked" v-if="row.lockedAbove && isToggle"><icon-lock />{{ say('lockedAbove') }}</p>
      <div class="feature-save" v-if="dirty"><ui-button kind="primary" :label="saveLabel" @press="save" /><ui-button kind="secondary" :label="say('cancel')" @press="cancel" /></div>
    </div>
    <div class="feature-children" v-if="children.length"><setting-row v-for="one in children" :key="one.key" :row="one" :children="[]" :child="true" /></div>
  </div>`;
