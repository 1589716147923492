/**
 * Copies of our settings where nobody sees them: a phone's version of the first row, the suggestions of a closed search
 * box, a template. A reader that takes one of them for the setting is wrong.
 */
export function showDecoys(rows) {
  for (const old of document.querySelectorAll('[data-hidden-copy]')) old.remove();
  const [first] = rows;
  if (!first) return;

  const phone = document.createElement('div');
  phone.className = 'phone-only';
  const name = document.createElement('p');
  name.textContent = first.title;
  const toggle = document.createElement('button');
  toggle.setAttribute('role', 'switch');
  toggle.setAttribute('aria-checked', 'false');
  toggle.setAttribute('aria-label', first.title);
  phone.append(name, toggle);

  const suggestions = document.createElement('ul');
  suggestions.hidden = true;
  for (const { title } of rows)
    suggestions.append(Object.assign(document.createElement('li'), { textContent: title }));

  const template = document.createElement('template');
  template.content.append(phone.cloneNode(true));

  for (const copy of [phone, suggestions, template]) copy.dataset.hiddenCopy = '';
  document.querySelector('#the-main-content').append(phone, template);
  document.querySelector('#header_container').append(suggestions);
}
