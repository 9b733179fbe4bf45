/**
 * Installing fetches no browser: Linux on x64 prints with the one inside `@sparticuz/chromium`, elsewhere the
 * first build fetches one.
 * @type {import("puppeteer").Configuration}
 */
module.exports = { skipDownload: true };
