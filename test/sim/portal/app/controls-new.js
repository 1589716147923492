import { computed, nextTick, onBeforeUnmount, onMounted, ref } from 'vue';
import { say } from './boot.js';

/** The newer component family: `zoom-*` classes, roles and names on everything (portal.md 5.1, 5.2). */
let uid = 0;

const UiSwitch = {
  props: ['on', 'disabled', 'label', 'name'],
  emits: ['toggle'],
  template: `<button type="button" class="zoom-switch" :class="{ 'is-checked': on, 'is-disabled': disabled }" role="switch"
    :aria-checked="String(on)" :aria-label="label" :disabled="disabled" @click="$emit('toggle')"><span class="zoom-switch__core"></span></button>`,
};

const UiLock = {
  props: ['locked'],
  emits: ['press'],
  setup: () => ({ say }),
  template: `<button type="button" class="zoom-icon-button setting-item__lock" :class="{ 'is-locked': locked }"
    :aria-label="locked ? say('unlock') : say('lock')" @click="$emit('press')"><icon-lock v-if="locked" /><icon-unlock v-else /></button>`,
};

const UiRadios = {
  props: ['label', 'options', 'value', 'disabled'],
  emits: ['pick'],
  setup(_props, { emit }) {
    const pick = (value, disabled) => disabled || emit('pick', value);
    return { pick, base: `zoom-radio-${(uid += 1)}` };
  },
  template: `<div class="zoom-radio-group" role="radiogroup" :aria-label="label">
    <div v-for="(option, at) in options" :key="option.value" class="zoom-radio" @click="pick(option.value, disabled)">
      <div class="zoom-radio__inner" :class="{ 'is-checked': option.value === value }" role="radio" :aria-checked="String(option.value === value)"
        :aria-disabled="disabled ? 'true' : undefined" :aria-labelledby="base + '-' + at" :tabindex="disabled ? -1 : 0"
        @keydown.space.prevent="pick(option.value, disabled)"></div>
      <span class="zoom-radio__label" :id="base + '-' + at">{{ option.label }}</span>
    </div></div>`,
};

const UiCheck = {
  props: ['label', 'checked', 'disabled'],
  emits: ['flip'],
  template: `<label class="zoom-checkbox" :class="{ 'is-checked': checked, 'is-disabled': disabled }">
    <span class="zoom-checkbox__input"><input class="zoom-checkbox__original" type="checkbox" :checked="checked" :disabled="disabled" @change="$emit('flip')"><span class="zoom-checkbox__inner"></span></span>
    <span class="zoom-checkbox__label">{{ label }}</span></label>`,
};

const UiSelect = {
  props: ['label', 'options', 'value', 'disabled'],
  emits: ['pick'],
  setup(props, { emit }) {
    const open = ref(false);
    const place = ref({});
    const root = ref(null);
    const id = `zoom-select-${(uid += 1)}`;
    const shown = computed(() => props.options.find(({ value }) => value === props.value)?.label ?? '');
    const toggle = () => {
      if (props.disabled) return;
      const box = root.value.getBoundingClientRect();
      place.value = {
        left: `${box.left + scrollX}px`,
        top: `${box.bottom + scrollY + 4}px`,
        width: `${box.width}px`,
      };
      open.value = !open.value;
    };
    const choose = (value) => {
      open.value = false;
      emit('pick', value);
      void nextTick(() => root.value?.focus());
    };
    const outside = (event) => {
      if (open.value && !root.value.contains(event.target) && !event.target.closest?.(`#${id}`))
        open.value = false;
    };
    onMounted(() => document.addEventListener('mousedown', outside));
    onBeforeUnmount(() => document.removeEventListener('mousedown', outside));
    return { open, place, root, id, shown, toggle, choose };
  },
  template: `<div class="zoom-select" :class="{ 'is-disabled': disabled }" ref="root" role="combobox" :tabindex="disabled ? -1 : 0" aria-haspopup="listbox"
      :aria-expanded="String(open)" :aria-controls="id" :aria-label="label" :aria-disabled="disabled ? 'true' : undefined"
      @click="toggle" @keydown.enter.prevent="toggle" @keydown.esc="open = false"><span class="zoom-select__label">{{ shown }}</span><icon-down /></div>
    <teleport to="body"><ul v-if="open" class="zoom-floating zoom-select-dropdown" :id="id" role="listbox" :aria-label="label" :style="place">
      <li v-for="option in options" :key="option.value" class="zoom-option" role="option" :aria-selected="String(option.value === value)" @click="choose(option.value)">{{ option.label }}</li></ul></teleport>`,
};

