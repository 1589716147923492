import { escapeHtml } from '../wire/http.ts';
import { STATIC } from './files.ts';
import { wordingOf } from './labels/index.ts';
import type { Bent } from './overrides.ts';

function bare(bent: Bent, title: string, body: string): string {
  const { scenario } = bent;
  return `<!doctype html>
<html lang="${wordingOf(scenario).lang}" class="look-${scenario.family} bare">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${STATIC}base.css"><link rel="stylesheet" href="${STATIC}tabs-and-buttons.css"><link rel="stylesheet" href="${STATIC}controls-${scenario.family}.css"></head>
<body><main class="bare-card">${body}</main></body></html>`;
}

const button = (family: string, kind: string, label: string, name = '') =>
  family === 'new'
    ? `<button type="submit" class="zoom-button zoom-button--md zoom-button--${kind}"${name && ` name="${name}" value="1"`}>${escapeHtml(label)}</button>`
    : `<button type="submit" class="zm-button${kind === 'primary' ? ' zm-button--primary' : ''}"${name && ` name="${name}" value="1"`}><span class="zm-button__slot">${escapeHtml(label)}</span></button>`;

/** Where every page lands while nobody is signed in (portal.md 4.2). Its fields are neutral stand-ins. */
export function signInPage(bent: Bent, token: string): string {
  const say = (key: string) => wordingOf(bent.scenario).word(key);
  return bare(
    bent,
    say('signIn'),
    `<h1>${escapeHtml(say('signIn'))}</h1><form id="login-form" method="post" action="/signin">
<input type="hidden" name="csrf" value="${token}">
<label for="email">${escapeHtml(say('signInEmail'))}</label><input id="email" name="email" type="email" autocomplete="username">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password">
${button(bent.scenario.family, 'primary', say('signIn'))}</form>`,
  );
}

/**
 * Stands for Microsoft's sign-in and consent to Zoom's own app at login.microsoftonline.com: the real one shows scopes
 * that Zoom publishes as pictures only (portal.md 2.4), so none are named here.
 */
export function consentPage(bent: Bent, token: string, fields: Readonly<Record<string, string>>): string {
  const say = (key: string) => wordingOf(bent.scenario).word(key);
  const { family, calendarEmail, zoomEmail, consent } = bent.scenario;
  const hidden = Object.entries({ ...fields, csrf: token })
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const blocked = consent === 'needs-admin-approval';
  return bare(
    bent,
    'Sign in',
    `<p class="muted">In the real portal: login.microsoftonline.com</p><p>${escapeHtml(calendarEmail ?? zoomEmail)}</p>
<h1>${blocked ? 'Need admin approval' : 'Permissions requested'}</h1>
<p>${blocked ? 'The app needs a permission that only an admin can grant.' : 'The portal’s calendar app would like to reach your calendar and contacts.'}</p>
<form method="post" action="/sim/microsoft-consent${bent.query && `?${escapeHtml(bent.query)}`}">${hidden}
<div class="bare-buttons">${button(family, 'secondary', say('cancel'), 'cancel')}${blocked ? '' : button(family, 'primary', say('accept'), 'accept')}</div></form>`,
  );
}

/** What a window opened for an admin's consent shows at its end. */
export function consentDone(bent: Bent): string {
  const say = (key: string) => wordingOf(bent.scenario).word(key);
  return bare(bent, 'Done', `<h1>${escapeHtml(say('saved'))}</h1><p>You can close this tab.</p>`);
}
