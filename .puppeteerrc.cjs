/**
 * Linux on x64 prints with the browser that comes inside `@sparticuz/chromium`;
 * other systems let puppeteer bring its own during `npm ci`.
 * @type {import("puppeteer").Configuration}
 */
module.exports = {
  skipDownload: process.platform === "linux" && process.arch === "x64",
};
