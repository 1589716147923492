/** Browsers whose redirect address is known before they run: this repository's unpacked build, and Firefox. */
export const REDIRECTS = {
  /** The id follows from the manifest's public key. */
  chrome: 'https://bmbdbbhmfpfefjfmmefdhgnpfbhlndeo.chromiumapp.org/',
  /** SHA-1 of the add-on's id (microsoft.md C.1). */
  firefox: 'https://2801b184fb243f2af73007fde3d14c52e161ad02.extensions.allizom.org/',
} as const;
