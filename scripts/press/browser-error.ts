/** Says why no browser could be started, and what to do. */
export class BrowserError extends Error {}