const UiButton = {
  props: ['kind', 'label', 'disabled'],
  emits: ['press'],
  template: `<button type="button" class="zoom-button zoom-button--md" :class="'zoom-button--' + kind" :disabled="disabled" @click="$emit('press')">{{ label }}</button>`,
};

const UiDialog = {
  props: ['title'],
  emits: ['close'],
  setup() {
    const box = ref(null);
    onMounted(() => (box.value.querySelector('.zoom-button--primary') ?? box.value).focus());
    return { box, say, id: `zoom-dialog-${(uid += 1)}` };
  },
  template: `<teleport to="body"><div class="zoom-overlay" @keydown.esc="$emit('close')"><div class="zoom-dialog" ref="box" role="dialog" aria-modal="true" :aria-labelledby="id" tabindex="-1">
    <header class="zoom-dialog__header"><h3 class="zoom-dialog__title" :id="id">{{ title }}</h3><button type="button" class="zoom-icon-button" :aria-label="say('close')" @click="$emit('close')"><icon-close /></button></header>
    <div class="zoom-dialog__body"><slot /></div>
    <footer class="zoom-dialog__footer"><slot name="footer" /></footer></div></div></teleport>`,
};

const UiToast = {
  props: ['text'],
  template: `<teleport to="body"><div class="zoom-message zoom-message--success" role="status">{{ text }}</div></teleport>`,
};

const UiNotice = {
  props: ['text'],
  template: `<div class="zoom-banner zoom-banner--warning" role="alert">{{ text }}</div>`,
};

const UiTabs = {
  props: ['tabs', 'current', 'label'],
  emits: ['go'],
  template: `<div class="zoom-tabs" role="tablist" :aria-label="label"><button v-for="tab in tabs" :key="tab.key" type="button" class="zoom-tabs__item" :class="{ 'is-active': tab.key === current }"
    role="tab" :aria-selected="String(tab.key === current)" @click="$emit('go', tab.key)">{{ tab.label }}</button></div>`,
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

/** One setting. The title's last word keeps the information mark on its line, so the title is two spans. */
export const rowTemplate = `
  <div class="setting-item" :id="row.key" :class="{ 'is-disabled': row.lockedAbove, 'is-child': child }">
    <div class="setting-item__control" v-if="isToggle">
      <ui-switch :on="isOn" :disabled="row.lockedAbove" :label="row.title" :name="row.key" @toggle="flip" />
      <ui-lock v-if="row.locked !== null && !row.lockedAbove" :locked="row.locked" @press="flipLock" />
    </div>
    <div class="setting-item__title" v-if="row.kind !== 'checkbox'"><span>{{ titleStart }}</span> <span class="nowrap">{{ titleEnd }}<button v-if="row.text" type="button" class="setting-item__info" :aria-label="say('moreInformation')"><icon-info /></button></span></div>
    <div class="setting-item__desc" v-if="row.text">{{ row.text }}</div>
    <div class="setting-item__body" v-if="hasBody"><component :is="RowBody" /></div>
    <div class="setting-item__locked" v-if="row.lockedAbove && isToggle"><icon-lock />{{ say('lockedAbove') }}</div>
    <div class="setting-item__save" v-if="dirty"><ui-button kind="primary" :label="saveLabel" @press="save" /><ui-button kind="secondary" :label="say('cancel')" @press="cancel" /></div>
    <div class="setting-item__children" v-if="children.length"><setting-row v-for="one in children" :key="one.key" :row="one" :children="[]" :child="true" /></div>
  </div>`;
