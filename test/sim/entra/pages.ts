import { escapeHtml } from '../wire/http.ts';

const STYLE = `body{margin:0;font:15px/1.35 system-ui,sans-serif;background:#f2f2f2;color:#1b1b1b;display:grid;min-height:100vh;place-items:center}
main{background:#fff;box-shadow:0 2px 6px rgb(0 0 0/.2);padding:44px;width:350px;max-width:90vw}
h1{font-size:24px;font-weight:600;margin:16px 0 12px}label{display:block;margin:12px 0 4px}
input[type=text],input[type=email],input[type=password]{width:100%;box-sizing:border-box;border:0;border-bottom:1px solid #666;padding:6px 0;font:inherit}
.buttons{margin-top:24px;text-align:right}button{font:inherit;min-width:108px;padding:6px 12px;border:0;margin-left:6px}
.primary{background:#0067b8;color:#fff}.tile{display:block;width:100%;text-align:left;margin:4px 0;padding:12px;background:#eee}
.error{color:#c00}.small{color:#595959;font-size:12px}`;

/** One page of the sign-in service: a form that posts back with its one-time context. */
export interface PageForm {
  readonly action: string;
  readonly ctx: string;
  readonly flowToken: string;
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body><main><div aria-hidden="true">Simulated Microsoft sign-in</div><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
}

function form({ action, ctx, flowToken }: PageForm, content: string): string {
  return `<form method="post" action="${escapeHtml(action)}"><input type="hidden" name="ctx" value="${ctx}">
<input type="hidden" name="flowToken" value="${flowToken}">${content}</form>`;
}

const primary = (text: string, name = 'step', value = 'ok') =>
  `<button class="primary" id="idSIButton9" type="submit" name="${name}" value="${value}">${text}</button>`;
const secondary = (text: string, value: string) =>
  `<button id="idBtn_Back" type="submit" name="step" value="${value}" formnovalidate>${text}</button>`;
const problem = (error: string | undefined, id: string) =>
  error === undefined ? '' : `<p class="error" id="${id}" role="alert">${escapeHtml(error)}</p>`;

/** Names and passwords a tester may use, behind a fold. */
function peopleNote(people: readonly { username: string; password: string }[]): string {
  if (people.length === 0) return '';
  const lines = people.map(
    ({ username, password }) => `<li>${escapeHtml(username)}<br><code>${escapeHtml(password)}</code></li>`,
  );
  return `<details class="small" id="people"><summary>People of this simulation</summary><ul>${lines.join('')}</ul></details>`;
}

export function usernamePage(
  back: PageForm,
  hint: string,
  people: readonly { username: string; password: string }[],
  error?: string,
): string {
  return page(
    'Sign in',
    form(
      back,
      `${problem(error, 'usernameError')}<label for="i0116">Email, phone, or Skype</label>
<input type="email" id="i0116" name="loginfmt" value="${escapeHtml(hint)}" autofocus>
<div class="buttons">${primary('Next', 'step', 'username')}</div>${peopleNote(people)}`,
    ),
  );
}

export function passwordPage(back: PageForm, username: string, error?: string): string {
  return page(
    'Enter password',
    form(
      back,
      `<p id="displayName">${escapeHtml(username)}</p><input type="hidden" name="login" value="${escapeHtml(username)}">
${problem(error, 'passwordError')}<label for="i0118">Password</label><input type="password" id="i0118" name="passwd" autofocus>
<div class="buttons">${secondary('Back', 'back')}${primary('Sign in', 'step', 'password')}</div>`,
    ),
  );
}

export function pickerPage(
  back: PageForm,
  people: readonly { oid: string; username: string; displayName: string }[],
): string {
  const tiles = people.map(
    ({ oid, username, displayName }) =>
      `<button class="tile" type="submit" name="pick" value="${escapeHtml(oid)}" data-test-id="${escapeHtml(username)}">${escapeHtml(displayName)}<br><span class="small">${escapeHtml(username)}</span></button>`,
  );
  return page(
    'Pick an account',
    form(
      back,
      `${tiles.join('')}<button class="tile" id="otherTile" type="submit" name="pick" value="other">Use another account</button>`,
    ),
  );
}

export function mfaPage(back: PageForm, username: string): string {
  return page(
    'Verify your identity',
    form(
      back,
      `<p>${escapeHtml(username)}</p><p>Your organization asks for one more step.</p>
<div class="buttons">${secondary('Cancel', 'cancel')}${primary('Verify', 'step', 'mfa')}</div>`,
    ),
  );
}

export function stayPage(back: PageForm): string {
  return page(
    'Stay signed in?',
    form(
      back,
      `<p>Do this to reduce the number of times you are asked to sign in.</p>
<div class="buttons">${secondary('No', 'stay-no')}${primary('Yes', 'step', 'stay-yes')}</div>`,
    ),
  );
}

export function consentPage(
  back: PageForm,
  words: { app: string; username: string; lines: readonly string[]; forAll: boolean; admin: boolean },
): string {
  const list = words.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  const everybody = words.forAll
    ? '<label><input type="checkbox" name="everybody" value="1" id="adminConsent"> Consent on behalf of your organization</label>'
    : '';
  return page(
    words.admin ? 'Permissions requested: review for your organization' : 'Permissions requested',
    form(
      back,
      `<p>${escapeHtml(words.username)}</p><p><strong>${escapeHtml(words.app)}</strong> would like to:</p><ul class="scopes">${list}</ul>${everybody}
<div class="buttons">${secondary('Cancel', 'cancel')}${primary('Accept', 'step', 'accept')}</div>`,
    ),
  );
}

export function approvalPage(back: PageForm, app: string): string {
  return page(
    'Need admin approval',
    form(
      back,
      `<p><strong>${escapeHtml(app)}</strong> needs permission to access resources in your organization that only an admin can grant.
Please ask an admin to grant permission to this app before you can use it.</p><p class="small">AADSTS90094</p>
<button class="tile" type="submit" name="step" value="other-account">Have an admin account? Sign in with that account</button>
<button class="tile" id="returnWithoutConsent" type="submit" name="step" value="decline">Return to the application without granting consent</button>`,
    ),
  );
}

export function errorPage(description: string): string {
  return page(
    'Sorry, but we’re having trouble signing you in.',
    `<p class="error" id="exceptionMessageContainer" role="alert">${escapeHtml(description)}</p>`,
  );
}

/** The small page that reloads itself by script before a silent answer. */
export function hopPage(next: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Redirecting</title></head><body><script>location.replace(${JSON.stringify(next).replaceAll('<', '\\u003c')})</script></body></html>`;
}

export function signedOutPage(): string {
  return page('You signed out of your account', '<p>It’s a good idea to close all browser windows.</p>');
}
