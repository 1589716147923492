import { titleText } from './text.ts';
import { byId, byTag, type Root } from './tree.ts';

/** The names a control has by markup; asked for as a batch, so that `label[for]` costs one walk and not one per control. */
export interface Names {
  /** Accessible name in the raw, or an empty string. */
  of(control: Element): string;
}

export function createNames(root: Root): Names {
  let labels: Map<string, Element> | undefined;
  const labelFor = (id: string): Element | undefined => {
    if (!labels) {
      labels = new Map();
      for (const label of Array.from(byTag(root, 'label'))) {
        const target = label.getAttribute('for');
        if (target) labels.set(target, label);
      }
    }
    return labels.get(id);
  };
  const known = new Map<Element, string>();
  const nameOf = (control: Element): string => {
    const given = control.getAttribute('aria-label');
    if (given) return given;
    const ids = control.getAttribute('aria-labelledby');
    if (ids) {
      const parts = ids.split(/\s+/).flatMap((id) => byId(root, id).slice(0, 1));
      const text = parts.map((part) => titleText(part)).join(' ');
      if (text.trim()) return text;
    }
    const id = control.getAttribute('id');
    // A label around the control is at hand; the one elsewhere costs a walk over all of them.
    const label = control.closest('label') ?? (id ? labelFor(id) : undefined);
    const text = label ? titleText(label, control) : '';
    return text.trim() ? text : titleText(control);
  };
  return {
    of(control) {
      const name = known.get(control) ?? nameOf(control);
      known.set(control, name);
      return name;
    },
  };
}
