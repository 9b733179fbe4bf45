/** A document was not printed since its tab or the browser is no more, or there was none; `cause` says more. */
export class Lost extends Error {}
