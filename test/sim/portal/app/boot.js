/** What the server says of this page, and how the page talks to it: reading and changing by XHR after load. */
export const boot = JSON.parse(document.querySelector('#boot').textContent);
export const say = (key) => boot.words[key] ?? key;

let token;

function request(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, path);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.addEventListener('load', () => resolve({ status: xhr.status, text: xhr.responseText }));
    xhr.addEventListener('error', () => reject(new Error(`${method} ${path} failed`)));
    xhr.send(body ?? null);
  });
}

/** An address of the portal with the parameters that bend this page kept on it. */
export function bent(path, params = {}) {
  const [before, hash] = path.split('#');
  const search = new URLSearchParams(boot.query);
  for (const [name, value] of Object.entries(params))
    if (value !== null && value !== undefined) search.set(name, value);
  const query = search.toString();
  return `${before}${query && `?${query}`}${hash === undefined ? '' : `#${hash}`}`;
}

function parsed({ status, text }) {
  if (status === 401) location.assign(bent('/signin'));
  return status === 200 ? JSON.parse(text) : null;
}

/** @returns the answer, or null when there is nothing */
export async function read(path, params) {
  return parsed(await request('GET', bent(path, params)));
}

export async function change(path, body, params) {
  token ??= (await request('GET', '/csrf_js', null, { 'FETCH-CSRF-TOKEN': '1' })).text.split(':')[1];
  const headers = { 'ZOOM-CSRFTOKEN': token, 'Content-Type': 'application/json' };
  return parsed(await request('POST', bent(path, params), JSON.stringify(body), headers));
}
